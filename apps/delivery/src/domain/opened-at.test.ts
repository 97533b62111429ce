// SPDX-License-Identifier: Apache-2.0
import type { Dataset } from '@corridor/contracts'
import { hasOpened, openedAt } from './opened-at'

const at = new Date('2026-04-01')
const opened = [{ agreement: 'BE-DK-2026', contract: 'migration-flow', period: '2015', at }]
const dataset = (period: unknown): Dataset => ({ rows: 2, period }) as unknown as Dataset

it('a period is open from its instant on', () => {
  expect(openedAt(opened, new Date('2026-03-31'))).toEqual([])
  expect(openedAt(opened, at)).toHaveLength(1)
})

it.each([
  ['a period of it was opened since', ['2014', '2015'], '2026-03-01', 'BE-DK-2026', true],
  ['its only period was', '2015', '2026-03-01', 'BE-DK-2026', true],
  ['that was before its release', '2015', '2026-04-01', 'BE-DK-2026', false],
  ['another period was opened', '2014', '2026-03-01', 'BE-DK-2026', false],
  ['another agreement opened it', '2015', '2026-03-01', 'BE-SE-2026', false],
])('more of a dataset may leave: %s', (...[, period, since, agreement, more]) => {
  expect(hasOpened(dataset(period), [agreement], { since: new Date(since), opened })).toBe(more)
})

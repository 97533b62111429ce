// SPDX-License-Identifier: Apache-2.0
import { behindAt } from './behind-at'

const behind = { agreement: 'BE-DK-2026', clause: '2', party: 'DK' }
const [since, until] = [new Date('2026-04-01'), new Date('2026-04-09')]

it.each([
  ['before', '2026-03-31', 0],
  ['from the first instant on', '2026-04-01', 1],
  ['no longer from the last on', '2026-04-09', 0],
])('who was behind: %s', (_, day, many) => {
  expect(behindAt([{ ...behind, since, until }], new Date(day))).toHaveLength(many)
})

it('who is behind has no end', () => {
  expect(behindAt([{ ...behind, since, until: null }], new Date('2030-01-01'))).toEqual([behind])
})

// SPDX-License-Identifier: Apache-2.0
import { compile } from './compile'
import { figure, known, toBelgium, toDenmark, unprotected } from './given'
import { rowTest } from './row-test'

const asked = { contract: 'migration-flow', sender: 'BE', recipient: 'DK' }
const rounding = { ...unprotected, rule: { method: 'random-rounding', base: 5 } } as const
const shows = (as: 'stated' | 'told', change: object = {}, protection = true): boolean => {
  const enforced = [toDenmark, toBelgium, protection ? rounding : unprotected]
  const test = rowTest(compile([known({ enforced })]), new Date('2026-06-01'))
  return test({ ...asked, as }, { ...figure(), ...change })
}

describe('a row under protection', () => {
  it('is shown as it was told, and never as it is stated', () => {
    expect([shows('stated'), shows('told')]).toEqual([false, true])
    expect([shows('stated', {}, false), shows('told', {}, false)]).toEqual([true, false])
  })

  it('is shown as it was told also where the hub has marked it confidential', () => {
    expect(shows('told', { confStatus: 'C' })).toBe(true)
    expect(shows('stated', { confStatus: 'C' }, false)).toBe(false)
  })

  it('is not shown of a period or a corridor that no clause grants', () => {
    expect(shows('told', { period: '1999' })).toBe(false)
    expect(shows('told', { destination: 'SE' })).toBe(false)
  })
})

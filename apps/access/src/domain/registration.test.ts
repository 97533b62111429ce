// SPDX-License-Identifier: Apache-2.0
import { decideApplication, decideOnce, mostWaiting, standingOf } from './registration'

const free = { enrolled: false, keyTaken: false, waiting: 0 }
const code = (decided: { ok: boolean; refusal?: { code: string } }): string =>
  decided.refusal?.code ?? 'taken'

describe('a registration without a code', () => {
  it.each([
    ['is taken down where the place is free', free, 'taken'],
    [
      'is refused over a participant that has enrolled',
      { ...free, enrolled: true },
      'PARTICIPANT_EXISTS',
    ],
    ["is refused with another's key", { ...free, keyTaken: true }, 'KEY_OF_ANOTHER_PARTICIPANT'],
    ['is taken down as the last', { ...free, waiting: mostWaiting - 1 }, 'taken'],
    ['is refused when too many wait', { ...free, waiting: mostWaiting }, 'REGISTRATION_FULL'],
  ] as const)('%s', (_, ground, expected) => {
    expect(code(decideApplication('BE', ground))).toBe(expected)
  })

  it('is decided once', () => {
    expect(code(decideOnce({ decision: null, reason: null }))).toBe('taken')
    expect(code(decideOnce({ decision: 'approved', reason: null }))).toBe('REGISTRATION_REFUSED')
    expect(code(decideOnce({ decision: 'refused', reason: 'no' }))).toBe('REGISTRATION_REFUSED')
    expect(code(decideOnce(null))).toBe('NOT_FOUND')
  })

  it('tells the applicant where it stands, with the reason of a refusal', () => {
    expect(code(standingOf({ decision: null, reason: null }))).toBe('REGISTRATION_WAITING')
    expect(standingOf({ decision: 'approved', reason: null })).toEqual({
      ok: true,
      value: 'approved',
    })
    expect(standingOf({ decision: 'refused', reason: 'unknown to us' })).toMatchObject({
      refusal: { code: 'REGISTRATION_REFUSED', detail: 'unknown to us' },
    })
  })
})

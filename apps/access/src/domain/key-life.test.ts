// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import {
  decideAsking,
  decideSeconding,
  decideWithdrawal,
  keptUntil,
  type Official,
  type StandingKey,
} from './key-life'

const at = new Date('2026-11-26T12:00:00Z')
const nine = new Date('2026-11-26T09:00:00Z')
const key: StandingKey = {
  kid: 'stolen',
  participant: 'BE',
  validFrom: new Date('2026-01-01T00:00:00Z'),
  validUntil: new Date('2027-01-01T00:00:00Z'),
  revokedFrom: null,
}
const anna: Official = {
  ...{ kid: 'anna', participant: 'BE', kind: 'state', holder: 'Anna' },
  roles: ['signatory'],
}
const ben: Official = { ...anna, kid: 'ben', holder: 'Ben' }
const operator: Official = {
  ...{ kid: 'operator', participant: 'OPERATOR', kind: 'operator', holder: null },
  roles: ['operator'],
}
const code = (decided: Outcome<unknown>): string => (decided.ok ? 'done' : decided.refusal.code)

describe('a rotated key', () => {
  it('is good for as many days as were asked for, and never longer than it was', () => {
    expect(keptUntil(key, 30, at)).toEqual(new Date('2026-12-26T12:00:00Z'))
    expect(keptUntil(key, 90, at)).toEqual(key.validUntil)
    expect(keptUntil(key, 0, at)).toEqual(at)
  })
})

describe('a key is withdrawn', () => {
  const withdraw = (by: Official, change: Partial<StandingKey> = {}, from = nine): string =>
    code(decideWithdrawal(by, { ...key, ...change }, { from, at }))

  it('by a signatory of the same participant, or the operator', () => {
    expect(withdraw(anna)).toBe('done')
    expect(withdraw(operator)).toBe('done')
  })

  it('by nobody else', () => {
    expect(withdraw({ ...anna, roles: ['publisher', 'reviewer'] })).toBe('NOT_ALLOWED')
    expect(withdraw({ ...anna, participant: 'DK' })).toBe('NOT_FOUND')
    expect(code(decideWithdrawal(anna, null, { from: nine, at }))).toBe('NOT_FOUND')
  })

  it('never by itself: a thief would lock the owner out', () => {
    expect(withdraw({ ...anna, kid: 'stolen' })).toBe('NOT_ALLOWED')
  })

  it('from an instant that has passed, and while it was valid', () => {
    expect(withdraw(anna, {}, at)).toBe('done')
    expect(withdraw(anna, {}, new Date(at.getTime() + 1))).toBe('REVOCATION_INSTANT_WRONG')
    expect(withdraw(anna, {}, new Date('2025-12-31T00:00:00Z'))).toBe('REVOCATION_INSTANT_WRONG')
    expect(withdraw(anna, {}, new Date('no instant'))).toBe('REVOCATION_INSTANT_WRONG')
  })

  it('again only from an earlier instant', () => {
    expect(withdraw(anna, { revokedFrom: nine }, at)).toBe('REVOCATION_INSTANT_WRONG')
    expect(withdraw(anna, { revokedFrom: at }, nine)).toBe('done')
  })
})

describe('a new enrolment after a loss', () => {
  it('is asked for by a named signatory of the participant or by the operator', () => {
    expect(code(decideAsking(anna, 'BE'))).toBe('done')
    expect(code(decideAsking(operator, 'BE'))).toBe('done')
    expect(code(decideAsking({ ...anna, holder: null }, 'BE'))).toBe('OFFICIALS_WRONG')
    expect(code(decideAsking(anna, 'DK'))).toBe('OFFICIALS_WRONG')
  })

  it.each([
    ['two signatories', [anna, ben], 'done'],
    ['the operator and a signatory', [operator, anna], 'done'],
    ['a signatory and the operator', [anna, operator], 'done'],
    ['one person twice', [anna, anna], 'OFFICIALS_WRONG'],
    ['one person with two keys', [anna, { ...ben, holder: 'Anna' }], 'OFFICIALS_WRONG'],
    ['the operator twice', [operator, { ...operator, kid: 'second' }], 'OFFICIALS_WRONG'],
    ["another state's official", [anna, { ...ben, participant: 'DK' }], 'OFFICIALS_WRONG'],
    ['one who only publishes', [anna, { ...ben, roles: ['publisher'] }], 'OFFICIALS_WRONG'],
  ] as const)('seconded: %s', (_, [first, second], expected) => {
    expect(code(decideSeconding(first, second, 'BE'))).toBe(expected)
  })
})

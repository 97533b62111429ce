// SPDX-License-Identifier: Apache-2.0
import type { Official } from './key-life'
import {
  decideConfirmation,
  decideLoss,
  decidePasskey,
  decideRemoval,
  type StandingPasskey,
} from './passkey'

const at = new Date('2026-11-26T09:00:00Z')
const minutesAgo = (minutes: number) => new Date(at.getTime() - minutes * 60_000)
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? 'ok' : outcome.refusal?.code

const anna = { participant: 'BE', kind: 'state', roles: ['signatory'], passkeys: 0 } as const
const official = (change: Partial<Official> = {}): Official => ({
  ...{ kid: 'chief', participant: 'BE', kind: 'state', roles: ['signatory'], holder: 'Chief' },
  ...change,
})
const operator = official({
  ...{ kid: 'op', participant: 'OPERATOR', kind: 'operator', roles: ['operator'], holder: null },
})
const waiting: StandingPasskey = {
  ...{ participant: 'BE', person: 'anna', confirmedAt: null, removedAt: null },
}
const registrar = { ...official(), revokedFrom: null }
const deputy = official({ kid: 'deputy', holder: 'Deputy' })

describe('a person', () => {
  it('registers a passkey within five minutes of a sign-in', () => {
    expect(codeOf(decidePasskey(anna, { signedInAt: minutesAgo(4), at }))).toBe('ok')
    for (const signedInAt of [minutesAgo(6), minutesAgo(-6), null])
      expect(codeOf(decidePasskey(anna, { signedInAt, at }))).toBe('SIGN_IN_AGAIN')
  })

  it('has one where it signs or settles, and no more than ten', () => {
    const fresh = { signedInAt: minutesAgo(1), at }
    expect(codeOf(decidePasskey({ ...anna, roles: ['reviewer'] }, fresh))).toBe('ok')
    for (const role of ['observer', 'publisher', 'approver'] as const)
      expect(codeOf(decidePasskey({ ...anna, roles: [role] }, fresh))).toBe('NOT_ALLOWED')
    expect(codeOf(decidePasskey({ ...anna, passkeys: 10 }, fresh))).toBe('PASSKEY_WRONG')
  })
})

describe('a passkey', () => {
  it('is good once a second named official stands behind it', () => {
    expect(codeOf(decideConfirmation(waiting, deputy, registrar))).toBe('ok')
    expect(codeOf(decideConfirmation(waiting, operator, registrar))).toBe('ok')
    expect(
      codeOf(decideConfirmation(waiting, official(), { ...operator, revokedFrom: null })),
    ).toBe('ok')
  })

  it.each<[string, Official, Parameters<typeof decideConfirmation>[2]]>([
    ['who registered the person', official(), registrar],
    ['another key of the same official', official({ kid: 'chief 2' }), registrar],
    ['a key that nobody named', official({ kid: 'deputy', holder: null }), registrar],
    ['anybody, where the registrar has no name', deputy, { ...registrar, holder: null }],
    ['anybody, where the registrar is gone', deputy, undefined],
    [
      'anybody, where the registrar’s key was withdrawn',
      deputy,
      { ...registrar, revokedFrom: '2026-11-01' },
    ],
    ['the operator alone', operator, { ...operator, revokedFrom: null }],
    ['a colleague who does not sign', { ...deputy, roles: ['reviewer'] }, registrar],
  ])('is not confirmed by %s', (_, by, first) => {
    expect(codeOf(decideConfirmation(waiting, by, first))).toBe('OFFICIALS_WRONG')
  })

  it('does not exist for others, and is not confirmed when it was removed', () => {
    const other = official({ kid: 'dk', participant: 'DK' })
    expect(codeOf(decideConfirmation(waiting, other, registrar))).toBe('NOT_FOUND')
    expect(codeOf(decideConfirmation(null, deputy, registrar))).toBe('NOT_FOUND')
    const gone = { ...waiting, removedAt: at }
    expect(codeOf(decideConfirmation(gone, deputy, registrar))).toBe('KEY_REVOKED')
  })

  it('is lost from an instant since it came to be, which only moves back', () => {
    const passkey = { registeredAt: minutesAgo(60), lostFrom: null }
    expect(codeOf(decideLoss(passkey, { from: minutesAgo(30), at }))).toBe('ok')
    for (const from of [minutesAgo(61), minutesAgo(-1), new Date(Number.NaN)])
      expect(codeOf(decideLoss(passkey, { from, at }))).toBe('REVOCATION_INSTANT_WRONG')
    const known = { ...passkey, lostFrom: minutesAgo(30) }
    expect(codeOf(decideLoss(known, { from: minutesAgo(20), at }))).toBe('REVOCATION_INSTANT_WRONG')
    expect(codeOf(decideLoss(known, { from: minutesAgo(40), at }))).toBe('ok')
  })

  it('is removed by its person, a signatory colleague or the operator, and nobody else', () => {
    for (const by of [{ person: 'anna' }, { official: deputy }, { official: operator }])
      expect(codeOf(decideRemoval(waiting, by))).toBe('ok')
    const strangers = [
      { person: 'ben' },
      { official: official({ participant: 'DK' }) },
      { official: official({ roles: ['publisher'] }) },
    ]
    for (const by of strangers) expect(codeOf(decideRemoval(waiting, by))).toBe('NOT_FOUND')
  })
})

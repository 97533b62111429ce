// SPDX-License-Identifier: Apache-2.0
import { decideEnrolment, decideInvitation, type Invitation } from './invitation'

const invitation: Invitation = {
  participant: 'BE',
  expiresAt: new Date('2026-12-07T09:00:00Z'),
  usedAt: null,
  roles: ['publisher'],
  office: null,
  holder: null,
}
const claim = {
  ...{ participant: 'BE', office: 'STAT', readsAlone: false },
  at: new Date('2026-11-23T09:00:00Z'),
}

function answerTo(found: Invitation | undefined, change: Partial<typeof claim> = {}): string {
  const decided = decideEnrolment(found, { ...claim, ...change })
  return decided.ok ? 'enrolled' : decided.refusal.code
}

describe('an invitation', () => {
  it('lets the one it invites enrol', () => {
    expect(decideEnrolment(invitation, claim)).toEqual({ ok: true, value: invitation })
  })

  it('serves until the instant at which it expires, and not at it', () => {
    expect(answerTo(invitation, { at: new Date('2026-12-07T08:59:59.999Z') })).toBe('enrolled')
    expect(answerTo(invitation, { at: invitation.expiresAt })).toBe('INVITATION_EXPIRED')
  })

  it('serves once, also after it would have expired', () => {
    const used = { ...invitation, usedAt: claim.at }
    expect(answerTo(used)).toBe('INVITATION_USED')
    expect(answerTo(used, { at: new Date('2027-01-01T00:00:00Z') })).toBe('INVITATION_USED')
  })

  it('that names no office serves none that an agreement gives figures to alone', () => {
    const alone = { ...claim, readsAlone: true }
    expect(answerTo(invitation, alone)).toBe('INVITATION_WRONG')
    expect(answerTo({ ...invitation, office: 'STAT' }, alone)).toBe('enrolled')
  })

  it('for one office serves no other', () => {
    const forStatistics = { ...invitation, office: 'STAT' }
    expect(answerTo(forStatistics)).toBe('enrolled')
    expect(answerTo(forStatistics, { office: 'LABOUR' })).toBe('INVITATION_WRONG')
  })

  it("answers a guesser in the same words, whether the code is unknown or another's", () => {
    const unknown = decideEnrolment(undefined, claim)
    expect(answerTo(undefined)).toBe('INVITATION_WRONG')
    for (const anothers of [invitation, { ...invitation, usedAt: claim.at }]) {
      expect(decideEnrolment(anothers, { ...claim, participant: 'SE' })).toEqual(unknown)
    }
  })
})

describe('who is invited', () => {
  const there = { kind: 'state', enrolled: true } as const
  const be = { participant: 'BE', kind: 'state' } as const

  it('the first official of a new participant, with the roles of a small office', () => {
    const value = ['publisher', 'reviewer', 'signatory']
    expect(decideInvitation(be, null)).toEqual({ ok: true, value })
  })

  it('a further official of one that is there, by the roles that are named', () => {
    const invited = { ...be, roles: ['signatory', 'reviewer'] as const }
    expect(decideInvitation(invited, there)).toEqual({ ok: true, value: invited.roles })
  })

  const other = { ...be, kind: 'partner', roles: ['signatory'] } as const
  const approver = { ...be, roles: ['approver'] } as const
  const operator = { ...be, roles: ['operator'] } as const
  it.each([
    ['over one that is there, without roles', [be, there], 'PARTICIPANT_EXISTS'],
    ['into one that is there as another kind', [other, there], 'PARTICIPANT_EXISTS'],
    ['as approver of nobody', [approver, null], 'PARTICIPANT_UNKNOWN'],
    ['as operator of a state', [operator, there], 'ROLES_WRONG'],
  ] as const)('nobody %s', (_, [invited, found], code) => {
    expect(decideInvitation(invited, found)).toMatchObject({ refusal: { code } })
  })
})

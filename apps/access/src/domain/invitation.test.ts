// SPDX-License-Identifier: Apache-2.0
import { decideEnrolment, type Invitation } from './invitation'

const invitation: Invitation = {
  participant: 'BE',
  expiresAt: new Date('2026-12-07T09:00:00Z'),
  usedAt: null,
  role: 'publisher' as const,
}
const claim = { participant: 'BE', at: new Date('2026-11-23T09:00:00Z') }

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

  it("answers a guesser in the same words, whether the code is unknown or another's", () => {
    const unknown = decideEnrolment(undefined, claim)
    expect(answerTo(undefined)).toBe('INVITATION_WRONG')
    for (const anothers of [invitation, { ...invitation, usedAt: claim.at }]) {
      expect(decideEnrolment(anothers, { ...claim, participant: 'SE' })).toEqual(unknown)
    }
  })
})

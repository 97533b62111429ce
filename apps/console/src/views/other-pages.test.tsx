// SPDX-License-Identifier: Apache-2.0
import { renderAgreements } from './agreements'
import { agreement, belgium, denmark, frameFor, textOf } from './given'
import { renderNotFound, renderProblem, renderSignedOut } from './plain'
import type { AgreementLine, AgreementState } from './props'

const line = (id: string, standing: AgreementState): AgreementLine => ({
  ...agreement,
  id,
  standing,
})

describe('the list of agreements', () => {
  it('says where each stands, and for whose signature it waits', () => {
    const text = textOf(
      renderAgreements({
        frame: frameFor('state'),
        propose: null,
        agreements: [
          line('A-1', { state: 'in-force', since: '2026-11-23T09:12:00Z' }),
          line('A-2', {
            state: 'proposed',
            proposedAt: '2026-11-20T08:00:00Z',
            waitingFor: [belgium, denmark],
          }),
          line('A-3', {
            state: 'revoked',
            at: '2026-11-22T08:00:00Z',
            by: denmark,
            reason: 'a <b>new</b> register',
          }),
          line('A-4', { state: 'ended', on: '2025-12-31' }),
        ],
      }),
    )
    expect(text).toContain('4 agreements: 1 in force, 1 waiting or suspended, 2 revoked or ended.')
    expect(text).toContain('In force Since 23 Nov 2026, 09:12 UTC')
    expect(text).toContain('Waits for Belgium and Denmark to sign')
    expect(text).toContain('by Denmark: a &lt;b>new&lt;/b> register')
    expect(text).toContain('Ended On 31 Dec 2025')
  })
})

describe('the pages without figures', () => {
  const frame = frameFor('state')

  it('tell how to sign in, and name nobody', () => {
    const text = textOf(renderSignedOut({ frame, why: 'link-not-good' }))
    expect(text).toContain('corridor console --profile BE')
    expect(text).toContain('Each link opens the console once.')
    expect(text).not.toContain('Statbel')
  })

  it('use the same words for what is not there and what is not shared', () => {
    expect(textOf(renderNotFound({ frame }))).toContain(
      'There is no such page, or it is not shared with you',
    )
  })

  it('say after a fault what is safe, and what to tell the operator', () => {
    const text = textOf(renderProblem({ frame, code: 'INTERNAL', reference: '01JD' }))
    expect(text).toContain('Nothing was changed.')
    expect(text).toContain('Reference 01JD')
    expect(textOf(renderProblem({ frame, code: null, reference: null }))).not.toContain('Reference')
  })

  it('carry the notice of a demonstration at the top', () => {
    const notice = 'Demonstration. Published figures; the offices took no part.'
    expect(textOf(renderNotFound({ frame: { ...frame, notice } }))).toContain(notice)
  })
})

// SPDX-License-Identifier: Apache-2.0
import { terms } from './given'
import { judgePartners } from './registered-partners'

const reporting = {
  ...terms,
  enforced: [
    {
      ...({ id: '7', kind: 'report', by: ['EMPDK'], as: 'employers', areas: ['DK'] } as const),
      contract: 'labour-market' as const,
    },
  ],
}

describe('terms by which a partner reports', () => {
  it('hold for a partner in the role that it is registered with', () => {
    const employers = { id: 'EMPDK', kind: 'partner', organisation: 'employers' }
    expect(judgePartners(reporting, [employers])).toMatchObject({ ok: true })
  })

  it.each([
    ['another kind of organisation', { kind: 'partner', organisation: 'workers' }, 'workers'],
    ['a researcher', { kind: 'partner', organisation: 'research' }, 'research'],
    ['a partner of no kind', { kind: 'partner', organisation: null }, 'nothing'],
    ['a state', { kind: 'state', organisation: null }, 'state'],
  ])('are refused for %s', (_, who, is) => {
    expect(judgePartners(reporting, [{ id: 'EMPDK', ...who }])).toMatchObject({
      refusal: {
        code: 'AGREEMENT_TERM_NOT_ENFORCEABLE',
        detail: `clause 7: EMPDK is registered as ${is}, and cannot report as employers`,
      },
    })
  })

  it('are refused for somebody whom nobody has registered', () => {
    expect(judgePartners(reporting, [])).toMatchObject({ ok: false })
  })

  it('are no matter of the register where nobody reports by a clause', () => {
    expect(judgePartners(terms, [])).toMatchObject({ ok: true })
  })
})

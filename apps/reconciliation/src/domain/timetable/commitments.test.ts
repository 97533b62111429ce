// SPDX-License-Identifier: Apache-2.0
import type { AgreementClause } from '@corridor/contracts'
import type { KnownAgreement } from '@corridor/policy'
import { agreement } from '../given'
import { openings } from './commitments'

const first: KnownAgreement = {
  ...agreement,
  terms: {
    ...agreement.terms,
    enforced: agreement.terms.enforced.flatMap((clause): readonly AgreementClause[] => {
      if (clause.kind === 'reconcile') return [{ ...clause, commitFirst: true }]
      return clause.kind === 'share'
        ? [{ ...clause, periods: { from: '2013', until: '2027' } }]
        : [clause]
    }),
  },
}
const timed: KnownAgreement = {
  ...first,
  terms: {
    ...first.terms,
    enforced: [
      ...first.terms.enforced,
      {
        ...({
          id: '9',
          kind: 'timetable',
          contract: 'migration-flow',
          from: ['_PARTIES'],
        } as const),
        ...({ frequency: 'A', dueDays: 90 } as const),
      },
    ],
  },
}
const said = (party: string, period: string) => ({
  ...{ contract: 'migration-flow', party, period, at: new Date('2026-02-01') },
})
const [early, late] = [new Date('2026-03-01'), new Date('2026-06-01')]

describe('a period is open', () => {
  it('once each party has said something of it', () => {
    expect(openings(first, [said('BE', '2025'), said('DK', '2024')], late)).toEqual([])
    expect(openings(first, [said('BE', '2025'), said('DK', '2025')], early)).toEqual([
      { contract: 'migration-flow', period: '2025', by: 'all-committed' },
    ])
  })

  it('or once its day has passed and somebody has, where a timetable says so', () => {
    expect(openings(timed, [said('BE', '2025')], early)).toEqual([])
    expect(openings(timed, [said('BE', '2025')], late)).toEqual([
      { contract: 'migration-flow', period: '2025', by: 'due-date' },
    ])
    expect(openings(timed, [], late)).toEqual([])
  })

  it('never by this where the parties do not ask for it', () => {
    expect(openings(agreement, [said('BE', '2025'), said('DK', '2025')], late)).toEqual([])
  })
})

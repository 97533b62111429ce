// SPDX-License-Identifier: Apache-2.0
import { toColumns, type Definition } from '@corridor/contracts'
import { figure, known, terms, toBelgium, toDenmark, unprotected } from './given'
import { simulate, type SentDataset } from './simulate'

const definition: Definition = {
  minimumStay: 'P12M',
  population: 'all',
  source: 'register',
  partnerConcept: 'residence',
  eventConcept: 'registration',
  ageDefinition: 'completed',
  periodConvention: 'calendar',
}
const sent: SentDataset = {
  sender: 'BE',
  contract: 'migration-flow',
  recordedAt: new Date('2025-04-01T00:00:00Z'),
  dataset: toColumns(definition, [
    figure(),
    ...['F', 'M', '_U'].map((sex) => figure({ sex, period: '2015' })),
    figure({ period: '2020' }),
    figure({ confStatus: 'C', period: '2014' }),
  ]),
}

describe('a simulation', () => {
  it('tells what would have gone to whom, by which clause, and what would have stayed', () => {
    expect(simulate(terms(), [sent])).toEqual([
      {
        sender: 'BE',
        recipient: 'DK',
        office: null,
        contract: 'migration-flow',
        datasets: 1,
        rows: 6,
        sent: 2,
        byClause: { 'BE-DK-2026/1': 2 },
        addedUp: 3,
        stayed: { ANOTHER_PERIOD: 1, CONFIDENTIAL: 1 },
        protection: ['published-figures-no-protection'],
      },
    ])
  })

  it('tells apart what only some offices would have got', () => {
    const enforced = [{ ...toDenmark, audience: ['STAT'] }, toBelgium, unprotected]
    const told = simulate(terms({ enforced }), [sent])
    expect(told.map(({ office, sent: rows, stayed }) => [office, rows, stayed])).toEqual([
      [null, 0, { AUDIENCE_NOT_NAMED: 6 }],
      ['STAT', 2, { ANOTHER_PERIOD: 1, CONFIDENTIAL: 1 }],
    ])
  })

  it('lets other agreements have their say', () => {
    const narrow = known({
      id: 'BE-DK-OLD',
      enforced: [{ ...toDenmark, periods: { from: '2015', until: '2015' } }, unprotected],
    })
    expect(simulate(terms(), [sent], [narrow])).toMatchObject([
      { sent: 1, byClause: { 'BE-DK-OLD/1': 1 } },
    ])
  })

  it('is silent on who sent nothing', () => {
    expect(simulate(terms(), [])).toEqual([])
  })
})

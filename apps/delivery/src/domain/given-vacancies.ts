// SPDX-License-Identifier: Apache-2.0
// What tests of figures about employers start from: vacancies of Belgium by sector, without those that few employers have most of.
import type { Dataset, ProtectClause, ShareClause } from '@corridor/contracts'
import type { Permit } from '@corridor/policy'
import { definition, permitOf } from './given'

/** Vacancies of a sector, how many employers have them, and what the two largest have. */
export type Sector = readonly [
  sector: string,
  value: number,
  contributors: number | null,
  largest: number | null,
  second: number | null,
]

const [value, contributors, largest, second] = [1, 2, 3, 4] as const

/** Vacancies as a message has them. */
export function vacancies(rows: readonly Sector[]): Dataset {
  const all = {
    definition: { ...definition, population: 'jobs', partnerConcept: 'none' } as const,
    classifications: {
      ...{ education: 'ISCED-2011', occupation: 'ISCO-08' },
      ...{ sector: 'ISIC-4', statusInEmployment: 'ICSE-18' },
    },
    frequency: 'Q',
    unit: { measure: 'PST', multiplier: 0, decimals: 0 },
    ...{ reporter: 'BE', indicator: 'VAC', basis: 'observed', scenario: '_Z', citizenship: '_T' },
    ...{ period: '2025-Q1', sex: '_T', age: '_T', education: '_T', occupation: '_T' },
    statusInEmployment: '_T',
    ...({ valueStatus: 'value', obsStatus: 'A', confStatus: 'F' } as const),
  } as const
  return {
    ...all,
    ...{
      sector: rows.map(([sector]) => sector),
      contributors: rows.map((row) => row[contributors]),
      largestContribution: rows.map((row) => row[largest]),
      secondContribution: rows.map((row) => row[second]),
    },
    rows: rows.length,
    value: rows.map((row) => row[value]),
  }
}

const rule: ProtectClause['rule'] = {
  ...{ method: 'suppression', threshold: 3, zeros: false, protectionPercent: 100 },
  dominance: { contributors: 2, percent: 85 },
}

/** What grants Denmark these vacancies down to a level of sectors. */
export function vacancyPermit(level: 'level-1' | 'all'): Permit {
  const share: ShareClause = {
    ...{ id: '1', kind: 'share', from: ['BE'], to: ['DK'], contract: 'labour-market' },
    levels: [{ dimension: 'sector', level }],
    only: [
      { dimension: 'indicator', codes: ['VAC'] },
      { dimension: 'basis', codes: ['observed'] },
      { dimension: 'scenario', codes: ['_Z'] },
    ],
    confStatus: ['F'],
  }
  return permitOf(share, { id: '2', kind: 'protect', rule })
}

// SPDX-License-Identifier: Apache-2.0
// Vacancies of which an agreement hides what few employers have most of. All figures are synthetic.
import {
  cell,
  type Column,
  type Dataset,
  type ProtectClause,
  type ShareClause,
} from '@corridor/contracts'
import { digestOf } from '@corridor/message'
import { compile, decide, type Permit } from '@corridor/policy'
import { openSolver } from '@corridor/statistics'
import { at, definition, known, textOf } from './given'
import type { Protecting } from './protect-projection'
import { releaseOf } from './release'

const share: ShareClause = {
  ...{ id: '1', kind: 'share', from: ['BE'], to: ['DK'], contract: 'labour-market' },
  levels: [{ dimension: 'sector', level: 'level-1' }],
  only: [
    { dimension: 'indicator', codes: ['VAC'] },
    { dimension: 'basis', codes: ['observed'] },
    { dimension: 'scenario', codes: ['_Z'] },
  ],
  confStatus: ['F'],
}
const rule: ProtectClause['rule'] = {
  ...{ method: 'suppression', threshold: 3, zeros: false, protectionPercent: 100 },
  dominance: { contributors: 2, percent: 85 },
}

let protecting: Protecting
beforeAll(async () => {
  const known = { datasets: [] }
  protecting = { solver: await openSolver(), known, secret: new Uint8Array(32).fill(5) }
})

/** Vacancies of a sector, how many employers have them, and what the two largest have. */
type Sector = readonly [
  sector: string,
  value: number,
  contributors: number | null,
  largest: number | null,
  second: number | null,
]

const [one, two, three, four] = [1, 2, 3, 4] as const
const sectors: readonly Sector[] = [
  ['A', 1730, 212, 96, 71],
  ['B', 140, 2, 90, 50],
  ['F', 16800, 1904, 410, 395],
  ['G', 900, 40, 700, 90],
  ['_T', 19570, 2158, 700, 410],
]

function leaving(rows: readonly Sector[]) {
  const base: Omit<Dataset, 'value' | 'rows'> = {
    definition: { ...definition, population: 'jobs', partnerConcept: 'none' },
    classifications: {
      ...{ education: 'ISCED-2011', occupation: 'ISCO-08' },
      ...{ sector: 'ISIC-4', statusInEmployment: 'ICSE-18' },
    },
    frequency: 'Q',
    unit: { measure: 'PST', multiplier: 0, decimals: 0 },
    valueStatus: 'value',
    obsStatus: 'A',
    confStatus: 'F',
  }
  const codes = {
    ...{ reporter: 'BE', indicator: 'VAC', basis: 'observed', scenario: '_Z', citizenship: '_T' },
    ...{ period: '2025-Q1', sex: '_T', age: '_T', education: '_T', occupation: '_T' },
    statusInEmployment: '_T',
  }
  const dataset = {
    ...base,
    ...codes,
    rows: rows.length,
    sector: rows.map(([sector]) => sector),
    value: rows.map((row) => row[one]),
    contributors: rows.map((row) => row[two]),
    largestContribution: rows.map((row) => row[three]),
    secondContribution: rows.map((row) => row[four]),
  }
  const source = {
    ...{ participant: 'BE', contract: 'labour-market', version: '1.1.0', position: 7 },
    ...{ digest: digestOf(Buffer.from('the message')), reportedAs: null, dataset },
    recordedAt: new Date('2026-11-23T09:11:00Z'),
  }
  const request = { contract: 'labour-market', sender: 'BE', recipient: 'DK' }
  const agreed = known([share, { id: '2', kind: 'protect', rule }])
  // A test whose clauses grant nothing fails on what it then finds.
  const permit = decide(compile([agreed]), request, at) as Permit
  const release = releaseOf(source, permit, { version: '1.1.0', at, protecting })
  if (release === null || 'outcome' in release) return null
  return JSON.parse(textOf(release)) as { dataset: Dataset & { sector: Column<string> } }
}

function toldOf(rows: readonly Sector[]): Readonly<Record<string, unknown>> {
  const { dataset } = leaving(rows) ?? {}
  if (dataset === undefined) return {}
  const { sector, value, rows: left } = dataset
  return Object.fromEntries(
    Array.from({ length: left }, (_, row) => [cell(sector, row), cell(value, row)]),
  )
}

describe('vacancies by sector', () => {
  it('leave where many employers have them, and stay hidden where two have most, with what would give them away', () => {
    const told = toldOf(sectors)
    // G: 790 of 900 are of two; B has no more than two.
    expect(told).toMatchObject({ B: null, G: null, F: 16800, _T: 19570 })
    expect(Object.keys(told)).toHaveLength(5)
  })

  it('stay hidden where nothing is said of the employers', () => {
    const silent = sectors.map(([sector, value]): Sector => [sector, value, null, null, null])
    expect(new Set(Object.values(toldOf(silent)))).toEqual(new Set([null]))
  })

  it('say nothing of the employers to whom they go', () => {
    const told = Object.keys(leaving(sectors)?.dataset ?? {})
    for (const column of ['contributors', 'largestContribution', 'secondContribution'])
      expect(told).not.toContain(column)
    expect(told).toContain('upper')
  })

  it('are judged, where the hub adds them up, as if the largest in each part were one employer', () => {
    const divisions: readonly Sector[] = [
      ['A01', 1000, 90, 60, 50],
      ['A02', 500, 70, 40, 30],
      ['A03', 230, 50, 20, 10],
    ]
    expect(toldOf(divisions)).toEqual({ A: 1730 })
    const each = divisions.map(([sector, value, n]): Sector => [
      sector,
      value,
      n,
      value / 2,
      value / 2 - 50,
    ])
    expect(toldOf(each)).toEqual({ A: null })
  })
})

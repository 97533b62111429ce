// SPDX-License-Identifier: Apache-2.0
import type { LabourMarket } from '@corridor/contracts'
import fc from 'fast-check'
import { compile } from './compile'
import { decide } from './decide'
import { known, parties, terms, unprotected } from './given'
import { lint } from './lint/lint'
import { projectDataset } from './project-dataset'
import { reportable, reportRights, reportTest } from './reports'
import type { ClauseOf } from './terms'

const report: ClauseOf<'report'> = {
  ...({ id: '1', kind: 'report', by: ['EMPDK'], as: 'employers', areas: ['DK'] } as const),
  ...{ contract: 'labour-market', periods: { from: '2024', until: '2025' } },
  only: [{ dimension: 'sector', codes: ['F'] }],
}
const row = { reporter: 'DK', indicator: 'VAC', period: '2024-Q4', sector: 'F' }
const named = ['indicator', 'basis', 'scenario', 'citizenship', 'sex', 'age', 'education'] as const
const share: ClauseOf<'share'> = {
  ...({ id: '2', kind: 'share', from: ['EMPDK'], to: ['SE'], contract: 'labour-market' } as const),
  levels: [...named, 'occupation', 'sector', 'statusInEmployment'].map((dimension) => ({
    ...{ dimension, level: 'all' as const },
  })),
  confStatus: ['F'],
}
const three = { parties: parties('DK', 'EMPDK', 'SE') }

describe('a report clause', () => {
  it.each([
    ['what it names', {}, true],
    ['what lies below a code that it names', { sector: 'F41' }, true],
    ['another state', { reporter: 'SE' }, false],
    ['the partner itself', { reporter: 'EMPDK' }, false],
    ['another sector', { sector: 'C' }, false],
    ['the total of all sectors', { sector: '_T' }, false],
    ['another period', { period: '2023-Q4' }, false],
    ['a period that is only in part its own', { period: '2026' }, false],
    ['an indicator that only states count', { indicator: 'EMP' }, false],
    ['a row that lacks a column', { sector: undefined }, false],
  ])('of %s: %s', (_, change, lets) => {
    expect(reportTest(report, undefined)({ ...row, ...change })).toBe(lets)
  })

  it('lets nobody report what its role has no part in', () => {
    for (const [role, contracts] of Object.entries(reportable))
      for (const contract of ['migration-flow', 'migrant-stock', 'work-permits'] as const) {
        expect(contracts[contract]).toBeUndefined()
        const clause = { ...report, as: role as keyof typeof reportable, contract, only: [] }
        expect(reportTest(clause, undefined)(row)).toBe(false)
      }
  })

  it('is a right while the agreement holds, of who is a party and has not reserved it', () => {
    const holding = { ...three, enforced: [report, share, unprotected] }
    expect(reportRights(known(holding), 'EMPDK')).toMatchObject([{ clause: { areas: ['DK'] } }])
    expect(reportRights(known(holding), 'SE')).toEqual([])
    expect(reportRights(known(holding, { status: 'suspended' }), 'EMPDK')).toEqual([])
    expect(reportRights(known(holding, { parties: ['DK', 'SE'] }), 'EMPDK')).toEqual([])
    const left = known(holding, { parties: ['EMPDK', 'SE'] })
    expect(reportRights(left, 'EMPDK')).toMatchObject([{ clause: { areas: [] } }])
    const reserved = known(holding, { reservations: [{ party: 'DK', clause: '1' }] })
    expect(reportRights(reserved, 'EMPDK')).toMatchObject([{ clause: { areas: [] } }])
  })
})

describe('whatever a clause names and whatever a row is about', () => {
  const sectors: Readonly<Record<string, readonly string[]>> = {
    C: ['C', 'C10'],
    F: ['F', 'F41'],
    F41: ['F41'],
  }
  const indicators = { employers: ['VAC', 'POSTS'], workers: ['SUPPLY'], recruiters: ['VAC'] }
  const years = { from: fc.constantFrom('2023', '2024'), until: fc.constantFrom('2024', '2025') }
  const someClause = fc.record({
    areas: fc.uniqueArray(fc.constantFrom('DK', 'SE', 'NO'), { minLength: 1 }),
    as: fc.constantFrom('employers', 'workers', 'recruiters'),
    periods: fc.record(years),
    codes: fc.uniqueArray(fc.constantFrom('C', 'F', 'F41'), { minLength: 1 }),
  })
  const someRow = fc.record({
    reporter: fc.constantFrom('DK', 'SE', 'NO', 'FI', 'EMPDK'),
    indicator: fc.constantFrom('VAC', 'POSTS', 'SUPPLY', 'EMP', 'UNE'),
    period: fc.constantFrom('2022-Q4', '2023', '2024-Q2', '2025-Q4', '2026'),
    sector: fc.constantFrom('C', 'C10', 'F', 'F41', 'A', '_T'),
  })

  it('lets a row be reported where it is within each of its words, and no other', () => {
    let lets = 0
    fc.assert(
      fc.property(someClause, someRow, ({ codes, ...named }, told) => {
        const only = [{ dimension: 'sector', codes }]
        const clause = { ...report, ...named, only }
        const year = told.period.slice(0, 4)
        const byTheLetter =
          named.areas.some((area) => area === told.reporter) &&
          indicators[named.as].includes(told.indicator) &&
          year >= named.periods.from &&
          year <= named.periods.until &&
          codes.some((code) => sectors[code]?.includes(told.sector))
        expect(reportTest(clause, { sector: 'ISIC-4' })(told)).toBe(byTheLetter)
        if (byTheLetter) lets += 1
      }),
      { numRuns: 3_000 },
    )
    expect(lets).toBeGreaterThan(30)
  })
})

describe('figures of a partner', () => {
  const table: LabourMarket = {
    definition: {
      ...{ eventConcept: 'survey-answer', source: 'survey', population: 'jobs' },
      ...{ minimumStay: 'not-applicable', partnerConcept: 'none', ageDefinition: 'not-stated' },
      periodConvention: 'calendar',
    },
    classifications: {
      ...{ education: 'ISCED-2011', occupation: 'ISCO-08', sector: 'ISIC-4' },
      statusInEmployment: 'ICSE-18',
    },
    ...{ frequency: 'Q', rows: 2, reporter: 'DK', indicator: 'VAC', basis: 'observed' },
    ...{ scenario: '_Z', citizenship: '_Z', period: '2024-Q4', sex: '_Z', age: '_Z' },
    ...{ education: '_Z', occupation: '_T', sector: ['F', 'C'], statusInEmployment: '_Z' },
    ...{ value: [17, 18], valueStatus: 'value', obsStatus: 'A', confStatus: 'F' },
  }
  const rowsFor = (enforced: readonly ClauseOf<'report' | 'share' | 'protect'>[]) => {
    const agreement = known({ ...three, enforced: [...enforced] })
    const asked = { contract: 'labour-market', sender: 'EMPDK', recipient: 'SE' }
    const at = new Date('2026-06-01T12:00:00Z')
    const decision = decide(compile([agreement]), asked, at)
    if (decision.decision === 'DENY') return decision.code
    return projectDataset(table, decision, at).dataset?.rows ?? 0
  }

  it('leave where one clause shares them and another lets it report them', () => {
    expect(rowsFor([report, share, unprotected])).toBe(1)
    expect(rowsFor([share, unprotected])).toBe(0)
    expect(rowsFor([report, unprotected])).toBe('NO_CLAUSE_GRANTS')
  })
})

describe('terms by which partners report', () => {
  const codesOf = (change: Partial<ClauseOf<'report'>>, ...more: ClauseOf<'share'>[]) =>
    lint(terms({ ...three, enforced: [{ ...report, ...change }, ...more, unprotected] }))
      .filter(({ severity }) => severity === 'error')
      .map(({ code, detail }) => `${code}: ${detail}`)

  it('hang together', () => {
    expect(codesOf({}, share)).toEqual([])
  })

  it.each<[Partial<ClauseOf<'report'>>, RegExp]>([
    [{ areas: ['NO'] }, /NO is not a party/],
    [{ by: ['SE'] }, /SE is a state: it reports for itself/],
    [{ areas: ['EMPDK'] }, /none of its areas is a state/],
    [{ contract: 'migration-flow' }, /has nothing to report by migration-flow/],
    [{ periods: { from: '2025', until: '2024' } }, /before they begin/],
    [{ only: [{ dimension: 'colour', codes: ['F'] }] }, /no dimension colour/],
    [{ only: [{ dimension: 'sector', codes: ['QQ'] }] }, /sector has no code QQ/],
    [{ only: [{ dimension: 'reporter', codes: ['DK'] }] }, /told by the areas/],
    [{ only: [{ dimension: 'indicator', codes: ['EMP'] }] }, /reports no EMP/],
  ])('are refused for %j', (change, why) => {
    expect(codesOf(change, share).join('\n')).toMatch(why)
  })

  it('are refused where a partner would share what no clause lets it report', () => {
    const other: ClauseOf<'share'> = { ...share, id: '7', contract: 'deployment' }
    expect(codesOf({}, share, other).join('\n')).toMatch(/no clause lets EMPDK report deployment/)
  })
})

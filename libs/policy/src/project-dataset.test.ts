// SPDX-License-Identifier: Apache-2.0
import {
  rowsOf,
  toColumns,
  validate,
  type Agreement,
  type Definition,
  type FlowRow,
} from '@corridor/contracts'
import { compile } from './compile'
import { decide } from './decide'
import { explain } from './explain'
import { figure, known, toDenmark, unprotected } from './given'
import type { Permit } from './policy'
import { projectDataset } from './project-dataset'
import { mayBeAggregated } from './redistribution'
import type { KnownAgreement } from './standing'
import type { ClauseOf } from './terms'

const at = new Date('2026-06-01T12:00:00Z')
const request = { contract: 'migration-flow', sender: 'BE', recipient: 'DK' }
const definition: Definition = {
  minimumStay: 'P12M',
  population: 'all',
  source: 'register',
  partnerConcept: 'residence',
  eventConcept: 'registration',
  ageDefinition: 'completed',
  periodConvention: 'calendar',
}

const shareOf = (id: string, change: Partial<ClauseOf<'share'>> = {}): ClauseOf<'share'> => ({
  ...toDenmark,
  id,
  ...change,
})
const agreed = (id: string, ...clauses: Agreement['enforced']): KnownAgreement =>
  known({ id, enforced: [...clauses, unprotected] })

function permitBy(...agreements: readonly KnownAgreement[]): Permit {
  const decision = decide(compile(agreements), request, at)
  if (decision.decision === 'DENY') throw new Error(decision.code)
  return decision
}

function leaving(rows: readonly FlowRow[], ...agreements: readonly KnownAgreement[]) {
  const { dataset, rows: decided } = projectDataset(
    toColumns(definition, rows),
    permitBy(...agreements),
    at,
  )
  return { rows: dataset === null ? [] : [...rowsOf(dataset)], decided, dataset }
}

const told = (rows: readonly FlowRow[], column: 'occupation' | 'age' | 'sex' | 'sector') =>
  Object.fromEntries(rows.map((row) => [row[column], row.value ?? [row.lower, row.upper]]))

describe('a projection', () => {
  it('is nothing where nothing is granted', () => {
    expect(leaving([figure({ destination: 'SE' })], agreed('A', shareOf('1')))).toMatchObject({
      dataset: null,
      decided: [],
    })
  })

  it('is the dataset itself where all of it is granted', () => {
    const flow = toColumns(definition, [figure(), figure({ period: '2015', value: 397 })])
    expect(projectDataset(flow, permitBy(agreed('A', shareOf('1'))), at).dataset).toEqual(flow)
  })

  it('names for each row the one clause that decided it: the first that grants', () => {
    const inflow = figure({ origin: 'DK', destination: 'BE', direction: 'inflow' })
    const out = shareOf('2', { corridors: [{ origin: 'BE', destination: 'DK' }] })
    expect(leaving([figure(), inflow], agreed('A', out, shareOf('3'))).decided).toEqual([
      { agreement: 'A', clause: '2', from: [0] },
      { agreement: 'A', clause: '3', from: [1] },
    ])
  })
})

describe('several agreements', () => {
  const wide = agreed('A', shareOf('1', { levels: [{ dimension: 'sex', level: 'all' }] }))
  const narrow = agreed('B', shareOf('1', { periods: { from: '2015', until: '2016' } }))
  const rows = [figure(), figure({ sex: 'F' }), figure({ period: '2013' })]

  it('let out what each of them grants, and name the strictest', () => {
    const out = leaving(rows, wide, narrow)
    expect(out.rows).toEqual([rows[0]])
    expect(out.decided).toEqual([{ agreement: 'B', clause: '1', from: [0] }])
  })

  it('tell a figure at the level that each of them grants', () => {
    const level = (id: string, of: 'level-1' | 'level-2') =>
      agreed(id, shareOf('1', { levels: [{ dimension: 'education', level: of }] }))
    const parts = ['ED0', 'ED1', 'ED2'].map((education, i) => figure({ education, value: i + 1 }))
    const out = leaving(parts, level('A', 'level-2'), level('B', 'level-1'))
    expect(out.rows).toMatchObject([{ education: 'ED0T2', value: 6 }])
    expect(out.decided).toEqual([{ agreement: 'B', clause: '1', from: [0, 1, 2] }])
  })
})

describe('a level that the sender goes below', () => {
  const levels = (dimension: string, level: 'level-1' | 'five-year-ages' | 'total') =>
    agreed('A', shareOf('1', { levels: [{ dimension, level }] }))
  const isco = (...codes: string[]) =>
    codes.map((occupation, i) => figure({ occupation, value: 10 ** i }))

  it('is told as the sum of a complete block', () => {
    const out = leaving(isco('OC11', 'OC12', 'OC13', 'OC14'), levels('occupation', 'level-1'))
    expect(told(out.rows, 'occupation')).toEqual({ OC1: 1111 })
    expect(out.decided).toEqual([{ agreement: 'A', clause: '1', from: [0, 1, 2, 3] }])
    expect(validate('migration-flow', '1.2.0', out.dataset).ok).toBe(true)
  })

  it('is not told where a part is not there', () => {
    expect(leaving(isco('OC11', 'OC12', 'OC13'), levels('occupation', 'level-1')).rows).toEqual([])
  })

  it('is told by the figure that the sender gives itself, never by the parts too', () => {
    const rows = [...isco('OC11', 'OC12', 'OC13', 'OC14'), figure({ occupation: 'OC1', value: 7 })]
    const out = leaving(rows, levels('occupation', 'level-1'))
    expect(told(out.rows, 'occupation')).toEqual({ OC1: 7 })
  })

  it('is not made of others where the sender keeps the figure back', () => {
    const rows = [
      ...isco('OC11', 'OC12', 'OC13', 'OC14'),
      figure({ occupation: 'OC1', confStatus: 'C' }),
    ]
    expect(leaving(rows, levels('occupation', 'level-1')).rows).toEqual([])
  })

  it('counts each part once where codes of several depths are there', () => {
    const rows = isco('OC11', 'OC12', 'OC13', 'OC14', 'OC111', 'OC112')
    expect(told(leaving(rows, levels('occupation', 'level-1')).rows, 'occupation')).toEqual({
      OC1: 1111,
    })
  })

  it('is suppressed with the sum of the intervals where a part is suppressed', () => {
    const [first, second, ...others] = isco('OC11', 'OC12', 'OC13', 'OC14')
    const hidden = { value: null, valueStatus: 'suppressed' as const }
    const rows = [
      { ...first!, ...hidden, lower: 1, upper: 4 },
      { ...second!, ...hidden, lower: 0, upper: 9 },
      ...others,
    ]
    expect(leaving(rows, levels('occupation', 'level-1')).rows).toMatchObject([
      { occupation: 'OC1', valueStatus: 'suppressed', value: null, lower: 1101, upper: 1113 },
    ])
    const open = [{ ...rows[0]!, upper: null }, ...rows.slice(1)]
    expect(leaving(open, levels('occupation', 'level-1')).rows).toMatchObject([
      { valueStatus: 'suppressed', lower: 1101, upper: null },
    ])
  })

  it.each(['missing', 'retracted'] as const)('is %s where a part is', (valueStatus) => {
    const [first, ...others] = isco('OC11', 'OC12', 'OC13', 'OC14')
    const rows = [{ ...first!, value: null, valueStatus }, ...others]
    expect(leaving(rows, levels('occupation', 'level-1')).rows).toMatchObject([
      { occupation: 'OC1', valueStatus, value: null },
    ])
  })

  it('is told of ages in bands that are whole', () => {
    const ages = [15, 16, 17, 18, 19, 20, 21].map((age) =>
      figure({ age: `Y${String(age)}`, value: 1 }),
    )
    const out = leaving(ages, levels('age', 'five-year-ages'))
    expect(told(out.rows, 'age')).toEqual({ Y15T19: 5 })
  })

  it('is told of sectors by their section', () => {
    const rows = ['A01', 'A02', 'A03', 'B05'].map((sector, i) => figure({ sector, value: i + 1 }))
    expect(told(leaving(rows, levels('sector', 'level-1')).rows, 'sector')).toEqual({ A: 6 })
  })

  it('is no total of men and women alone: those of other or unknown sex may be missing', () => {
    const rows = ['F', 'M'].map((sex) => figure({ sex, value: 5 }))
    expect(leaving(rows, levels('sex', 'total')).rows).toEqual([])
    const stated = [...rows, figure({ sex: '_U', value: 0 })]
    expect(told(leaving(stated, levels('sex', 'total')).rows, 'sex')).toEqual({ _T: 10 })
  })

  it('is no total where people of an unknown code are kept back', () => {
    const sexes = [
      ...['F', 'M', '_N'].map((sex) => figure({ sex })),
      figure({ sex: '_U', confStatus: 'C' }),
    ]
    expect(leaving(sexes, levels('sex', 'total')).rows).toEqual([])
  })

  it('is told over two dimensions at once', () => {
    const rows = ['F', 'M', '_U'].flatMap((sex) =>
      isco('OC11', 'OC12', 'OC13', 'OC14').map((row) => ({ ...row, sex })),
    )
    const out = leaving(rows, levels('occupation', 'level-1'))
    expect(out.rows).toMatchObject([{ occupation: 'OC1', sex: '_T', value: 3333 }])
    expect(out.decided[0]?.from).toHaveLength(12)
    const gap = rows.filter(({ sex, occupation }) => sex !== '_U' || occupation !== 'OC12')
    expect(leaving(gap, levels('occupation', 'level-1')).rows).toEqual([])
  })

  it('has no standard error, the marks of all parts, and the narrowest word on handing on', () => {
    const flow = {
      ...toColumns(definition, isco('OC11', 'OC12', 'OC13', 'OC14')),
      standardError: [1, 2, 3, 4],
      obsStatus: ['A', 'E', 'P', 'A'],
      confRedist: ['ALL', 'AGGREGATED', null, null],
    }
    const { dataset } = projectDataset(flow, permitBy(levels('occupation', 'level-1')), at)
    expect(dataset).toMatchObject({ standardError: null, obsStatus: 'E P', confRedist: 'NONE' })
  })

  it('is not told of amounts, which are no counts', () => {
    const flow = {
      ...toColumns(definition, isco('OC11', 'OC12', 'OC13', 'OC14')),
      unit: { measure: 'EUR', multiplier: 0, decimals: 0 } as const,
    }
    expect(projectDataset(flow, permitBy(levels('occupation', 'level-1')), at).dataset).toBeNull()
  })
})

describe('what may be handed on', () => {
  const marked = (mark: string) => ({
    ...toColumns(definition, [figure()]),
    confRedist: mark as 'ALL',
  })
  const handing = (...allowed: string[]): ClauseOf<'redistribution'> => ({
    id: '8',
    kind: 'redistribution',
    contract: 'migration-flow',
    allowed,
  })

  it('is what the sender says and every agreement lets the recipient act on', () => {
    const out = (mark: string, ...agreements: KnownAgreement[]): unknown =>
      projectDataset(marked(mark), permitBy(...agreements), at).dataset?.confRedist
    const free = agreed('A', shareOf('1'), handing('ALL', 'AGGREGATED'))
    const close = agreed('B', shareOf('1'), handing('AGGREGATED'))
    expect(out('ALL', free)).toBe('ALL')
    expect(out('PARTNER', free)).toBe('NONE')
    expect(out('ALL', free, close)).toBe('NONE')
    expect(out('AGGREGATED', free, close)).toBe('AGGREGATED')
    expect(out('ALL', agreed('A', shareOf('1')))).toBe('NONE')
  })
})

describe('a sum of a region', () => {
  it('takes what its sender lets be handed on in sums, or says nothing of', () => {
    for (const mark of ['ALL', 'AGREEMENT', 'AGGREGATED', '_Z', null])
      expect(mayBeAggregated(mark)).toBe(true)
    for (const mark of ['NONE', 'PARTNER']) expect(mayBeAggregated(mark)).toBe(false)
  })
})

describe('an explanation', () => {
  it('says of each row whether it left, in which row it was added up, or which clause kept it in', () => {
    const rows = [
      figure(),
      figure({ sex: 'F', period: '2015' }),
      figure({ sex: 'M', period: '2015' }),
      figure({ sex: '_U', period: '2015' }),
      figure({ period: '2020' }),
      figure({ confStatus: 'C' }),
      figure({ age: 'Y15T19' }),
    ]
    const permit = permitBy(agreed('A', shareOf('1')))
    const by = { agreement: 'A', clause: '1' }
    const kept = (row: number, code: string) => ({
      row,
      became: 'stayed',
      by: [{ ...by, code }],
      code,
    })
    expect(explain(toColumns(definition, rows), permit, at)).toEqual([
      { row: 1, became: 'left', by },
      ...[2, 3, 4].map((row) => ({ row, became: 'added-up', by: [by] })),
      kept(5, 'ANOTHER_PERIOD'),
      kept(6, 'CONFIDENTIAL'),
      kept(7, 'TOO_FINE'),
    ])
  })

  it('says of every row why access was denied', () => {
    const decision = decide(compile([]), request, at)
    expect(explain(toColumns(definition, [figure(), figure()]), decision, at)).toEqual([
      { row: 1, became: 'stayed', by: [], code: 'AGREEMENT_NOT_IN_FORCE' },
      { row: 2, became: 'stayed', by: [], code: 'AGREEMENT_NOT_IN_FORCE' },
    ])
  })
})

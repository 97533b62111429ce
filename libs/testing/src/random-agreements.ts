// SPDX-License-Identifier: Apache-2.0
// Agreements and tables drawn at random, for the tests of what may leave. Small words, so that they meet often.
import type {
  Agreement,
  DimensionLevel,
  FlowRow,
  ProtectClause,
  ShareClause,
} from '@corridor/contracts'
import { completed, type KnownAgreement, type Reservation, type Standing } from '@corridor/policy'
import fc, { type Arbitrary } from 'fast-check'

const states = ['BE', 'DK', 'SE'] as const
const someone = fc.constantFrom(...states)
// Most of what is drawn is about Belgium giving Denmark figures of moves from one to the other.
const mostly = <Value>(one: Value, others: Arbitrary<Value>): Arbitrary<Value> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(one) }, { weight: 1, arbitrary: others })
const named = mostly<readonly string[]>(
  ['_PARTIES'],
  fc.uniqueArray(fc.constantFrom(...states, '_PARTIES'), { minLength: 1, maxLength: 3 }),
)
const place = mostly<string>('_PARTIES', fc.constantFrom('BE', 'DK', 'SE'))

const optional = <Value>(of: Arbitrary<Value>): Arbitrary<Value | undefined> =>
  fc.option(of, { nil: undefined })

const toDenmark: ShareClause = {
  id: '1',
  kind: 'share',
  from: ['BE'],
  to: ['DK'],
  contract: 'migration-flow',
  periods: { from: '2013', until: '2016' },
  corridors: [{ origin: 'BE', destination: 'DK' }],
  confStatus: ['F'],
}

const unprotected: ProtectClause = {
  id: '8',
  kind: 'protect',
  rule: { method: 'published-figures-no-protection' },
}

const level = fc.constantFrom<DimensionLevel['level']>(
  'total',
  'level-1',
  'level-2',
  'five-year-ages',
  'ten-year-ages',
  'all',
)
const dimension = fc.constantFrom('sex', 'age', 'occupation', 'stay')
const slices = [
  { dimension: 'occupation', codes: ['OC1'] },
  { dimension: 'age', codes: ['Y15T19', 'Y20T24'] },
  { dimension: 'sex', codes: ['F'] },
  { dimension: 'direction', codes: ['outflow'] },
]
const slice = fc.constantFrom(...slices)

const someShare: Arbitrary<ShareClause> = fc
  .record({
    id: fc.constantFrom('1', '2', '3', '4'),
    from: named,
    to: named,
    periods: optional(
      fc.constantFrom({ from: '2015', until: '2016' }, { from: '2016-Q1', until: '2016-Q2' }),
    ),
    corridors: fc.array(fc.record({ origin: place, destination: place }), {
      minLength: 1,
      maxLength: 3,
    }),
    only: mostly<(typeof slices)[number][] | undefined>(
      undefined,
      fc.array(slice, { minLength: 1, maxLength: 2 }),
    ),
    levels: optional(
      fc.uniqueArray(fc.record({ dimension, level }), {
        minLength: 1,
        maxLength: 4,
        selector: (one) => one.dimension,
      }),
    ),
    confStatus: mostly<readonly ('F' | 'N' | 'C')[]>(
      ['F'],
      fc.uniqueArray(fc.constantFrom('F', 'N', 'C'), { minLength: 1 }),
    ),
    audience: mostly<readonly string[] | undefined>(
      undefined,
      fc.uniqueArray(fc.constantFrom('STAT', 'TAX'), { minLength: 1 }),
    ),
  })
  .map((drawn) => ({ ...toDenmark, ...stated(drawn) }))

// A member that was not drawn is not there at all.
function stated(drawn: object): Partial<ShareClause> {
  return Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== undefined))
}

/** Agreements of two or three of Belgium, Denmark and Sweden, in whatever standing. */
export const someAgreement: Arbitrary<KnownAgreement> = fc
  .record({
    id: fc.constantFrom('A', 'B', 'C'),
    status: fc.constantFrom<Standing['status']>('in-force', 'in-force', 'in-force', 'suspended'),
    now: mostly<readonly string[]>([...states], fc.uniqueArray(someone, { minLength: 2 })),
    reserved: mostly<readonly Reservation[]>(
      [],
      fc.array(fc.record({ party: someone, clause: fc.constantFrom('1', '2') }), {
        maxLength: 1,
      }),
    ),
    shares: fc.uniqueArray(someShare, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
    tied: fc.boolean(),
  })
  .map(({ id, status, now, reserved, shares, tied }) => {
    const ids = shares.map((share) => share.id)
    const both: Agreement['enforced'] =
      tied && ids.length > 1 ? [{ id: '9', kind: 'reciprocity', clauses: ids }] : []
    const terms = termsOf(id, [...shares, unprotected, ...both])
    const standing = { status, parties: now, reservations: reserved, provisionalUntil: null }
    return { terms, standing }
  })

function termsOf(id: string, enforced: Agreement['enforced']): Agreement {
  return completed({
    id,
    title: 'Three states',
    parties: states.map((participant) => ({ participant, signatures: 1 })),
    term: { from: '2026-01-01', until: '2026-12-31' },
    entryIntoForce: { rule: 'on-signature' },
    provisionalApplication: { rule: 'not-agreed' },
    accession: { rule: 'closed' },
    signatureDays: 90,
    enforced,
    recorded: [],
  })
}

/** Different agreements, each once. */
export const someAgreements = fc.uniqueArray(someAgreement, {
  minLength: 1,
  maxLength: 3,
  selector: ({ terms }) => terms.id,
})

/** Who asks: sender, recipient and perhaps an office. */
export const someRequest = fc
  .record({
    sender: mostly('BE', someone),
    recipient: mostly('DK', someone),
    office: optional(fc.constantFrom('STAT', 'TAX', 'WORK')),
  })
  .map(({ office, ...pair }) => ({
    contract: 'migration-flow',
    ...pair,
    ...(office === undefined ? {} : { office }),
  }))

/** A figure of one of the three. */
export const someFigure: Arbitrary<FlowRow> = fc
  .record({
    reporter: mostly('BE', someone),
    direction: fc.constantFrom('inflow', 'outflow'),
    origin: mostly('BE', someone),
    destination: mostly('DK', someone),
    period: fc.constantFrom('2014', '2016', '2016-Q1', '2016-07'),
    sex: mostly('_T', fc.constantFrom('F', 'M', '_U')),
    age: mostly('_T', fc.constantFrom('Y15', 'Y15T19', 'Y16', 'Y20T24', 'Y15T24', '_U')),
    occupation: mostly('_T', fc.constantFrom('OC1', 'OC11', 'OC111', 'OC2', '_U')),
    stay: mostly('_T', fc.constant('LONG')),
    confStatus: mostly('F', fc.constantFrom('N', 'C')),
    value: fc.nat({ max: 999 }),
  })
  .map((drawn) => ({ ...drawn, ...rest }))

const rest = {
  sector: '_T',
  education: '_T',
  valueStatus: 'value',
  lower: null,
  upper: null,
  obsStatus: 'A',
} as const

/** A table in which each cell stands once: some cells at random, and whole blocks of one group, so that sums can be made. */
export const someTable: Arbitrary<readonly FlowRow[]> = fc
  .tuple(
    fc.array(someFigure, { maxLength: 8 }),
    fc.array(fc.tuple(someFigure, fc.nat({ max: 2 }), fc.nat({ max: 30 })), { maxLength: 3 }),
  )
  .map(([rows, seeds]) => {
    const grown = seeds.flatMap(([row, which, gap]) =>
      blockOf(row, which).filter((_, i) => i !== gap),
    )
    const all = [...rows, ...grown]
    return [...new Map(all.map((row) => [cellOf(row), row])).values()]
  })
  .filter((rows) => rows.length > 0)

const blocks = [
  { column: 'occupation', codes: ['OC11', 'OC12', 'OC13', 'OC14'] },
  { column: 'age', codes: ['Y15', 'Y16', 'Y17', 'Y18', 'Y19'] },
  { column: 'sex', codes: ['F', 'M', '_U'] },
] as const

function blockOf(row: FlowRow, which: number): readonly FlowRow[] {
  const { column, codes } = blocks[which] ?? blocks[0]
  return codes.map((code, i) => ({ ...row, [column]: code, value: (row.value ?? 0) + i }))
}

/** The cell that a figure is of. */
export function cellOf(row: FlowRow): string {
  const { reporter, direction, origin, destination, period } = row
  const { sex, age, occupation, sector, stay, education } = row
  return [
    reporter,
    direction,
    origin,
    destination,
    period,
    sex,
    age,
    occupation,
    sector,
    stay,
    education,
  ].join()
}

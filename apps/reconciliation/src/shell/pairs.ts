// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'
import type { KeptFigures } from '../domain/file-evidence'
import type { Cell } from '../domain/cell'
import type { Pair } from '../domain/pair'
import type { Round, RoundTotals } from '../domain/round'
import { keepRows, type Value } from './keep-rows'

const key = ['agreement', 'period', 'origin', 'destination', 'contract', 'breakdown']

/** The columns of the table `pair` beside agreement and moment, with their type and what they hold. */
const columns: readonly (readonly [name: string, type: string, of: (pair: Pair) => Value])[] = [
  ['period', 'text', ({ period }) => period],
  ['origin', 'text', ({ origin }) => origin],
  ['destination', 'text', ({ destination }) => destination],
  ['contract', 'text', ({ contract }) => contract],
  ['breakdown', 'text', ({ breakdown }) => breakdown],
  ['origin_says', 'bigint', ({ originSays }) => originSays],
  ['destination_says', 'bigint', ({ destinationSays }) => destinationSays],
  ['origin_lower', 'float8', ({ originInterval }) => originInterval?.lower ?? null],
  ['origin_upper', 'float8', ({ originInterval }) => originInterval?.upper ?? null],
  ['destination_lower', 'float8', ({ destinationInterval }) => destinationInterval?.lower ?? null],
  ['destination_upper', 'float8', ({ destinationInterval }) => destinationInterval?.upper ?? null],
  ['origin_harmonised', 'float8', ({ originHarmonised }) => originHarmonised],
  ['destination_harmonised', 'float8', ({ destinationHarmonised }) => destinationHarmonised],
  ['rule', 'text', ({ rule }) => rule],
  ['difference', 'bigint', ({ difference }) => difference],
  ['asymmetry_percent', 'float8', ({ asymmetryPercent }) => asymmetryPercent],
  ['outcome', 'text', ({ outcome }) => outcome],
  ['eligibility', 'text', ({ eligibility }) => eligibility],
  ['gaps', 'jsonb', ({ gaps }) => listOf(gaps)],
  ['finding', 'text', ({ finding }) => finding],
  ['reason', 'text', ({ reason }) => reason],
  ['untested', 'text', ({ untested }) => untested],
  ['unlocked_by', 'text', ({ unlockedBy }) => unlockedBy],
  ['expectation', 'integer', ({ expectation }) => expectation?.version ?? null],
  ['log_ratio', 'float8', ({ expectation }) => expectation?.logRatio ?? null],
  ['variance', 'float8', ({ expectation }) => expectation?.variance ?? null],
  ['basis', 'text', ({ expectation }) => expectation?.basis ?? null],
  ['periods', 'integer', ({ expectation }) => expectation?.periods ?? null],
  ['tested_by', 'text', ({ test }) => test?.by ?? null],
  ['p', 'float8', ({ test }) => test?.p ?? null],
  ['z', 'float8', ({ test }) => test?.z ?? null],
  ['suspicion', 'float8', ({ test }) => test?.suspicion ?? null],
  ['gap', 'float8', ({ test }) => test?.gap ?? null],
  ['balanced', 'float8', ({ balanced }) => balanced?.estimate ?? null],
  ['balanced_lower', 'float8', ({ balanced }) => balanced?.interval.lower ?? null],
  ['balanced_upper', 'float8', ({ balanced }) => balanced?.interval.upper ?? null],
  ['matters', 'boolean', ({ matters }) => matters],
  ['weight', 'float8', ({ weight }) => weight],
  ['teaches', 'boolean', ({ teaches }) => teaches],
  ['causes', 'jsonb', ({ causes }) => listOf(causes)],
  ['origin_status', 'text', ({ originStatus }) => originStatus],
  ['destination_status', 'text', ({ destinationStatus }) => destinationStatus],
  ['origin_parts', 'text', ({ originParts }) => originParts],
  ['destination_parts', 'text', ({ destinationParts }) => destinationParts],
  ['origin_position', 'bigint', ({ originPosition }) => originPosition],
  ['destination_position', 'bigint', ({ destinationPosition }) => destinationPosition],
]

function listOf(list: readonly object[]): string | null {
  return list.length === 0 ? null : JSON.stringify(list)
}

/** Keeps the comparisons of an agreement's cells. */
export async function keepPairs(
  tx: Tx,
  pairs: readonly Pair[],
  { agreement, at }: { readonly agreement: string; readonly at: Date },
): Promise<void> {
  const all = (value: Value): readonly Value[] => pairs.map(() => value)
  await keepRows(tx, { table: 'pair', key }, [
    { name: 'agreement', type: 'text', values: all(agreement) },
    { name: 'compared_at', type: 'timestamptz', values: all(at) },
    ...columns.map(([name, type, of]) => ({ name, type, values: pairs.map(of) })),
  ])
}

/** A comparison as its row has it. */
type PairRow = Omit<
  Pair,
  'originInterval' | 'destinationInterval' | 'expectation' | 'test' | 'gaps' | 'causes' | 'balanced'
> & {
  readonly gaps: Pair['gaps'] | null
  readonly causes: Pair['causes'] | null
  readonly originLower: number | null
  readonly originUpper: number | null
  readonly destinationLower: number | null
  readonly destinationUpper: number | null
  readonly balanced: number | null
  readonly balancedLower: number
  readonly balancedUpper: number
  readonly expectation: number | null
  readonly testedBy: NonNullable<Pair['test']>['by'] | null
} & Record<'logRatio' | 'variance' | 'periods' | 'p' | 'z' | 'suspicion' | 'gap', number> & {
    readonly basis: NonNullable<Pair['expectation']>['basis']
  }

const selected = columns.map(([name, type]) => {
  const alias = name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase())
  return `${name}${type === 'bigint' ? '::float8' : ''} as "${alias}"`
})

/** The comparisons of a round, what matters first, then the most suspect; no more than so many. */
export async function pairsOf(tx: Tx, round: Round, most: number): Promise<readonly Pair[]> {
  const worst = 'true order by matters desc, weight desc, origin, destination, breakdown limit $4'
  return pairsWhere(tx, round, [worst, most])
}

/** What of a round has to be answered for, and the cells of its cases, by `origin.destination.breakdown`. */
export async function pairsUnderReview(
  tx: Tx,
  round: Round,
  keys: readonly string[],
): Promise<readonly Pair[]> {
  const asked = `(matters or origin || '.' || destination || '.' || breakdown = any($4::text[]))
    order by weight desc, origin, destination, breakdown`
  return pairsWhere(tx, round, [asked, keys])
}

/** The comparisons of a round that were tested against an expectation; none where they are more than so many. */
export async function pairsTested(tx: Tx, round: Round, most: number): Promise<readonly Pair[]> {
  const tested = await pairsWhere(tx, round, ['tested_by is not null limit $4', most + 1])
  return tested.length > most ? [] : tested
}

async function pairsWhere(
  tx: Tx,
  { agreement, contract, period }: Round,
  [which, value]: readonly [which: string, value: unknown],
): Promise<readonly Pair[]> {
  const rows = await rowsOfQuery<PairRow>(
    tx,
    `select ${selected.join(', ')} from pair where agreement = $1 and contract = $2 and period = $3 and ${which}`,
    [agreement, contract, period, value],
  )
  return rows.map(pairIn)
}

/** Keeps the causes that are proposed for comparisons of an agreement. */
export async function keepCauses(tx: Tx, pairs: readonly Pair[], agreement: string): Promise<void> {
  const names = [...key.slice(1), 'causes']
  const kept = columns.filter(([name]) => names.includes(name))
  const column = (name: string): string => `p.${name} = n.${name}`
  await tx.query(
    `update pair p set causes = n.causes from unnest(${kept.map(([, type], at) => `$${at + 2}::${type}[]`).join(', ')})
       as n (${kept.map(([name]) => name).join(', ')}) where p.agreement = $1 and ${key.slice(1).map(column).join(' and ')}`,
    [agreement, ...kept.map(([, , of]) => pairs.map(of))],
  )
}

/** A round in numbers. */
export async function totalsOf(
  tx: Tx,
  { agreement, contract, period }: Round,
): Promise<RoundTotals & { readonly compared: number }> {
  const [row] = await rowsOfQuery<RoundTotals & { readonly compared: number }>(
    tx,
    `select count(*)::int as cells, (count(*) filter (where outcome = 'outside'))::int as outside,
       (count(*) filter (where matters))::int as matters, coalesce(sum(abs(gap)), 0) as gaps,
       (count(*) filter (where outcome <> 'one-sided'))::int as compared
     from pair where agreement = $1 and contract = $2 and period = $3`,
    [agreement, contract, period],
  )
  return row ?? { cells: 0, outside: 0, matters: 0, gaps: 0, compared: 0 }
}

function pairIn(row: PairRow): Pair {
  const { originLower, originUpper, destinationLower, destinationUpper, ...figures } = row
  const { balanced: estimate, balancedLower: lower, balancedUpper: upper, ...rest } = figures
  const { expectation: version, logRatio, variance, basis, periods, ...found } = rest
  const { testedBy: by, p, z, suspicion, gap, gaps, causes, ...about } = found
  return {
    ...about,
    originInterval: intervalOf(originLower, originUpper),
    destinationInterval: intervalOf(destinationLower, destinationUpper),
    expectation: version === null ? null : { version, logRatio, variance, basis, periods },
    test: by === null ? null : { by, p, z, suspicion, gap },
    balanced: estimate === null ? null : { estimate, interval: { lower, upper } },
    gaps: gaps ?? [],
    causes: causes ?? [],
  }
}

function intervalOf(lower: number | null, upper: number | null): Pair['originInterval'] {
  return lower === null || upper === null ? null : { lower, upper }
}

/** The figures of comparisons that are kept, of some cells of an agreement. */
export async function keptFigures(
  tx: Tx,
  agreement: string,
  cells: readonly Cell[],
): Promise<readonly KeptFigures[]> {
  const asked = ['period', 'origin', 'destination', 'contract', 'breakdown'] as const
  return rowsOfQuery<KeptFigures>(
    tx,
    `select ${asked.join(', ')}, origin_says::float8 as "originSays", destination_says::float8 as "destinationSays",
       origin_position::float8 as "originPosition", destination_position::float8 as "destinationPosition"
     from pair join (select distinct * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as c)
       as asked (${asked.join(', ')}) using (${asked.join(', ')}) where agreement = $1`,
    [agreement, ...asked.map((name) => cells.map((cell) => cell[name]))],
  )
}

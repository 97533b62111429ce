// SPDX-License-Identifier: Apache-2.0
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rowsOfQuery, type Tx } from '@corridor/platform'
import { cellKey, flowKey, type Cell, type CellStatement } from '../../domain/cell'
import { compareSides } from '../../domain/compare-sides'
import type { Expect } from '../../domain/expected'
import type { Pair } from '../../domain/pair'
import { compareAll, setBeside } from '../../domain/pair-up'
import { cellIn } from '../../domain/full-round/judging-rows'
import { corridorOf } from '../../domain/full-round/side-row'
import {
  flagOf,
  isFlag,
  roundState,
  type RoundState,
  type Tally,
} from '../../domain/full-round/tally'
import type { ComparisonTerms } from '../../domain/terms'
import { statementsAbout, statementsOfFlows } from '../statements'
import type { Engine } from './engine'
import type { NumberedBreakdown } from './numbered'
import type { AgreementToRound } from './refresh'
import { directions, openPart, type RoundFile, type RoundStore } from './round-files'
import { countSql, sieved, sieveSql } from './sieve-sql'

/** What one agreement and period is compared with. */
export interface JoinMeans {
  readonly engine: Engine
  readonly memory: string
  readonly store: RoundStore
  readonly terms: ComparisonTerms
  readonly expect: Expect
}

/** A round and how many of its pairs the sieve left to the test. */
export interface Joined {
  readonly state: RoundState
  readonly pairs: number
  readonly tested: number
}

/** A pair that passed the first sieve. Ways of counting by number; figures null where they are not counts. */
interface Passed {
  readonly key: bigint
  readonly e: number | null
  readonly i: number | null
  readonly o: number
  readonly d: number
}

/** Joins both sides of one agreement and period: the sieve in DuckDB, exact tests here for what passes it. */
export async function joinSides(
  tx: Tx,
  asked: AgreementToRound,
  { file, means }: { readonly file: RoundFile; readonly means: JoinMeans },
): Promise<Joined> {
  const { engine, memory, store, terms } = means
  const pathOf = (side: string): string => join(memory, `${file.file}.${side}.parquet`)
  const paths = { outflow: pathOf('outflow'), inflow: pathOf('inflow') }
  try {
    for (const side of directions)
      writeFileSync(paths[side], openPart(store, file, side), { mode: 0o600 })
    const [count] = await engine.rows(countSql(paths))
    const met = await engine.rows(sieveSql(paths, terms))
    const both = met.reduce((sum, one) => sum + Number(one['pairs']), 0)
    const alone = { ...oneSided, matters: false, pairs: Number(count?.['statements']) - 2 * both }
    const passed = met.flatMap((one) => passedIn(one['left_to_test']))
    const tested = await testPassed(tx, asked, { passed, file, means })
    const state = roundState(
      [
        alone,
        ...met.flatMap((one) => tallyOf(Number(one['sieved']), Number(one['pairs']))),
        ...tested.map(({ outcome, finding, matters }) => ({ outcome, finding, matters, pairs: 1 })),
      ],
      tested.filter(isFlag).map(flagOf),
    )
    const pairs = state.tallies.reduce((sum, one) => sum + one.pairs, 0)
    return { state, pairs, tested: passed.length }
  } finally {
    for (const side of directions) rmSync(paths[side], { force: true })
  }
}

function tallyOf(kind: number, pairs: number): readonly Tally[] {
  const found = kinds.get(kind)
  return found === undefined ? [] : [{ ...found, matters: false, pairs }]
}

const oneSided = { outcome: 'one-sided', finding: null } as const

const kinds = new Map<number, Pick<Tally, 'outcome' | 'finding'>>([
  [sieved.oneSided, oneSided],
  [sieved.notComparable, { outcome: 'not-comparable', finding: null }],
  [sieved.expectedWithin, { outcome: 'within', finding: 'as-expected' }],
  [sieved.expectedOutside, { outcome: 'outside', finding: 'as-expected' }],
  [sieved.unexpectedWithin, { outcome: 'within', finding: 'no-expectation' }],
  [sieved.unexpectedOutside, { outcome: 'outside', finding: 'no-expectation' }],
])

// The query beside fixes the shape; the driver wraps lists and structures.
function passedIn(left: unknown): readonly Passed[] {
  const list = left as { readonly items: readonly { readonly entries: Passed }[] } | null
  return (list?.items ?? []).map(({ entries }) => entries)
}

const perBreakdown = 2n ** 32n

async function testPassed(
  tx: Tx,
  asked: AgreementToRound,
  {
    passed,
    file,
    means,
  }: {
    readonly passed: readonly Passed[]
    readonly file: RoundFile
    readonly means: JoinMeans
  },
): Promise<readonly Pair[]> {
  if (passed.length === 0) return []
  const numbers = [...new Set(passed.map(({ key }) => Number(key % perBreakdown)))]
  const rows = await rowsOfQuery<NumberedBreakdown>(
    tx,
    'select id, breakdown from breakdown where id = any($1::integer[])',
    [numbers],
  )
  const breakdowns = new Map(rows.map(({ id, breakdown }) => [id, breakdown]))
  const cells = passed.map((one) => {
    const breakdown = breakdowns.get(Number(one.key % perBreakdown)) ?? ''
    const corridor = Number(one.key / perBreakdown)
    const { e, i, o, d } = one
    return { e, i, o, d, cell: cellIn(file.meeting, { corridor, breakdown }) }
  })
  const counts = cells.flatMap(({ cell, e, i, o, d }) => {
    if (e === null || i === null) return []
    const sides = {
      origin: countOf(cell, 'outflow', { value: e, way: file.meeting.ways[o] }),
      destination: countOf(cell, 'inflow', { value: i, way: file.meeting.ways[d] }),
    }
    return compareSides(cell, sides, means)
  })
  const others = cells.filter(({ e, i }) => e === null || i === null).map(({ cell }) => cell)
  return [...counts, ...(await compareOthers(tx, asked, { cells: others, file, means }))]
}

/** Compares cells whose figures are no counts as a message would have them compared. */
async function compareOthers(
  tx: Tx,
  { agreement, isGranted }: AgreementToRound,
  {
    cells,
    file,
    means,
  }: { readonly cells: readonly Cell[]; readonly file: RoundFile; readonly means: JoinMeans },
): Promise<readonly Pair[]> {
  if (cells.length === 0) return []
  const onGrid = new Set(file.meeting.onGrid)
  const isOnGrid = (cell: Cell): boolean => onGrid.has(corridorOf(file.meeting.parties, cell))
  const flows = new Map(cells.filter(isOnGrid).map((cell) => [flowKey(cell), cell]))
  const asked = new Set(cells.map(cellKey))
  const statements = [
    ...(await statementsAbout(
      tx,
      cells.filter((cell) => !isOnGrid(cell)),
    )),
    ...(await statementsOfFlows(tx, [...flows.values()])),
  ]
  const beside = setBeside(agreement, statements, isGranted)
  return compareAll(
    agreement,
    beside.filter(({ cell }) => asked.has(cellKey(cell))),
    means.expect,
  )
}

/** A count as its sender stated it, as far as a test needs it. */
function countOf(
  cell: Pick<CellStatement, 'contract' | 'origin' | 'destination' | 'period' | 'breakdown'>,
  direction: CellStatement['direction'],
  {
    value,
    way,
  }: {
    readonly value: number
    readonly way: Pick<CellStatement, 'definition' | 'classifications'> | undefined
  },
): CellStatement {
  if (way === undefined) throw new Error('could not tell how a side counts: the file does not say')
  return {
    contract: cell.contract,
    origin: cell.origin,
    destination: cell.destination,
    period: cell.period,
    breakdown: cell.breakdown,
    direction,
    reporter: direction === 'outflow' ? cell.origin : cell.destination,
    value,
    valueStatus: 'value',
    lower: null,
    upper: null,
    standardError: null,
    obsStatus: 'A',
    confStatus: 'F',
    embargo: null,
    definition: way.definition,
    classifications: way.classifications,
    position: 0,
    toldTo: null,
    parts: null,
  }
}

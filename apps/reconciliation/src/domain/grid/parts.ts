// SPDX-License-Identifier: Apache-2.0
import type { BlockAmount, BlockCodes } from '@corridor/statistics'
import { measuredAmount } from '@corridor/statistics'
import type { BreakdownColumns, Cell, CellStatement, Parts } from '../cell'
import type { SideTable } from './side-table'

/** What a side's figures come to in a block, and what they are. */
export interface SideBlock {
  readonly table: SideTable
  readonly block: readonly BlockCodes[]
  readonly found: Extract<BlockAmount, { status: 'complete' }>
}

/** A cell that a side has not stated as such, as a statement of it: rounded to whole persons, with the bounds that its parts leave. */
export function statementOf(
  cell: Cell,
  { table, block, found }: SideBlock,
  columns: BreakdownColumns,
): CellStatement | undefined {
  const from = found.cells.flatMap((key) => table.figures.get(key)?.from ?? [])
  const [first] = from
  if (first === undefined) return undefined
  const { value, interval } = measuredAmount(found.amount)
  const rounded = value === null ? null : Math.round(value)
  const [lower, upper] = [interval.lower, interval.upper + found.perhaps]
  const isExact = rounded !== null && lower === rounded && upper === rounded
  const { definition, classifications } = table.like
  return {
    contract: cell.contract,
    origin: cell.origin,
    destination: cell.destination,
    period: cell.period,
    breakdown: cell.breakdown,
    direction: first.direction,
    reporter: first.reporter,
    definition,
    classifications,
    value: rounded,
    valueStatus: rounded === null ? 'suppressed' : 'value',
    lower: isExact ? null : lower,
    upper: isExact ? null : upper,
    standardError: found.amount.variance === 0 ? null : Math.sqrt(found.amount.variance),
    obsStatus: statusesOf(from),
    confStatus: from.find(({ confStatus }) => confStatus !== 'F')?.confStatus ?? 'F',
    embargo: null,
    toldTo: from.find(({ toldTo }) => toldTo !== null)?.toldTo ?? null,
    position: Math.max(...from.map(({ position }) => position)),
    parts: partsOf(from, { table, block, columns }),
  }
}

function statusesOf(from: readonly CellStatement[]): string {
  const codes = new Set(from.flatMap(({ obsStatus }) => obsStatus.split(' ')))
  // A normal figure is one of which nothing else is said.
  if (codes.size > 1) codes.delete('A')
  return [...codes].sort().join(' ')
}

// `localeCompare` with options would make one at each comparison.
const { compare: inOrder } = new Intl.Collator('en', { numeric: true })

/** Codes that are named one by one; more are counted. */
const mostNamed = 12

function partsOf(
  from: readonly CellStatement[],
  about: Omit<SideBlock, 'found'> & { readonly columns: BreakdownColumns },
): Parts {
  const { table, block, columns } = about
  const breakdowns = [...new Set(from.map(({ breakdown }) => breakdown))]
  const words = columns.flatMap((column, at) => {
    const codes = [
      ...new Set(breakdowns.map((breakdown) => breakdown.split('.')[at] ?? '_T')),
    ].sort(inOrder)
    const { rest = [], whole = false } = block[at] ?? {}
    const own = codes.filter((code) => !rest.includes(code) || codes.length === 1)
    const beside = codes.filter((code) => !own.includes(code))
    const version = table.carried[column]
    if (codes.length === 1 && version === undefined) return []
    const named = own.length > mostNamed ? `${String(own.length)} codes` : own.join(' + ')
    const certain = whole ? beside.map((code) => ` + ${code}`) : beside.map((code) => ` or ${code}`)
    return [`${column} ${version === undefined ? '' : `of ${version} `}${named}${certain.join('')}`]
  })
  return { text: words.join('; '), breakdowns }
}

/** The version of a classification that a figure with these parts was carried over from: `carriedFrom('sector of ISIC-4 K') // 'ISIC-4'`. */
export function carriedFrom(parts: string): string | undefined {
  return /(?:^|; )\w+ of (\S+) /.exec(parts)?.[1]
}

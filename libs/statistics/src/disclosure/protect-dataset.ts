// SPDX-License-Identifier: Apache-2.0
import {
  cell,
  columnNames,
  columnOf,
  fold,
  pickRows,
  type Cell,
  type Dataset,
  type HubOnly,
  type Structure,
} from '@corridor/contracts'
import type { ChanceKey } from './cell-chance'
import { combineRules } from './combine-rules'
import { cellsOf } from './dataset-cells'
import { dimensionsOf } from './dataset-dimensions'
import { knownFrom, type KnownDatasets } from './known-datasets'
import { protect } from './protect'
import type { NotProtected, ProtectedCell, ProtectionReport, SdcMethod } from './protection'
import type { ProtectionRule } from './rule'
import type { Solver } from './solver'
import type { Known, TableCell } from './table'

/** What a dataset is protected with. */
export interface DatasetMeans {
  readonly structure: Structure
  readonly solver: Solver
  readonly known?: KnownDatasets
  /** The secret of random rounding. */
  readonly secret?: ChanceKey
  /** Row by row what the sender says to the hub alone, in the order of the dataset. */
  readonly hubOnly?: readonly HubOnly[]
}

/** A dataset that may leave. */
export interface ProtectedDataset<Content> {
  readonly outcome: 'protected'
  /** Without the rows that are withheld; null where none is left. */
  readonly dataset: Content | null
  /** The rows of the dataset given (from 0) that it has, in their order. */
  readonly rows: readonly number[]
  readonly method: SdcMethod
  /** For the sender and the operator, never for the recipient. Cells are rows of the dataset given. */
  readonly report: ProtectionReport
}

/**
 * Protects the projection of a dataset, as the protect clauses of all agreements that apply ask for, against everything that the
 * recipient and those who share with it hold. What is suppressed looks the same in every row: no value, its bounds, observation
 * status Q, confidentiality C, and nothing from which a value could be worked out (standard error, sample size, …).
 * Refused, and then nothing may leave, where rules cannot be kept together, the table cannot be reckoned with, or rules on counts are
 * to protect what counts nobody.
 */
export function protectDataset<Content extends Dataset>(
  dataset: Content,
  rules: readonly ProtectionRule[],
  means: DatasetMeans,
): ProtectedDataset<Content> | NotProtected {
  const rule = combineRules(rules)
  if (rule === undefined) return { outcome: 'refused', why: 'several-methods' }
  const { structure, solver, secret } = means
  if (countsNothing(dataset, structure) && isForCounts(rule))
    return { outcome: 'refused', why: 'no-counts' }
  const known = knownFrom(means.known ?? { datasets: [] }, structure)
  const cells = tableCells(dataset, means)
  const dimensions = dimensionsOf({
    structure,
    classifications: dataset.classifications,
    codes: codesAtHand(cells, known, structure),
    groups: rule.method === 'suppression' ? (rule.groups ?? []) : [],
  })
  if (dimensions === undefined) return { outcome: 'refused', why: 'overlapping-ages' }
  const done = protect({ dimensions, cells }, rule, {
    known,
    solver,
    scope: structure.contract,
    ...(secret !== undefined && { key: secret }),
  })
  if (done.outcome === 'refused') return done
  const rows = done.cells.flatMap(({ as }, row) => (as === 'withheld' ? [] : [row]))
  const written = rows.length === 0 ? null : withProtection(dataset, structure, done.cells)
  return {
    outcome: 'protected',
    dataset: written && pickRows(written, structure, rows),
    rows,
    method: done.method,
    report: done.report,
  }
}

// What counts somebody or something; any other unit, as one that an operator adds, may be of amounts.
const countingUnits = new Set(['PS', 'PMT', 'PST', 'APL', 'CRT', 'AGR'])

function countsNothing({ unit }: Dataset, structure: Structure): boolean {
  return !countingUnits.has(unit?.measure ?? structure.unit ?? '')
}

// A threshold, a multiple or noise of a few hides nobody's part of an amount of money; who contributed how much does.
function isForCounts(rule: ProtectionRule): boolean {
  switch (rule.method) {
    case 'published-figures-no-protection':
      return false
    case 'suppression':
      return rule.dominance === undefined && rule.estimatePercent === undefined
    case 'random-rounding':
    case 'cell-key':
      return true
  }
}

function tableCells(
  dataset: Dataset,
  { structure, hubOnly = [] }: DatasetMeans,
): readonly TableCell[] {
  return cellsOf(dataset, structure).map(({ codes, figure, confStatus }, row) => ({
    ...{ codes, figure, confStatus },
    ...hubOnly[row],
  }))
}

function codesAtHand(
  cells: readonly TableCell[],
  known: Known,
  { dimensions }: Structure,
): readonly ReadonlySet<string>[] {
  const all = [
    ...cells,
    ...known.cells,
    ...(known.sums ?? []).flatMap(({ plus, minus = [] }) =>
      [...plus, ...minus].map((codes) => ({ codes })),
    ),
  ]
  return dimensions.map((_, i) => new Set(all.flatMap(({ codes }) => codes[i] ?? [])))
}

// Columns that say something of the value itself; where the value is not told as it is they would tell it.
const telling = new Set(['value', 'valueStatus', 'lower', 'upper', 'obsStatus', 'confStatus'])

function withProtection<Content extends Dataset>(
  dataset: Content,
  structure: Structure,
  cells: readonly ProtectedCell[],
): Content {
  const dimensions = new Set(structure.dimensions.map(({ column }) => column))
  const changed = cells.some(({ as }) => as !== 'told')
  if (!changed) return dataset
  const columns = columnNames(structure).flatMap((name) => {
    const column = columnOf(dataset, name)
    if (dimensions.has(name) || (column === undefined && !telling.has(name))) return []
    const entries = cells.map((one, row) =>
      entryOf(name, one, column === undefined ? null : cell(column, row)),
    )
    return [[name, fold(entries)] as const]
  })
  return { ...dataset, ...Object.fromEntries(columns) }
}

function entryOf(name: string, one: ProtectedCell, old: Cell): Cell {
  if (one.as === 'told' || one.as === 'withheld') return old
  switch (name) {
    case 'value':
      return one.as === 'suppressed' ? null : one.value
    case 'valueStatus':
      return one.as === 'suppressed' ? 'suppressed' : 'value'
    case 'lower':
      return one.lower
    case 'upper':
      return one.upper
    case 'obsStatus':
      return one.as === 'suppressed' ? 'Q' : old
    case 'confStatus':
      return one.as === 'suppressed' ? 'C' : old
    default:
      // A number would tell the value; words (an embargo, what may be handed on) do not.
      return typeof old === 'number' ? null : old
  }
}

// SPDX-License-Identifier: Apache-2.0
import type { FileProblem, Table } from '../reading/file-reading'
import { cellsOf, rowsWhere, withCells } from '../reading/edit-table'
import { shown } from '../text/shown'
import type { ContractColumn } from '../csv/contract-columns'

/** What a row of SDMX does: it gives a whole figure, adds to one, or takes one back. */
type Action = 'give' | 'merge' | 'delete'

const actionOf: Readonly<Record<string, Action>> = {
  '': 'give',
  i: 'give',
  information: 'give',
  r: 'give',
  replace: 'give',
  a: 'merge',
  append: 'merge',
  m: 'merge',
  merge: 'merge',
  d: 'delete',
  delete: 'delete',
}

/** A row that takes many cells back at once, or parts of one, cannot be kept as a fact about a cell. */
type Wrong = Pick<FileProblem, 'code' | 'detail'>

/**
 * Applies the actions of SDMX to a table with a contract's columns. Rows are whole figures: information, replace, append and merge
 * come to the same; delete becomes a row whose value status is `retracted`. What a row cannot say is told.
 */
export function applyActions(
  table: Table,
  actions: readonly string[],
  wanted: readonly ContractColumn[],
): { readonly table: Table; readonly problems: readonly FileProblem[] } {
  const row = rowReader(table, wanted)
  const problems: FileProblem[] = []
  const wrong = new Set<number>()
  const retracted = new Set<number>()
  for (let index = 0; index < table.rowNumbers.length; index++) {
    const written = actions[index]?.trim() ?? ''
    const action = actionOf[written.toLowerCase()]
    if (action === 'delete') retracted.add(index)
    const told = action === undefined ? unknownAction(written) : wrongFor(action, row(index))
    if (told === undefined) continue
    wrong.add(index)
    problems.push({ ...told, row: table.rowNumbers[index] ?? 0, value: shown(written) })
  }
  return {
    table: rowsWhere(withRetracted(table, retracted, wanted), (at) => !wrong.has(at)),
    problems,
  }
}

interface Row {
  readonly open: string | undefined
  readonly switchedOff: string | undefined
  readonly hasMeasure: boolean
  readonly saysWhyNot: boolean
  readonly attribute: string | undefined
}

function rowReader(table: Table, wanted: readonly ContractColumn[]): (index: number) => Row {
  const named = (role: ContractColumn['role']): readonly (readonly [string, readonly string[]])[] =>
    wanted
      .filter((column) => column.role === role)
      .map(({ name }) => [name, cellsOf(table, name) ?? []] as const)
  const [dimensions, measures, attributes] = [
    named('dimension'),
    named('measure'),
    named('observation'),
  ]
  const first = (
    columns: readonly (readonly [string, readonly string[]])[],
    holds: (cell: string) => boolean,
    index: number,
  ): string | undefined => columns.find(([, cells]) => holds(cells[index]?.trim() ?? ''))?.[0]
  const why = cellsOf(table, 'value_status')
  return (index) => ({
    open: first(dimensions, (cell) => cell === '' || cell === '*' || cell === '~', index),
    switchedOff: first(dimensions, (cell) => cell === '~', index),
    hasMeasure: first(measures, (cell) => cell !== '', index) !== undefined,
    saysWhyNot: !['', 'value'].includes(why?.[index]?.trim() ?? ''),
    attribute: first(attributes, (cell) => cell !== '', index),
  })
}

function wrongFor(action: Action, row: Row): Wrong | undefined {
  const code = 'FILE_ACTION_WRONG'
  if (action === 'delete') {
    if (row.open !== undefined) {
      const detail = `the row takes back every figure of any ${row.open}; name each cell in a row of its own`
      return { code, detail }
    }
    if (row.attribute === undefined || row.hasMeasure) return undefined
    const detail = `the row takes back ${row.attribute} alone; send the whole figure again without it`
    return { code, detail }
  }
  if (row.switchedOff !== undefined) {
    const detail = `the row is about no figure, for ${row.switchedOff} is switched off; put what it says into the rows of the figures`
    return { code, detail }
  }
  if (action !== 'merge' || row.hasMeasure || row.saysWhyNot) return undefined
  const detail = 'the row adds to a figure and does not give it; send the whole figure'
  return { code, detail }
}

function unknownAction(written: string): Wrong {
  const detail = `the action "${shown(written)}" is not known; known are I, A, M, R and D`
  return { code: 'FILE_ACTION_WRONG', detail }
}

// A dash marks what is taken back; nothing else is said by it.
function withRetracted(
  table: Table,
  retracted: ReadonlySet<number>,
  wanted: readonly ContractColumn[],
): Table {
  if (retracted.size === 0) return table
  const kept = (cells: readonly string[]): readonly string[] =>
    cells.map((cell, index) => (retracted.has(index) && cell.trim() === '-' ? '' : cell))
  const marked = new Set(
    wanted.filter(({ role }) => role !== 'dimension' && role !== 'dataset').map(({ name }) => name),
  )
  const plain = {
    ...table,
    columns: table.columns.map((column) =>
      marked.has(column.name) ? { ...column, cells: kept(column.cells) } : column,
    ),
  }
  const blank = table.rowNumbers.map(() => '')
  const why = cellsOf(plain, 'value_status') ?? blank
  const value = cellsOf(plain, 'value') ?? blank
  return withCells(
    withCells(
      plain,
      'value_status',
      why.map((cell, at) => (retracted.has(at) ? 'retracted' : cell)),
    ),
    'value',
    value.map((cell, at) => (retracted.has(at) ? '' : cell)),
  )
}

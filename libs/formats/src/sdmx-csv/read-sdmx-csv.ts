// SPDX-License-Identifier: Apache-2.0
import { appendAll } from '../reading/append-all'
import type { ReadTable } from '../csv/read-table'
import type { FileNote, FilePart, FileProblem, Table } from '../reading/file-reading'
import { closeMatch } from '../text/close-match'
import { shown } from '../text/shown'
import { idOf, readSdmxHeader, type SdmxHeader } from './sdmx-header'
import { readStructure, type StructurePlan } from './read-structure'
import type { TableReading } from '../csv/table-reading'
import { planOf, type KnownStructures } from './structure-plan'

/** What an SDMX-CSV file holds. */
export interface SdmxCsvReading extends TableReading {
  readonly version: SdmxHeader['version']
}

/** Reads SDMX-CSV 1.0, 2.0 and 2.1: a part for each structure and definition, in the order of the file. */
export function readSdmxCsv(read: ReadTable, known: KnownStructures): SdmxCsvReading {
  const { table } = read
  const plans = plansOf(table, known)
  const ids = new Set([...plans.values()].flatMap((plan) => plan?.componentIds ?? []))
  const header = readSdmxHeader(table, (id) => ids.has(id))
  if (header === undefined) {
    const detail = 'the file begins like SDMX-CSV and has no column STRUCTURE_ID'
    const problem = { code: 'FILE_COLUMN_MISSING', detail, row: table.headerRow }
    return { version: '2.0', parts: [], notes: [], problems: [problem] }
  }
  const parts: FilePart[] = []
  const problems: FileProblem[] = []
  const notes: FileNote[] = []
  for (const [id, rows] of rowsByStructure(header)) {
    const plan = plans.get(id)
    if (plan === undefined) {
      appendAll(problems, unknownStructure(table, header, rows))
      continue
    }
    const reading = readStructure({ table, header, rows, plan, numbers: known.numbers })
    parts.push(...reading.parts)
    appendAll(problems, reading.problems)
    notes.push(...reading.notes)
  }
  problems.push(...misspelt(table, header, ids))
  const left = columnsLeftOut(header, ids)
  return {
    version: header.version,
    parts: parts.sort((one, other) => (one.rowNumbers[0] ?? 0) - (other.rowNumbers[0] ?? 0)),
    notes: left === undefined ? notes : [...notes, left],
    problems: problems.sort((one, other) => (one.row ?? 0) - (other.row ?? 0)),
  }
}

function plansOf(
  table: Table,
  known: KnownStructures,
): ReadonlyMap<string, StructurePlan | undefined> {
  const column =
    table.columns.find(({ name }) => idOf(name) === 'STRUCTURE_ID') ??
    table.columns.find(({ name }) => name === 'DATAFLOW')
  const ids = new Set((column?.cells ?? []).map((cell) => (cell.split(': ')[0] ?? '').trim()))
  return new Map([...ids].map((id) => [id, planOf(id, known)]))
}

function rowsByStructure({ structure }: SdmxHeader): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>()
  for (const [index, cell] of structure.cells.entries()) {
    const group = groups.get(cell.trim())
    if (group === undefined) groups.set(cell.trim(), [index])
    else group.push(index)
  }
  return groups
}

function unknownStructure(
  table: Table,
  { structure }: SdmxHeader,
  rows: readonly number[],
): readonly FileProblem[] {
  const id = shown(structure.cells[rows[0] ?? 0] ?? '')
  const detail = `the structure "${id}" is not one of the hub's; a mapping can turn it into one of its contracts`
  const { letter: column, name } = structure
  return rows.map((index) => ({
    code: 'FILE_STRUCTURE_UNKNOWN',
    detail,
    row: table.rowNumbers[index] ?? 0,
    column,
    header: name,
    value: id,
  }))
}

function misspelt(
  table: Table,
  header: SdmxHeader,
  ids: ReadonlySet<string>,
): readonly FileProblem[] {
  return header.components.flatMap(({ name, letter }) => {
    const hint = ids.has(name) ? undefined : closeMatch(name, ids)
    if (hint === undefined) return []
    const detail = `column ${letter}: "${shown(name)}" is not known. Did you mean "${hint}"?`
    const at = { row: table.headerRow, column: letter, header: shown(name), value: shown(name) }
    return [{ code: 'FILE_COLUMN_UNKNOWN', detail, ...at }]
  })
}

// SDMX allows columns of one's own; they are told, so that nothing goes without a word.
function columnsLeftOut(header: SdmxHeader, ids: ReadonlySet<string>): FileNote | undefined {
  if (ids.size === 0) return undefined
  const left = header.components.filter(
    ({ name, cells }) => !ids.has(name) && cells.some((cell) => cell.trim() !== ''),
  )
  if (left.length === 0) return undefined
  const names = left
    .map(({ letter, header: text = '' }) =>
      letter === '' ? shown(text) : `${letter} (${shown(text)})`,
    )
    .join(', ')
  return {
    code: 'FILE_COLUMNS_LEFT_OUT',
    detail: `columns that no structure has were left out: ${names}`,
  }
}

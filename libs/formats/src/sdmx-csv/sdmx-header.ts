// SPDX-License-Identifier: Apache-2.0
import type { Table, TableColumn } from '../reading/file-reading'

/** A version of SDMX-CSV. */
export type SdmxCsvVersion = '1.0' | '2.0' | '2.1'

/** What the columns of an SDMX-CSV file are. */
export interface SdmxHeader {
  readonly version: SdmxCsvVersion
  readonly structure: TableColumn
  readonly action?: TableColumn
  /** What parts the values of a cell that has several. */
  readonly subSeparator?: string
  /** Dimensions, measures and attributes, named by their ids. */
  readonly components: readonly SdmxComponent[]
}

/** A column of figures or codes. */
export interface SdmxComponent extends TableColumn {
  readonly isMultiple: boolean
  /** Names stand beside the ids of its cells: `A: Annual`. */
  readonly hasNames: boolean
}

/** True where the first name of a header says that the file is SDMX-CSV. */
export function isSdmxHeader(names: readonly string[]): boolean {
  return /^(STRUCTURE(\[.*\])?|DATAFLOW)$/.test(names[0] ?? '') && names.length > 2
}

const technical = new Set([
  'STRUCTURE_NAME',
  'ACTION',
  'SERIES_KEY',
  'OBS_KEY',
  'LAST UPDATE',
  'STRUCTURE_ID',
])

/** Reads the header of SDMX-CSV: its version, its ids with or without names, columns that hold names only. */
export function readSdmxHeader(
  table: Table,
  isComponent: (id: string) => boolean,
): SdmxHeader | undefined {
  const [first] = table.columns
  const isFirst = first?.name === 'DATAFLOW'
  const structure = isFirst
    ? first
    : table.columns.find(({ name }) => idOf(name) === 'STRUCTURE_ID')
  if (first === undefined || structure === undefined) return undefined
  const action = table.columns.find(({ name }) => idOf(name) === 'ACTION')
  const others = table.columns.filter(
    (column) => column !== first && !technical.has(idOf(column.name)),
  )
  const hasNames = table.columns.some(({ name }) => name === 'STRUCTURE_NAME')
  const components = namedById({ columns: others, hasNames }, isComponent)
  const [, subSeparator] = /^STRUCTURE\[(.)/.exec(first.name) ?? []
  return {
    version: isFirst ? '1.0' : versionOf(table, action),
    structure: withoutLabels(structure),
    ...(action === undefined ? {} : { action }),
    ...(subSeparator === undefined ? {} : { subSeparator }),
    components,
  }
}

// 2.1 has the action M and marks what is missing on purpose or switched off; apart from that it looks like 2.0.
function versionOf(table: Table, action: TableColumn | undefined): SdmxCsvVersion {
  const isNewer =
    action?.cells.some((cell) => /^m/i.test(cell.trim())) === true ||
    table.columns.some(({ cells }) => cells.includes('~') || cells.includes('#N/A'))
  return isNewer ? '2.1' : '2.0'
}

/** The id of a header field: `FREQ: Frequency` and `OBS_STATUS[]` are about FREQ and OBS_STATUS. */
export function idOf(header: string): string {
  return (header.split(': ')[0] ?? '').replace(/\[.*\]$/, '').trim()
}

// With `labels=name` a column of names follows each column of ids. What no structure knows and stands there is such a column.
function namedById(
  file: { readonly columns: readonly TableColumn[]; readonly hasNames: boolean },
  isComponent: (id: string) => boolean,
): readonly SdmxComponent[] {
  const components: SdmxComponent[] = []
  const { columns, hasNames } = file
  let isAfterComponent = false
  for (const column of columns) {
    const id = idOf(column.name)
    const isNames = hasNames && isAfterComponent && !isComponent(id)
    isAfterComponent = isComponent(id)
    if (isNames) continue
    components.push({
      ...column,
      name: id,
      header: column.name,
      isMultiple: /\[\]/.test(column.name),
      hasNames: column.name.includes(': '),
    })
  }
  return components
}

/** The column with the ids of its cells alone: `A: Annual` is A. */
function withoutLabels(column: TableColumn): TableColumn {
  return { ...column, cells: column.cells.map((cell) => cell.split(': ')[0] ?? '') }
}

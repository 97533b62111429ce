// SPDX-License-Identifier: Apache-2.0
import { contractColumns, type ContractColumn } from '../csv/contract-columns'
import { datasetsOfTable } from '../csv/datasets-of-table'
import type { TableReading } from '../csv/table-reading'
import { applyMapping } from '../mapping/apply-mapping'
import type { Mapping } from '@corridor/contracts'
import { mappingDigest } from '../mapping/mapping-digest'
import { cellsOf, rowsWhere, withCells } from '../reading/edit-table'
import type { Table, TableColumn } from '../reading/file-reading'
import { settleRows } from '../reading/settle-rows'
import { applyActions } from './apply-actions'
import type { SdmxComponent, SdmxHeader } from './sdmx-header'
import { periodOf } from './sdmx-period'

/** How rows of one structure become those of a contract. */
export interface StructurePlan {
  readonly contract: { readonly name: string; readonly version: string }
  /** For structures of others. */
  readonly mapping?: Mapping
  /** Ids of the columns that it reads. */
  readonly componentIds: readonly string[]
}

/** Rows of one structure in a file. */
export interface StructureRows {
  readonly table: Table
  readonly header: SdmxHeader
  readonly rows: readonly number[]
  readonly plan: StructurePlan
  readonly numbers: 'recognised' | 'point'
}

/** Reads the rows of one structure. */
export function readStructure(found: StructureRows): TableReading {
  const { plan, header, table } = found
  const rows = new Set(found.rows)
  const own = rowsWhere(componentTable(found), (index) => rows.has(index))
  const actions = found.rows.map((index) => header.action?.cells[index] ?? '')
  const mapped =
    plan.mapping === undefined
      ? { table: own, problems: [], notes: [] }
      : applyMapping(own, plan.mapping)
  const actionOfRow = new Map(own.rowNumbers.map((row, index) => [row, actions[index] ?? '']))
  const wanted = columnsOf(plan)
  const acted = applyActions(
    withPeriods(mapped.table, wanted),
    mapped.table.rowNumbers.map((row) => actionOfRow.get(row) ?? ''),
    plan.mapping === undefined ? wanted : dimensionsHeld(wanted, mapped.table),
  )
  const settled = settleRows(acted.table)
  const read = datasetsOfTable(
    { ...settled.table, headerRow: table.headerRow },
    {
      contract: plan.contract,
      numbers: found.numbers,
      ...(plan.mapping === undefined
        ? { dimensions: 'stated' }
        : { mappedBy: mappedBy(plan.mapping) }),
    },
  )
  return {
    parts: read.parts,
    notes: [...mapped.notes, ...settled.notes, ...read.notes],
    problems: [...mapped.problems, ...acted.problems, ...settled.problems, ...read.problems],
  }
}

function columnsOf({ contract }: StructurePlan): readonly ContractColumn[] {
  return contractColumns(contract.name, contract.version) ?? []
}

function mappedBy(mapping: Mapping): { readonly id: string; readonly digest: string } {
  return { id: mapping.id, digest: mappingDigest(mapping) }
}

// A mapping may leave breakdowns out, which are then the total: an open cell of theirs is no wildcard.
function dimensionsHeld(
  wanted: readonly ContractColumn[],
  table: Table,
): readonly ContractColumn[] {
  return wanted.filter(
    ({ role, name }) => role !== 'dimension' || cellsOf(table, name) !== undefined,
  )
}

/** The columns of a structure, named as the contract or the mapping asks for them. */
function componentTable({ table, header, plan }: StructureRows): Table {
  const nameOf = plan.mapping === undefined ? ownNames(plan) : (id: string) => id
  const known = new Set(plan.componentIds)
  const isCoded = plan.mapping === undefined ? codedConcepts(plan) : () => true
  const columns = header.components
    .filter(({ name }) => known.has(name))
    .map((column): TableColumn => {
      const isNamed = column.hasNames && isCoded(column.name)
      const cells = withoutMarks(column, { isNamed, separator: header.subSeparator ?? ';' })
      return {
        name: nameOf(column.name),
        letter: column.letter,
        header: column.header ?? column.name,
        cells,
      }
    })
  return { headerRow: table.headerRow, rowNumbers: table.rowNumbers, columns }
}

// What is no code has no name, and may have a colon of its own.
function codedConcepts(plan: StructurePlan): (id: string) => boolean {
  const coded = columnsOf(plan).filter(
    ({ codelist, classification }) => codelist !== undefined || classification !== undefined,
  )
  const concepts = new Set(coded.map(({ concept }) => concept))
  return (id) => concepts.has(id)
}

function ownNames(plan: StructurePlan): (id: string) => string {
  const names = new Map(columnsOf(plan).map((one) => [one.concept, one.name]))
  return (id) => (id === 'OBS_FLAG' ? 'flags' : (names.get(id) ?? id))
}

// `#N/A` marks what is missing on purpose. `NaN` does it for numbers; that of a measure says that it was not left out.
function withoutMarks(
  column: SdmxComponent,
  { isNamed, separator }: { readonly isNamed: boolean; readonly separator: string },
): readonly string[] {
  const bare = (text: string): string => (isNamed ? (text.split(': ')[0] ?? '') : text)
  const isMeasure = column.name === 'OBS_VALUE'
  return column.cells.map((cell) => {
    if (cell === '#N/A' || (cell === 'NaN' && !isMeasure)) return ''
    return column.isMultiple ? cell.split(separator).map(bare).join(' ') : bare(cell)
  })
}

function withPeriods(table: Table, wanted: readonly ContractColumn[]): Table {
  const time = wanted.find(({ concept }) => concept === 'TIME_PERIOD')?.name ?? ''
  const periods = cellsOf(table, time)
  const frequencies = cellsOf(table, 'frequency')
  if (periods === undefined) return table
  const read = periods.map((period, index) => periodOf(period.trim(), frequencies?.[index] ?? ''))
  return withCells(table, time, read)
}

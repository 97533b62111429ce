// SPDX-License-Identifier: Apache-2.0
import { applyMapping } from '../mapping/apply-mapping'
import type { Mapping } from '@corridor/contracts'
import { mappingDigest } from '../mapping/mapping-digest'
import type { Table } from '../reading/file-reading'
import { settleRows } from '../reading/settle-rows'
import { contractColumns } from './contract-columns'
import { datasetsOfTable } from './datasets-of-table'
import type { TableOptions, TableReading } from './table-reading'

/** What a table of a file that does not name its contract is read for. */
export interface CsvOptions {
  readonly contract?: TableOptions['contract']
  readonly mapping?: Mapping
  readonly otherwise?: TableOptions['otherwise']
}

/** Reads a table with the columns of a contract, or with others and a mapping. */
export function readCsv(table: Table, { contract, mapping, otherwise }: CsvOptions): TableReading {
  const more = otherwise === undefined ? {} : { otherwise }
  if (mapping !== undefined) return readMapped(table, mapping, more)
  if (contract === undefined) {
    const detail = 'the file does not say which contract its figures follow; name it or a mapping'
    return { parts: [], notes: [], problems: [{ code: 'FILE_CONTRACT_UNSTATED', detail }] }
  }
  const flagged = ownNames(table, contract)
  if (flagged === undefined) return datasetsOfTable(table, { contract, ...more })
  const settled = settleRows(flagged)
  const read = datasetsOfTable(settled.table, { contract, ...more })
  return {
    parts: read.parts,
    notes: [...settled.notes, ...read.notes],
    problems: [...settled.problems, ...read.problems],
  }
}

/** Reads a table with other columns than the contract's. */
function readMapped(
  table: Table,
  mapping: Mapping,
  more: Pick<TableOptions, 'otherwise'>,
): TableReading {
  const mapped = applyMapping(table, mapping)
  const settled = settleRows(mapped.table)
  const mappedBy = { id: mapping.id, digest: mappingDigest(mapping) }
  const { contract } = mapping
  const read =
    mapped.table.rowNumbers.length === 0
      ? { parts: [], notes: [], problems: [] }
      : datasetsOfTable(settled.table, { contract, mappedBy, ...more })
  return {
    parts: read.parts,
    notes: [...mapped.notes, ...settled.notes, ...read.notes],
    problems: [...mapped.problems, ...settled.problems, ...read.problems],
  }
}

/** The table with the contract's own names where flags of Eurostat stand in it, else undefined. */
function ownNames(table: Table, contract: TableOptions['contract']): Table | undefined {
  const isFlags = (name: string): boolean => /^(obs_)?flags?$/i.test(name)
  if (!table.columns.some(({ name }) => isFlags(name))) return undefined
  const names = new Map(
    (contractColumns(contract.name, contract.version) ?? []).flatMap((column) => [
      [column.concept.toLowerCase(), column.name] as const,
      [column.name, column.name] as const,
    ]),
  )
  const columns = table.columns.map((column) => ({
    ...column,
    header: column.header ?? column.name,
    name: isFlags(column.name) ? 'flags' : (names.get(column.name.toLowerCase()) ?? column.name),
  }))
  return { ...table, columns }
}

// SPDX-License-Identifier: Apache-2.0
import type { FileProblem, Table } from '../reading/file-reading'
import { shown } from '../text/shown'
import { bindColumns } from './bind-columns'
import { buildParts } from './build-parts'
import { contractColumns, type Binding, type ContractColumn } from './contract-columns'
import { readCells, type CellRules, type Meaning, type ReadColumn } from './read-cells'
import type { TableOptions, TableReading } from './table-reading'

/**
 * Reads a table whose columns are those of a contract. A dataset for each definition record, classification, unit and frequency,
 * in the order in which the file begins them, and of at most 5,000 rows. A problem with the header stops the table.
 */
export function datasetsOfTable(table: Table, options: TableOptions): TableReading {
  const wanted = contractColumns(options.contract.name, options.contract.version)
  if (wanted === undefined) {
    const detail = `figures do not come by the contract "${shown(options.contract.name)}" ${shown(options.contract.version)}`
    return { parts: [], notes: [], problems: [{ code: 'CONTRACT_UNKNOWN', detail }] }
  }
  const meant = wanted.map((column) => withOtherwise(column, options))
  const { bound, problems } = bindColumns(table, meant)
  if (problems.length > 0) return { parts: [], notes: [], problems }
  return readBound(table, { bound, wanted: meant }, options)
}

function withOtherwise(column: ContractColumn, options: TableOptions): ContractColumn {
  const value = options.otherwise?.[column.name]
  if (value !== undefined) return { ...column, otherwise: value }
  if (options.dimensions !== 'stated' || column.role !== 'dimension') return column
  const { name, concept, kind, codelist, classification, role, optional } = column
  return {
    name,
    column: column.column,
    concept,
    kind,
    role,
    optional,
    ...(codelist === undefined ? {} : { codelist }),
    ...(classification === undefined ? {} : { classification }),
  }
}

function readBound(table: Table, binding: Binding, options: TableOptions): TableReading {
  const plain: CellRules = {
    rowNumbers: table.rowNumbers,
    multiplierAt: () => 0,
    numbers: options.numbers ?? 'recognised',
    isGuarded: options.dimensions !== 'stated',
  }
  const multipliers = readMultipliers(binding, plain)
  const rules = { ...plain, multiplierAt: (index: number) => multipliers[index] ?? 0 }
  const read = new Map<ContractColumn, ReadColumn>()
  for (const [wanted, column] of binding.bound) read.set(wanted, readCells(wanted, column, rules))
  const columns = [...read.values()]
  const problems = columns.flatMap(({ wrong }) => wrong)
  const wrong = new Set(problems.map(({ index }) => index))
  const measure = binding.wanted.find(({ role }) => role === 'measure')
  const decimals = measure === undefined ? undefined : read.get(measure)?.decimals
  const built = buildParts({
    table,
    binding,
    options,
    meaningOf: (column) => meaningOf(column, read.get(column)),
    isWrong: (index) => wrong.has(index),
    decimalsAt: (index) => decimals?.[index] ?? 0,
  })
  return {
    parts: built.parts,
    notes: columns.flatMap(({ notes }) => notes),
    problems: inOrderOfRows([...problems.map(({ problem }) => problem), ...built.problems]),
  }
}

function readMultipliers({ bound, wanted }: Binding, rules: CellRules): readonly number[] {
  const multiplier = wanted.find(({ concept }) => concept === 'UNIT_MULT')
  const column = multiplier === undefined ? undefined : bound.get(multiplier)
  if (multiplier === undefined || column === undefined) {
    const fixed = Number(multiplier?.otherwise ?? 0)
    return fixed === 0 ? [] : rules.rowNumbers.map(() => fixed)
  }
  // A multiplier that is none is told where the column itself is read.
  return readCells(multiplier, column, rules).values.map((value) =>
    value === 3 || value === 6 ? value : 0,
  )
}

function meaningOf(
  column: ContractColumn,
  read: ReadColumn | undefined,
): (index: number) => Meaning {
  if (read !== undefined) return (index) => read.values[index] ?? null
  const { otherwise, kind } = column
  const isNumber = kind === 'count' || kind === 'amount' || kind === 'number'
  const value = otherwise !== undefined && isNumber ? Number(otherwise) : (otherwise ?? null)
  return () => value
}

function inOrderOfRows(problems: readonly FileProblem[]): readonly FileProblem[] {
  return [...problems].sort((one, other) => (one.row ?? 0) - (other.row ?? 0))
}

// SPDX-License-Identifier: Apache-2.0
import type { MappedColumn, Mapping } from '@corridor/contracts'
import { contractColumns, type ContractColumn, type Table } from '@corridor/formats'
import { matchCodes, shareOfCodes, type CodeMatch } from './match-codes'
import { bestPairs, type Pair } from './pair-columns'

/** What stands where something has to be filled in by a person. */
export const gap = '?'

/** Something that a person has to say. */
export interface Gap {
  readonly column: string
  readonly codelist?: string
  /** The text of the file without a counterpart; absent where the whole column has none. */
  readonly text?: string
}

/** A mapping as far as it could be guessed. */
export interface Proposal {
  readonly mapping: Mapping
  readonly pairs: readonly Pair[]
  readonly gaps: readonly Gap[]
}

/** Guesses how the columns and codes of a foreign table become those of a contract. What has no counterpart is marked. */
export function proposeMapping(
  table: Table,
  contract: { readonly name: string; readonly version: string },
  id: string,
): Proposal {
  const wanted = (contractColumns(contract.name) ?? []).filter(
    ({ column }) => !column.startsWith('mappedBy.'),
  )
  const pairs = bestPairs(table, wanted)
  const gaps: Gap[] = []
  const columns: MappedColumn[] = []
  for (const { wanted: column, from } of pairs) {
    const match = matchCodes(column, from.cells)
    gaps.push(...match.missing.map((text) => gapOf(column, text)))
    columns.push(mappedColumn(column, from.name, match))
    const classification = classificationOf(column, from.cells)
    if (
      classification !== undefined &&
      !pairs.some(({ wanted: one }) => one.name === classification.column)
    )
      columns.push(classification)
  }
  for (const column of wanted.filter((one) => isNeeded(one, pairs))) {
    gaps.push(gapOf(column))
    columns.push({ column: column.name, kind: 'fixed', value: gap })
  }
  const used = new Set(pairs.map(({ from }) => from.name))
  const unused = table.columns
    .map(({ name }) => name)
    .filter((name) => name !== '' && !used.has(name))
  return {
    pairs,
    gaps,
    mapping: {
      id,
      title: `Proposal for ${contract.name}`,
      contract,
      columns,
      ...(unused.length === 0 ? {} : { unused }),
    },
  }
}

/** The classification that most texts of a column are codes of, which the figures have to name. */
function classificationOf(
  column: ContractColumn,
  cells: readonly string[],
): Extract<MappedColumn, { kind: 'fixed' }> | undefined {
  const { classification, name } = column
  if (classification === undefined) return undefined
  // A column with one list is matched by that alone.
  const shares = Object.entries(classification).map(([id, codelist]) => ({
    id,
    share: shareOfCodes({ ...column, codelist }, cells) ?? 0,
  }))
  const [best] = [...shares].sort((a, b) => b.share - a.share)
  return { column: `${name}_classification`, kind: 'fixed', value: best?.id ?? gap }
}

function gapOf({ name, codelist }: ContractColumn, text?: string): Gap {
  return {
    column: name,
    ...(codelist === undefined ? {} : { codelist }),
    ...(text === undefined ? {} : { text }),
  }
}

function mappedColumn(
  { name }: ContractColumn,
  from: string,
  { codes, missing }: CodeMatch,
): MappedColumn {
  const all = [...codes, ...missing.map((text) => ({ from: text, to: gap }))]
  // Where each text is its own code there is nothing to turn.
  const same = all.every((one) => one.from === one.to)
  return same
    ? { column: name, kind: 'from', from }
    : { column: name, kind: 'from', from, codes: all }
}

function isNeeded(column: ContractColumn, pairs: readonly Pair[]): boolean {
  const { optional, otherwise } = column
  return !optional && otherwise === undefined && pairs.every(({ wanted }) => wanted !== column)
}

// SPDX-License-Identifier: Apache-2.0
import { isList } from './columns'
import type { CodeListId } from './generated/code-lists'
import type { Column, MappedBy, Definition, Note, Unit } from './generated/types'
import type { Dimension, Structure } from './structure'

/** What a cell of a column may hold. */
export type Cell = string | number | null

/** What a figure is: a value (also a true zero), hidden, missing, not applicable, or taken back. */
export type ValueStatus = 'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'

/** What every dataset of a statistical contract has; its dimensions are read with `columnOf`. */
export interface Dataset {
  readonly definition: Definition
  /** The classification that each column of codes follows, such as `{ occupation: 'ISCO-08' }`. */
  readonly classifications?: object
  readonly frequency: 'A' | 'S' | 'Q' | 'M'
  readonly unit?: Unit
  readonly notes?: readonly Note[]
  readonly mappedBy?: MappedBy
  readonly rows: number
  readonly value: Column<number | null>
  readonly valueStatus: Column<ValueStatus>
  readonly lower?: Column<number | null>
  readonly upper?: Column<number | null>
  readonly standardError?: Column<number | null>
  readonly sampleSize?: Column<number | null>
  readonly obsStatus: Column<string>
  readonly confStatus: Column<string>
  readonly confRedist?: Column<string | null>
  readonly embargo?: Column<string | null>
}

/** A column of a dataset by its name; undefined where the dataset leaves it out. */
export function columnOf(dataset: object, name: string): Column<Cell> | undefined {
  // Only ever asked of data that their schema has judged: a member named by the structure is a column.
  return (dataset as Readonly<Record<string, Column<Cell> | undefined>>)[name]
}

/** A dimension's column: always there, always text. */
export function dimensionOf(dataset: object, name: string): Column<string> {
  const column = columnOf(dataset, name)
  if (column === undefined)
    throw new RangeError(`could not read the column ${name}: it is not there`)
  // The schema lets dimensions hold text only.
  return column as Column<string>
}

/** The code list that a dimension of a dataset is taken from, if it is taken from one. */
export function listOfDimension(
  dimension: Dimension,
  classifications: object | undefined,
): CodeListId | undefined {
  const { codelist, classification, column } = dimension
  if (classification === undefined) return codelist
  const named: unknown = Object.entries(classifications ?? {}).find(
    ([name]) => name === column,
  )?.[1]
  return typeof named === 'string' ? classification[named] : undefined
}

/** The names of all columns of a contract: dimensions, measures, attributes of the observation. */
export function columnNames(structure: Structure): readonly string[] {
  const own = structure.attributes.filter(({ attachment }) => attachment === 'observation')
  return [...structure.dimensions, ...structure.measures, ...own].map(({ column }) => column)
}

/** The rows of a dataset that are kept, by their numbers (from 0), with all that the dataset says of them. */
export function pickRows<Content extends Dataset>(
  dataset: Content,
  structure: Structure,
  kept: readonly number[],
): Content {
  const picked = columnNames(structure).flatMap((name) => {
    const column = columnOf(dataset, name)
    if (column === undefined) return []
    return [[name, isList(column) ? fold(kept.map((row) => column[row] ?? null)) : column] as const]
  })
  return { ...dataset, rows: kept.length, ...Object.fromEntries(picked) }
}

/** A scalar where all entries agree, else the entries. */
export function fold<Value extends Cell>(entries: readonly Value[]): Column<Value> {
  const [first] = entries
  return first !== undefined && entries.every((entry) => entry === first) ? first : entries
}

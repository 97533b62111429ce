// SPDX-License-Identifier: Apache-2.0
import { isList } from './columns'
import type { Column } from './generated/types'

/** A column of codes read once: each different code looked up once, each row a small number. */
export interface Interned {
  /** How many different codes there are. */
  readonly size: number
  /** The number of each row's code, below `size`; undefined where one code holds for all rows. */
  readonly numbers: Int32Array | undefined
  /** The codes by their numbers. */
  readonly codes: readonly string[]
  /** True where an alias was replaced by its code. */
  readonly renamed: boolean
  readonly codeAt: (row: number) => string
  /** The column with aliases replaced. */
  readonly column: () => Column<string>
}

/** A column as its list reads it, and every row whose code the list does not have. */
export interface Interning {
  readonly interned: Interned
  readonly unknown: readonly { readonly row: number; readonly code: string }[]
}

type Normalise = (code: string) => string | undefined

/** Reads a column by its code list; without a list every code is known. Unknown codes stay as they are. */
export function internColumn(
  column: Column<string>,
  list: { readonly normalise: Normalise } | undefined,
): Interning {
  const normalise = list?.normalise ?? ((code: string): string => code)
  return isList(column) ? internList(column, normalise) : internScalar(column, normalise)
}

function internScalar(code: string, normalise: Normalise): Interning {
  const known = normalise(code)
  const named = known ?? code
  const interned = {
    size: 1,
    numbers: undefined,
    codes: [named],
    renamed: named !== code,
    codeAt: () => named,
    column: () => named,
  }
  return { interned, unknown: known === undefined ? [{ row: 0, code }] : [] }
}

function internList(column: readonly string[], normalise: Normalise): Interning {
  const numberOf = new Map<string, number>()
  const codes: string[] = []
  const bad = new Set<number>()
  const numbers = new Int32Array(column.length)
  let renamed = false
  for (let row = 0; row < column.length; row++) {
    const code = column[row] ?? ''
    let number = numberOf.get(code)
    if (number === undefined) {
      const known = normalise(code)
      const named = known ?? code
      // EL and GR are one code: two rows with them can be the same row.
      number = numberOf.get(named) ?? codes.push(named) - 1
      numberOf.set(named, number).set(code, number)
      if (known === undefined) bad.add(number)
      renamed ||= named !== code
    }
    numbers[row] = number
  }
  const codeAt = (row: number): string => codes[numbers[row] ?? -1] ?? ''
  const interned = {
    size: codes.length,
    numbers,
    codes,
    renamed,
    codeAt,
    column: () => column.map((_, row) => codeAt(row)),
  }
  return { interned, unknown: bad.size === 0 ? [] : unknownRows(column, numbers, bad) }
}

function unknownRows(
  column: readonly string[],
  numbers: Int32Array,
  bad: ReadonlySet<number>,
): Interning['unknown'] {
  return column.flatMap((code, row) => (bad.has(numbers[row] ?? -1) ? [{ row, code }] : []))
}

// SPDX-License-Identifier: Apache-2.0
import { isList } from './columns'
import type { Column } from './generated/types'

/** A column of codes read once: each different code looked up once, each row a small number. */
export interface Interned {
  /** How many different codes there are. */
  readonly size: number
  /** The number of each row's code, below `size`; undefined where one code holds for all rows. */
  readonly numbers: Int32Array | undefined
  /** True where an alias was replaced by its code. */
  readonly renamed: boolean
  readonly codeAt: (row: number) => string
  /** The column with aliases replaced. */
  readonly column: () => Column<string>
}

type Interning =
  | { readonly ok: true; readonly interned: Interned }
  | { readonly ok: false; readonly row: number; readonly code: string }

/** Reads a column by its code list; without a list every code is known. */
export function internColumn(
  column: Column<string>,
  list: { readonly normalise: (code: string) => string | undefined } | undefined,
): Interning {
  const normalise = list?.normalise ?? ((code: string): string => code)
  return isList(column) ? internList(column, normalise) : internScalar(column, normalise)
}

function internScalar(code: string, normalise: (code: string) => string | undefined): Interning {
  const known = normalise(code)
  if (known === undefined) return { ok: false, row: 0, code }
  const interned = {
    size: 1,
    numbers: undefined,
    renamed: known !== code,
    codeAt: () => known,
    column: () => known,
  }
  return { ok: true, interned }
}

function internList(
  column: readonly string[],
  normalise: (code: string) => string | undefined,
): Interning {
  const numberOf = new Map<string, number>()
  const codes: string[] = []
  const numbers = new Int32Array(column.length)
  let renamed = false
  for (const [row, code] of column.entries()) {
    let number = numberOf.get(code)
    if (number === undefined) {
      const known = normalise(code)
      if (known === undefined) return { ok: false, row, code }
      // EL and GR are one code: two rows with them can be the same row.
      number = numberOf.get(known) ?? codes.push(known) - 1
      numberOf.set(known, number).set(code, number)
      renamed ||= known !== code
    }
    numbers[row] = number
  }
  const codeAt = (row: number): string => codes[numbers[row] ?? -1] ?? ''
  return {
    ok: true,
    interned: {
      size: codes.length,
      numbers,
      renamed,
      codeAt,
      column: () => column.map((_, row) => codeAt(row)),
    },
  }
}

// SPDX-License-Identifier: Apache-2.0
import type { Refusal } from '@corridor/kernel'
import type { ProblemCode } from '@corridor/contracts'

/** Errors stop a message; a warning travels with a note that says why it is right as it stands. */
export type Level = 'error' | 'warning'

/** One cause of trouble, with every row that has it. */
export interface Found {
  readonly code: ProblemCode
  readonly level: Level
  readonly column?: string
  /** What stands there, where all rows of the cause have the same. */
  readonly value?: string
  /** What is wrong, without the rows. */
  readonly detail: string
  /** The rows of the dataset, from 0, in their order; none where the whole dataset is meant. */
  readonly rows: readonly number[]
}

/** A cause in words with its first row; the other causes are counted. */
export function refusalOf(first: Found, causes: number): Refusal<ProblemCode> {
  const [row] = first.rows
  // These name their rows or their column in the detail itself.
  const named = first.code === 'ROW_TWICE' || first.code === 'COLUMN_LENGTH_WRONG'
  const place = [
    ...(row === undefined || named ? [] : [`row ${String(row + 1)}`]),
    ...(first.column === undefined || named ? [] : [`column ${first.column}`]),
  ].join(', ')
  const others = causes - 1
  const rest = others === 0 ? '' : ` (and ${String(others)} more causes: see the report)`
  return { code: first.code, detail: `${place === '' ? '' : `${place}: `}${first.detail}${rest}` }
}

/** Collects rows by cause, in the order in which causes are met. */
export class Causes {
  private readonly byKey = new Map<string, { found: Found; rows: number[] }>()

  /** Adds a row to its cause; the detail is made once a cause. */
  add(row: number, cause: Omit<Found, 'rows' | 'detail' | 'level'>, detail: () => string): void {
    const key = `${cause.code} ${cause.column ?? ''} ${cause.value ?? ''}`
    const known = this.byKey.get(key)
    if (known !== undefined) {
      known.rows.push(row)
      return
    }
    const rows = [row]
    this.byKey.set(key, { found: { ...cause, level: 'error', detail: detail(), rows }, rows })
  }

  /** The causes; where one row spoke for all, with every row of so many. */
  all(everyRowOf?: number): readonly Found[] {
    const found = [...this.byKey.values()].map((cause) => cause.found)
    if (everyRowOf === undefined || found.length === 0) return found
    const rows = Array.from({ length: everyRowOf }, (_, row) => row)
    return found.map((cause) => ({ ...cause, rows }))
  }
}

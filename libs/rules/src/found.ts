// SPDX-License-Identifier: Apache-2.0
import { problem, type ProblemCode } from '@corridor/contracts'
import type { Refusal } from '@corridor/kernel'

/** Errors stop a message; a warning travels with a note that says why it is right as it stands. */
export type Level = 'error' | 'warning'

/** One cause of trouble, with every row that has it. */
export interface Found {
  readonly code: ProblemCode
  readonly level: Level
  readonly column?: string
  /** What stands there, where all rows of the cause have the same. */
  readonly value?: string
  /** What is wrong, without the rows; where each row has a sentence of its own, that of the first. */
  readonly detail: string
  /** The rows of the dataset, from 0, in their order; none where the whole dataset is meant. */
  readonly rows: readonly number[]
  /** What is wrong row by row, where the sentences differ: as many as `rows`. */
  readonly each?: readonly string[]
  /** The first few other rows that each row is at odds with, where rows contradict each other: as many lists as `rows`. */
  readonly others?: readonly (readonly number[])[]
  /** The note by which the sender says that the warning is right as it stands. */
  readonly noted?: string
}

/** Numbers that begin with W are warnings, all others stop a message. */
export function levelOf(code: ProblemCode): Level {
  return problem(code).number.startsWith('W') ? 'warning' : 'error'
}

/** A cause that the whole dataset has. */
export function ofDataset(code: ProblemCode, detail: string, column?: string): Found {
  return {
    code,
    level: levelOf(code),
    ...(column === undefined ? {} : { column }),
    detail,
    rows: [],
  }
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

/** What rows of one cause have in common. */
export type Cause = Pick<Found, 'code' | 'column' | 'value'>

interface Collected {
  readonly cause: Cause
  readonly detail: string
  readonly rows: number[]
  readonly each: string[]
}

/** Collects rows by cause, in the order in which causes are met. */
export class Causes {
  private readonly byKey = new Map<string, Collected>()

  /** Adds a row to its cause; the detail is made once a cause. */
  add(row: number, cause: Cause, detail: () => string): void {
    const key = `${cause.code} ${cause.column ?? ''} ${cause.value ?? ''}`
    const known = this.byKey.get(key)
    if (known === undefined) this.byKey.set(key, { cause, detail: detail(), rows: [row], each: [] })
    else known.rows.push(row)
  }

  /** Adds a row with a sentence of its own. */
  addEach(row: number, cause: Cause, sentence: string): void {
    this.add(row, cause, () => sentence)
    this.byKey.get(`${cause.code} ${cause.column ?? ''} ${cause.value ?? ''}`)?.each.push(sentence)
  }

  /** The causes; where one row spoke for all, with every row of so many. */
  all(everyRowOf?: number): readonly Found[] {
    if (this.byKey.size === 0) return []
    const every =
      everyRowOf === undefined ? undefined : Array.from({ length: everyRowOf }, (_, row) => row)
    return [...this.byKey.values()].map((collected) => foundOf(collected, every))
  }
}

function foundOf(
  { cause, detail, rows, each }: Collected,
  every: readonly number[] | undefined,
): Found {
  const level = levelOf(cause.code)
  if (each.length === 0 || every !== undefined)
    return { ...cause, level, detail, rows: every ?? rows }
  const order = rows.map((_, i) => i).sort((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0))
  const sentences = order.map((i) => each[i] ?? '')
  const inOrder = order.map((i) => rows[i] ?? 0)
  return { ...cause, level, detail: sentences[0] ?? detail, rows: inOrder, each: sentences }
}

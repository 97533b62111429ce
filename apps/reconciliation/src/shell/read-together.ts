// SPDX-License-Identifier: Apache-2.0

/** A message and how large it is. */
export interface Sized {
  readonly position: number
  readonly rows: number
}

/** Rows of messages that are in memory together; a message of more goes alone. */
export const mostRowsTogether = 10_000

/** Messages in groups that are read together, in their order. */
export function readTogether(messages: readonly Sized[]): readonly (readonly number[])[] {
  const groups: { rows: number; readonly positions: number[] }[] = []
  for (const { position, rows } of messages) {
    const group = groups.at(-1)
    if (group !== undefined && group.rows + rows <= mostRowsTogether) {
      group.rows += rows
      group.positions.push(position)
    } else groups.push({ rows, positions: [position] })
  }
  return groups.map(({ positions }) => positions)
}

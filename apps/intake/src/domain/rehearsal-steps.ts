// SPDX-License-Identifier: Apache-2.0

/** A step of a rehearsal that a message in test mode can be. */
export type MessageStep = 'accepted' | 'refused' | 'revised' | 'retracted'

/** Cells of a message that are looked at: enough to know a revision, and no copy of a dataset. */
export const mostCells = 256

/** The names of the first cells of a message, and whether each takes a figure back. */
export interface NamedCells {
  readonly names: readonly Buffer[]
  readonly retracts: readonly boolean[]
}

/** Names of cells out of what a vintage states: 128 bits each, from which nobody reads a figure. */
export function namedCells(
  vintages: readonly ({
    readonly keys: Uint32Array
    readonly statuses: readonly string[]
  } | null)[],
): NamedCells {
  const names: Buffer[] = []
  const retracts: boolean[] = []
  for (const vintage of vintages) {
    const rows = Math.min(vintage?.statuses.length ?? 0, mostCells - names.length)
    for (let row = 0; row < rows; row++) {
      const words = vintage?.keys.slice(4 * row, 4 * row + 4) ?? new Uint32Array(4)
      names.push(Buffer.from(words.buffer))
      retracts.push(vintage?.statuses[row] === 'r')
    }
  }
  return { names, retracts }
}

/**
 * Which steps an accepted message is: accepted always; revised where it states a cell that was stated before; retracted where it
 * takes such a cell back.
 */
export function stepsOf(
  { names, retracts }: NamedCells,
  statedBefore: (name: Buffer) => boolean,
): readonly MessageStep[] {
  const again = names.map(statedBefore)
  return [
    'accepted',
    ...(again.some((known, i) => known && retracts[i] === false) ? (['revised'] as const) : []),
    ...(again.some((known, i) => known && retracts[i] === true) ? (['retracted'] as const) : []),
  ]
}

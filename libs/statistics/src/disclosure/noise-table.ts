// SPDX-License-Identifier: Apache-2.0
import { greatestEntropy } from './greatest-entropy'
import type { CellKeyRule } from './rule'

/** One change that noise may make to a count: by how much, with which probability, up to which cell key (not included). */
export interface NoiseStep {
  readonly change: number
  readonly probability: number
  readonly below: number
}

/** The noise for each count; counts beyond the last row take the last row, whose noise is symmetric. */
export type NoiseTable = readonly (readonly NoiseStep[])[]

/**
 * The perturbation table of a cell-key method: for each count the distribution of greatest entropy among those with mean 0,
 * variance of at most V, no change of more than D, no result below 0 or from 1 to js, and, below no change, probabilities that
 * do not fall towards it. Zeros stay. The steps are laid side by side over the cell keys from 0 to 1.
 * Undefined where no distribution has these properties.
 * Sources: Giessing, PSD 2016, LNCS 9867, 237–251; sdcTools/ptable, whose tables it reproduces.
 */
export function noiseTable(rule: CellKeyRule): NoiseTable | undefined {
  const key = `${rule.maximumNoise} ${rule.variance} ${rule.smallest}`
  const known = memory.get(key)
  if (known !== undefined) return known
  if (memory.size >= mostRemembered) memory.clear()
  const made = makeTable(rule)
  if (made !== undefined) memory.set(key, made)
  return made
}

// Emptied when it is full; the largest table takes half a second to make, and agreements name few of them.
const mostRemembered = 64
const memory = new Map<string, NoiseTable>()

function makeTable(rule: CellKeyRule): NoiseTable | undefined {
  const { maximumNoise, smallest } = rule
  const rows: (readonly NoiseStep[])[] = [[{ change: 0, probability: 1, below: 1 }]]
  // From here on a count is out of the reach of zero and of what must not remain.
  const last = maximumNoise + (smallest === 0 ? 0 : smallest + 1)
  for (let count = 1; count <= last; count++) {
    const changes = changesOf(count, rule)
    const probabilities = greatestEntropy(changes, rule.variance)
    if (probabilities === undefined) return undefined
    rows.push(stepsOf(changes, probabilities))
  }
  return rows
}

/** The noise that a table gives a count, where its cell key is at `place` from 0 to just under 1 of the range of keys. */
export function noiseOf(table: NoiseTable, count: number, place: number): number {
  const row = table[Math.min(count, table.length - 1)] ?? []
  return (row.find(({ below }) => place < below) ?? row.at(-1))?.change ?? 0
}

function changesOf(count: number, { maximumNoise, smallest }: CellKeyRule): readonly number[] {
  const changes: number[] = []
  for (let change = -maximumNoise; change <= maximumNoise; change++) {
    const result = count + change
    if (result === 0 || result > smallest) changes.push(change)
  }
  return changes
}

function stepsOf(
  changes: readonly number[],
  probabilities: readonly number[],
): readonly NoiseStep[] {
  let below = 0
  return changes.map((change, i) => {
    const probability = probabilities[i] ?? 0
    below = i === changes.length - 1 ? 1 : below + probability
    return { change, probability, below }
  })
}

// SPDX-License-Identifier: Apache-2.0

/** Neighbouring changes that have one probability in common. */
interface Group {
  readonly size: number
  /** The mean of the changes, and of their squares. */
  readonly mean: number
  readonly square: number
}

/**
 * The probabilities of greatest entropy on given whole changes (ascending) with mean 0 and a variance of at most V, where those
 * of decreases do not fall towards no change. In closed form p(v) = exp(λ v − μ v²) / Z with μ >= 0; where the order is violated,
 * neighbours are pooled to one probability. λ makes the mean 0 and μ keeps the variance, both found by halving.
 * Undefined where the changes allow no such distribution.
 */
export function greatestEntropy(
  changes: readonly number[],
  variance: number,
): readonly number[] | undefined {
  // No change is where the order of decreases ends; without it there is no order.
  const ordered = changes.indexOf(0)
  let groups = changes.map((v): Group => ({ size: 1, mean: v, square: v * v }))
  for (;;) {
    const solved = solve(groups, variance)
    if (solved === undefined) return undefined
    const falling = fallingGroup(groups, solved, ordered)
    if (falling === undefined)
      return groups.flatMap(({ size }, i) => new Array<number>(size).fill(solved[i] ?? 0))
    groups = pooled(groups, falling)
  }
}

function fallingGroup(
  groups: readonly Group[],
  probabilities: readonly number[],
  ordered: number,
): number | undefined {
  let last = -1
  for (const [i, { size }] of groups.entries()) {
    last += size
    if (last >= ordered) return undefined
    if ((probabilities[i] ?? 0) > (probabilities[i + 1] ?? 0) + 1e-12) return i
  }
  return undefined
}

function pooled(groups: readonly Group[], at: number): Group[] {
  const [one, two] = [groups[at], groups[at + 1]]
  if (one === undefined || two === undefined) return [...groups]
  const size = one.size + two.size
  const weighted = (a: number, b: number): number => (a * one.size + b * two.size) / size
  const both = {
    size,
    mean: weighted(one.mean, two.mean),
    square: weighted(one.square, two.square),
  }
  return [...groups.slice(0, at), both, ...groups.slice(at + 2)]
}

/** No μ beyond this is tried: e^-400 is nothing. */
const mostMu = 400
const halvings = 60

function solve(groups: readonly Group[], variance: number): readonly number[] | undefined {
  const means = groups.map(({ mean }) => mean)
  if (Math.min(...means) > 0 || Math.max(...means) < 0) return undefined
  const at = (mu: number): readonly number[] => centred(groups, mu)
  const varianceOf = (probabilities: readonly number[]): number =>
    groups.reduce((sum, { size, square }, i) => sum + size * square * (probabilities[i] ?? 0), 0)
  if (varianceOf(at(0)) <= variance) return at(0)
  if (varianceOf(at(mostMu)) > variance + 1e-6) return undefined
  let [low, high] = [0, mostMu]
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2
    if (varianceOf(at(middle)) > variance) low = middle
    else high = middle
  }
  return at(high)
}

// For a given μ, the λ that makes the mean nothing: the mean rises with λ.
function centred(groups: readonly Group[], mu: number): readonly number[] {
  // The peak of p lies at λ / 2μ: beyond these λ it lies beyond every change.
  const end = 4 + 2 * mu * Math.max(...groups.map(({ mean }) => Math.abs(mean)))
  let [low, high] = [-end * 4, end * 4]
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2
    const probabilities = weights(groups, middle, mu)
    const mean = groups.reduce(
      (sum, group, j) => sum + group.size * group.mean * (probabilities[j] ?? 0),
      0,
    )
    if (mean < 0) low = middle
    else high = middle
  }
  return weights(groups, (low + high) / 2, mu)
}

function weights(groups: readonly Group[], lambda: number, mu: number): readonly number[] {
  const logs = groups.map(({ mean, square }) => lambda * mean - mu * square)
  const most = Math.max(...logs)
  const raw = logs.map((log) => Math.exp(log - most))
  const total = groups.reduce((sum, { size }, i) => sum + size * (raw[i] ?? 0), 0)
  return raw.map((one) => one / total)
}

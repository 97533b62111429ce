// SPDX-License-Identifier: Apache-2.0

/** A cell of a reporter, beside what is expected of it. Persons; the variance is of the log of what is expected. */
export interface ExpectedCell {
  readonly sent: number
  readonly expected: number
  readonly variance: number
}

/** The zeros of a reporter, and how likely so many or more are by chance. */
export interface ZerosFound {
  readonly zeros: number
  readonly cells: number
  /** How many would be zero on average. */
  readonly expected: number
  readonly p: number
}

/** Nothing that is suppressed for being small is expected to be more than this: such a zero has another cause. */
export const mostSuppressed = 100

/**
 * Zeros beyond chance: small counts that were suppressed and sent as zeros. One zero beside an expectation of five says nothing; a reporter
 * with many of them does. A count whose mean has the expected value m and log variance s² is a gamma mixture of Poisson counts, which is
 * zero with (1 + s²m)^(−1/s²); the number of zeros in all cells is a sum of such chances (Poisson binomial, convolved exactly), and p its
 * upper tail. Cells of which more than 100 are expected take no part. Found of a reporter over all of its cells and periods, not claimed of one cell; a reporter's cells count as independent.
 * @example zerosBeyondChance(cells).p <= 0.01
 */
export function zerosBeyondChance(cells: readonly ExpectedCell[]): ZerosFound {
  const small = cells.filter(({ expected }) => expected <= mostSuppressed)
  const chances = small.map(zeroChance)
  const zeros = small.filter(({ sent }) => sent === 0).length
  // Of so many zeros; the last place is of as many as there are, or more.
  const found = [1, ...Array.from({ length: zeros }, () => 0)]
  for (const chance of chances)
    for (let many = zeros; many >= 0; many--) {
      const stays = many === zeros ? 1 : 1 - chance
      found[many] = (found[many] ?? 0) * stays + (many === 0 ? 0 : (found[many - 1] ?? 0) * chance)
    }
  const expected = chances.reduce((sum, one) => sum + one, 0)
  return { zeros, cells: small.length, expected, p: zeros === 0 ? 1 : (found[zeros] ?? 1) }
}

function zeroChance({ expected, variance }: ExpectedCell): number {
  return variance > 0
    ? Math.exp(-Math.log1p(variance * expected) / variance)
    : Math.exp(0 - expected)
}

// SPDX-License-Identifier: Apache-2.0

/** Bounds of a figure, in its unit (persons), both of them in. An upper bound of Infinity says that nothing bounds it. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}

/**
 * What one side's figures say of a block of a grid. `value` is the figure itself, the best guess where it was allocated, null
 * where a part tells only an interval. `variance` is that of the guess, in persons squared; 0 where nothing was guessed.
 */
export interface Amount extends Interval {
  readonly value: number | null
  readonly variance: number
}

/** A figure that is known: `exactly(12) // { value: 12, lower: 12, upper: 12, variance: 0 }`. */
export function exactly(value: number): Amount {
  return { value, lower: value, upper: value, variance: 0 }
}

/** A figure of which only bounds are known: `between(1, 3).value // null`. */
export function between(lower: number, upper: number): Amount {
  return lower === upper ? exactly(lower) : { value: null, lower, upper, variance: 0 }
}

/**
 * The sum of amounts of which none counts another's persons. Bounds and variances add up; the sum has no value where a part has
 * none. The variances are those of independent guesses.
 * @example sumOf([exactly(3), between(1, 3)]) // { value: null, lower: 4, upper: 6, variance: 0 }
 */
export function sumOf(amounts: readonly Amount[]): Amount {
  return amounts.reduce(
    (sum, { value, lower, upper, variance }) => ({
      value: sum.value === null || value === null ? null : sum.value + value,
      lower: sum.lower + lower,
      upper: sum.upper + upper,
      variance: sum.variance + variance,
    }),
    exactly(0),
  )
}

// SPDX-License-Identifier: Apache-2.0

/**
 * What a released cell says. Suppressed is a state of its own: never zero, never missing. Figures are whole numbers in the unit
 * of the table (persons, jobs); `upper` is null where nothing bounds the figure from above.
 */
export type Figure =
  | { readonly status: 'value'; readonly value: number }
  | { readonly status: 'zero' }
  | { readonly status: 'suppressed'; readonly lower: number; readonly upper: number | null }
  | { readonly status: 'missing' }
  | { readonly status: 'not-applicable' }

/** The number that a figure tells, undefined where it tells none: `numberOf({ status: 'zero' }) // 0`. */
export function numberOf(figure: Figure): number | undefined {
  if (figure.status === 'value') return figure.value
  return figure.status === 'zero' ? 0 : undefined
}

/** The figure that a count makes: `figureOf(0) // { status: 'zero' }`. A RangeError for what is no count. */
export function figureOf(count: number): Figure {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`could not make a figure of ${count}: it is no count`)
  return count === 0 ? { status: 'zero' } : { status: 'value', value: count }
}

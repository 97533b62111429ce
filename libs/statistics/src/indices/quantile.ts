// SPDX-License-Identifier: Apache-2.0

/**
 * A quantile of values, on the straight line between neighbours (the seventh of Hyndman and Fan, as R and NumPy have it by default).
 * NaN for no values.
 * @example quantile([1, 2, 4], 0.75) // 3
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const place = share * (sorted.length - 1)
  const [lower, upper] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  if (lower === undefined || upper === undefined) return NaN
  return lower + (upper - lower) * (place - Math.floor(place))
}

/** The middle value: `median([1, 2, 4]) // 2`. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** 1.4826 times the median distance from the median: the standard deviation of a normal, whatever its outliers do. */
export function robustSpread(values: readonly number[]): number {
  const middle = median(values)
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)))
}

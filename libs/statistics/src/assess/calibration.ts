// SPDX-License-Identifier: Apache-2.0

/** How often untouched figures raise an alarm, as promised and as found. */
export interface Calibration {
  /** The rate that is promised. */
  readonly nominal: number
  /** Alarms among the untouched figures at p <= nominal, before anything is corrected. */
  readonly uncorrected: number
  /** An alarm is a p at or below this; 0 where the history is too short to promise the rate. */
  readonly threshold: number
  /** Untouched figures that the threshold was set by. */
  readonly history: number
}

/**
 * Sets the p-value at which an alarm is raised by the p-values of untouched history: the k-th smallest with k = ⌊nominal·(n + 1)⌋
 * (split conformal prediction, Vovk et al. 2005). A new untouched figure that can be exchanged with those of history then raises an
 * alarm with a chance of at most the nominal rate, whatever the tails of the model. Use history that the model was not learnt from.
 * Errors: a RangeError for a rate outside 0 to 1.
 * @example calibrate(earlierPValues, 0.05).threshold
 */
export function calibrate(history: readonly number[], nominal: number): Calibration {
  if (!(nominal > 0 && nominal < 1))
    throw new RangeError(`could not calibrate: ${nominal} is no rate`)
  const sorted = history.toSorted((one, other) => one - other)
  const place = Math.floor(nominal * (sorted.length + 1))
  return {
    nominal,
    uncorrected: alarmRate(history, nominal),
    threshold: place === 0 ? 0 : (sorted[place - 1] ?? 0),
    history: sorted.length,
  }
}

/** The share of p-values that raise an alarm at a threshold: the achieved rate, where the figures are untouched. */
export function alarmRate(values: readonly number[], threshold: number): number {
  if (values.length === 0) return 0
  return values.filter((p) => p <= threshold).length / values.length
}

/** The p-value of a figure among those of untouched history: (1 + those at or below it)/(n + 1). */
export function conformalP(p: number, history: readonly number[]): number {
  return (1 + history.filter((earlier) => earlier <= p).length) / (history.length + 1)
}

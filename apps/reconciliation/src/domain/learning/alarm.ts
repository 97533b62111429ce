// SPDX-License-Identifier: Apache-2.0
import { alarmRate, calibrate } from '@corridor/statistics'
import type { JudgedPast } from './learn-series'

/** When a figure is suspect, and how often untouched figures were, as promised and as found. */
export interface Alarm {
  readonly nominal: number
  /** The p-value at or below which a figure is suspect. */
  readonly alarm: number
  /** The share of untouched figures at p <= nominal; null where there are none. */
  readonly uncorrected: number | null
  /** The share of untouched figures that the alarm of the periods before them raised; null where the history is too short. */
  readonly achieved: number | null
  readonly history: number
}

/**
 * Sets the alarm by untouched figures of the past (split conformal), and finds what it would have kept of its promise: each period by
 * the alarm that those before it give. Where the history is too short to promise the rate the model's own p-values are taken.
 */
export function alarmOf(judged: readonly JudgedPast[], nominal: number): Alarm {
  const { threshold, uncorrected, history } = calibrate(
    judged.map(({ p }) => p),
    nominal,
  )
  return {
    nominal,
    alarm: threshold > 0 ? threshold : nominal,
    uncorrected: history === 0 ? null : uncorrected,
    achieved: achievedBy(judged, nominal),
    history,
  }
}

function achievedBy(judged: readonly JudgedPast[], nominal: number): number | null {
  const periods = [...new Set(judged.map(({ period }) => period))].sort()
  const raised = periods.flatMap((period) => {
    const before = judged.filter((one) => one.period < period).map(({ p }) => p)
    const { threshold } = calibrate(before, nominal)
    if (threshold === 0) return []
    const own = judged.filter((one) => one.period === period).map(({ p }) => p)
    return [{ all: own.length, raised: alarmRate(own, threshold) * own.length }]
  })
  const all = raised.reduce((sum, one) => sum + one.all, 0)
  return all === 0 ? null : raised.reduce((sum, one) => sum + one.raised, 0) / all
}

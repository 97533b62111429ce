// SPDX-License-Identifier: Apache-2.0
import { Matrix, pseudoInverse } from 'ml-matrix'
import type { PassingOn } from './stage'

/** What history says of how people go on from a stage to the next. */
export interface LearntPassing {
  /** β_k = take-up × share of lag k: how many of a period's people are seen at the next stage k periods later. */
  readonly shares: readonly number[]
  /** The share that goes on: Σβ_k. */
  readonly takeUp: number
  /** s², the variance of the take-up of a period's people about the usual one, relative, beyond what chance adds to counts. */
  readonly spread: number
  /** Covariances of β, row by row. */
  readonly covariance: readonly (readonly number[])[]
  /** Degrees of freedom: periods less shares above 0. */
  readonly freedom: number
  /** Periods that it was learnt from. */
  readonly periods: number
  /** Periods that were left out because they fit so badly, as places in the history. */
  readonly leftOut: readonly number[]
}

/** A period of history: the figures of the stage before, 0, 1, 2 … periods earlier, and the stage's own. Persons. */
export interface HistoryPeriod {
  readonly place: number
  readonly before: readonly number[]
  readonly count: number
}

/** The fewest periods that teach anything: three a lag, and at least twelve. */
export function leastHistory(lags: number): number {
  return Math.max(12, 3 * lags)
}

/** A period further off than this many standard deviations teaches nothing; at most a fifth of the periods is left out. */
const [farOff, mostLeftOut] = [4, 0.2]

/**
 * Learns lag distribution and take-up from history: y_t = Σ_k β_k·x_{t−k} with β_k >= 0 and the variance of `varianceOf`. β by
 * quasi-likelihood, Σ_t (y_t − μ_t)·x_{t−k}/Var_t = 0, solved by the multiplicative step β_k ← β_k·Σ(x_{t−k}·y_t/Var_t)/Σ(x_{t−k}·μ_t/Var_t),
 * which keeps β positive (of a Poisson count the EM step of deconvolution: Richardson 1972, Lucy 1974; Shepp and Vardi 1982). s² by
 * moments, Σ(y_t − μ_t)²/Var_t = n − p (Breslow 1984; the step of Paule and Mandel 1982). Covariance (XᵀV⁻¹X)⁻¹ over the β above 0.
 * Persons. Starts from what is declared, so lags that history cannot tell apart stay in the declared proportion. Periods that lie beyond
 * four standard deviations are left out and listed. Limits: lags beyond the declared ones are not looked for; a stage whose figures never
 * change tells the take-up and no lag; undefined below `leastHistory` periods, and where nobody was ever at the stage before.
 * @example learnPassing(history, { lag: [0.5, 0.5], takeUp: { lower: 0.6, upper: 1 } })?.takeUp
 */
export function learnPassing(
  history: readonly HistoryPeriod[],
  declared: PassingOn,
): LearntPassing | undefined {
  const lags = declared.lag.length
  if (history.length < leastHistory(lags)) return undefined
  if (history.every(({ before }) => before.every((one) => one === 0))) return undefined
  let used = history
  const most = Math.floor(history.length * mostLeftOut)
  for (;;) {
    const fit = fitOf(used, declared)
    const offs = used.map((period) => ({ period, off: offOf(period, fit) }))
    const room = most - (history.length - used.length)
    const worst = offs.filter(({ off }) => off > farOff).sort((a, b) => b.off - a.off)
    const [first] = worst
    if (first === undefined || room <= 0) return learntFrom(fit, used, history)
    used = used.filter((period) => period !== first.period)
  }
}

type PassingFit = Pick<LearntPassing, 'shares' | 'spread'>

function fitOf(history: readonly HistoryPeriod[], declared: PassingOn): PassingFit {
  const middle = (declared.takeUp.lower + declared.takeUp.upper) / 2
  let shares: readonly number[] = declared.lag.map((share) => Math.max(share, 1e-3) * middle)
  let spread = 0
  for (let round = 0; round < 8; round++) {
    shares = solved(history, { shares, spread })
    const next = spreadOf(history, shares)
    const settled = Math.abs(next - spread) <= 1e-6 * (1 + spread)
    spread = next
    if (settled) break
  }
  return { shares, spread }
}

const [mostSteps, smallStep] = [2000, 1e-9]

// The weights are those of the shares that the round begins with, so a step is worked on the normal equations: lags by lags.
function solved(
  history: readonly HistoryPeriod[],
  { shares, spread }: PassingFit,
): readonly number[] {
  const normal = shares.map(() => shares.map(() => 0))
  const right = shares.map(() => 0)
  for (const { before, count } of history) {
    const weight = weightOf(before, { shares, spread })
    for (const [k, row] of normal.entries()) {
      const weighted = weight * (before[k] ?? 0)
      right[k] = (right[k] ?? 0) + weighted * count
      for (const [l, sum] of row.entries()) row[l] = sum + weighted * (before[l] ?? 0)
    }
  }
  let now = shares
  for (let step = 0; step < mostSteps; step++) {
    const next = now.map((share, k) => {
      const below = meanOf(normal[k] ?? [], now)
      return below > 0 ? (share * (right[k] ?? 0)) / below : share
    })
    const moved = Math.max(...next.map((share, k) => Math.abs(share - (now[k] ?? 0))))
    now = next
    if (moved < smallStep) break
  }
  return now
}

function weightOf(before: readonly number[], fit: PassingFit): number {
  const variance = varianceOf([before], fit)
  return variance > 0 ? 1 / variance : 0
}

// The s² at which the squares, each in its variance, sum to the degrees of freedom; 0 where chance alone explains them.
function spreadOf(history: readonly HistoryPeriod[], shares: readonly number[]): number {
  const freedom = history.length - activeIn(shares).length
  const squares = (spread: number): number =>
    history.reduce((sum, { before, count }) => {
      const mean = meanOf(before, shares)
      return mean <= 0 ? sum : sum + (count - mean) ** 2 / varianceOf([before], { shares, spread })
    }, 0)
  if (squares(0) <= freedom) return 0
  let [lower, upper] = [0, 16]
  for (let round = 0; round < 50; round++) {
    const middle = (lower + upper) / 2
    if (squares(middle) > freedom) lower = middle
    else upper = middle
  }
  return (lower + upper) / 2
}

function offOf({ before, count }: HistoryPeriod, fit: PassingFit): number {
  const mean = meanOf(before, fit.shares)
  return mean <= 0 ? 0 : Math.abs(count - mean) / Math.sqrt(varianceOf([before], fit))
}

function learntFrom(
  { shares, spread }: PassingFit,
  used: readonly HistoryPeriod[],
  history: readonly HistoryPeriod[],
): LearntPassing {
  return {
    shares,
    takeUp: shares.reduce((sum, one) => sum + one, 0),
    spread,
    covariance: covarianceOf(used, shares, spread),
    freedom: used.length - activeIn(shares).length,
    periods: used.length,
    leftOut: history.filter((one) => !used.includes(one)).map(({ place }) => place),
  }
}

function covarianceOf(
  history: readonly HistoryPeriod[],
  shares: readonly number[],
  spread: number,
): readonly (readonly number[])[] {
  const active = activeIn(shares)
  const normal = Matrix.zeros(active.length, active.length)
  for (const { before } of history) {
    const weight = weightOf(before, { shares, spread })
    for (const [i, a] of active.entries())
      for (const [j, b] of active.entries())
        normal.set(i, j, normal.get(i, j) + weight * (before[a] ?? 0) * (before[b] ?? 0))
  }
  const inverse = pseudoInverse(normal)
  const at = (place: number): number => active.indexOf(place)
  return shares.map((_, k) =>
    shares.map((_, l) => (at(k) < 0 || at(l) < 0 ? 0 : inverse.get(at(k), at(l)))),
  )
}

function activeIn(shares: readonly number[]): readonly number[] {
  return shares.flatMap((share, k) => (share > 1e-6 ? [k] : []))
}

/** Σ_k β_k·x_{t−k}, in persons. */
export function meanOf(before: readonly number[], shares: readonly number[]): number {
  return before.reduce((sum, x, k) => sum + x * (shares[k] ?? 0), 0)
}

/** Variances are kept above this share of the mean, so that who always goes on is not expected to the last person. */
const leastVariance = 0.05

/**
 * The variance of what periods that follow each other count, in persons squared. Of the x people of one period the share B is seen in
 * these periods, so they add x·B·(1 − B) by chance and s²·(x·B)² because the take-up of each period's people is its own:
 *   Σ_c x_c·B_c·(1 − B_c) + s²·(x_c·B_c)²,  B_c the sum of the β of the lags that lead into these periods.
 * `before` gives for each period the figures of the stage before 0, 1, 2 … periods earlier. Not below a twentieth of the mean.
 */
export function varianceOf(
  before: readonly (readonly number[])[],
  { shares, spread }: Pick<LearntPassing, 'shares' | 'spread'>,
): number {
  const lags = shares.length
  let [variance, mean] = [0, 0]
  // The people of the period that lies `late` periods after the first one; before it where it is below 0.
  for (let late = 1 - lags; late < before.length; late++) {
    let [x, share] = [0, 0]
    for (let i = Math.max(0, late); i < before.length && i - late < lags; i++) {
      x = before[i]?.[i - late] ?? 0
      share += shares[i - late] ?? 0
    }
    variance += x * share * Math.max(0, 1 - share) + spread * (x * share) ** 2
    mean += x * share
  }
  return Math.max(variance, mean * leastVariance)
}

// SPDX-License-Identifier: Apache-2.0

/**
 * A bound from below on the chance that a Beta(α, β) is at or above x, short of it by a thousandth at most:
 *   P(θ >= x) = I_y(β, α) = y^β·x^α/(β·B(α, β)) · Σ_n Π_{j<n} (α + β + j)/(β + 1 + j) · yⁿ,  y = 1 − x
 * (DLMF 8.17.8). Every term is positive, so wherever the sum is cut off it is a bound from below; a billionth is taken off for what
 * rounding may have added. Limits: α, β > 0 and 0 < x < 1; 1 and 0 at the ends.
 * @example betaAtLeast(0.5, { alpha: 3, beta: 3 }) // 0.4999…
 */
export function betaAtLeast(
  x: number,
  { alpha, beta }: { readonly alpha: number; readonly beta: number },
): number {
  if (x <= 0) return 1 - tiny
  if (x >= 1) return 0
  const y = 1 - x
  let [term, sum] = [1, 1]
  // From where terms fall, all that follow are below a geometric series.
  let rest = Infinity
  for (let j = 0; j < mostTerms && term * rest > sum * enough; j++) {
    const ratio = ((alpha + beta + j) / (beta + 1 + j)) * y
    term *= ratio
    sum += term
    rest = ratio < 1 ? Math.max(ratio, y) / (1 - Math.max(ratio, y)) : Infinity
  }
  const logOfFirst =
    beta * Math.log(y) + alpha * Math.log(x) - Math.log(beta) - logBeta(alpha, beta)
  return Math.min(1, Math.exp(logOfFirst + Math.log(sum))) * (1 - tiny)
}

const tiny = 1e-9
const enough = 1e-3
const mostTerms = 100_000

function logBeta(alpha: number, beta: number): number {
  return logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta)
}

/** Below this, the argument is carried up: Γ(x) = Γ(x + 1)/x. */
const asymptoticFrom = 10

/**
 * ln Γ(x) for x > 0: Stirling's series (DLMF 5.11.1) from 10 on, below that carried up to it. Absolute error about 1e-14·max(1, |ln Γ|).
 * @example logGamma(5) // ln 24
 */
export function logGamma(x: number): number {
  let [at, product] = [x, 1]
  for (; at < asymptoticFrom; at++) product *= at
  const over = 1 / at
  const square = over * over
  const series =
    over *
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360)))))
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - Math.log(product)
}

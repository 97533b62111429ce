// SPDX-License-Identifier: Apache-2.0

/** What a count out of `of` is drawn from: `alpha` and `beta` of a beta-binomial, or the chance of a binomial. */
export type CountModel =
  | { readonly kind: 'binomial'; readonly chance: number }
  | { readonly kind: 'beta-binomial'; readonly alpha: number; readonly beta: number }

/**
 * The two-sided p-value of a count: twice the smaller tail, the count itself in both, at most 1 (p_binom and p_bb of the field).
 * The mass is worked from the mean outwards by the ratio of neighbours,
 *   binomial       m(x+1)/m(x) = (n − x)/(x + 1) · p/(1 − p)
 *   beta-binomial  m(x+1)/m(x) = (n − x)(x + α)/((x + 1)(n − x − 1 + β))
 * and divided by its sum, so no factorial is needed and nothing cancels. Relative error about 1e-13 on a p-value above 1e-300.
 * Units: counts. Limits: whole numbers 0 <= x <= n; at most n steps (some 10 ms at n = 1,000,000).
 * @example twoSided(3, 12, { kind: 'binomial', chance: 0.5 }) // 0.14599609375
 */
export function twoSided(count: number, of: number, model: CountModel): number {
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(of) || count < 0 || count > of)
    throw new RangeError(`could not test ${count} of ${of}: they are no counts`)
  const { mean, rise } = massesOf(of, model)
  const middle = Math.min(of, Math.max(0, Math.round(mean)))
  let [upTo, from, all] = [0, 0, 0]
  let mass = 1
  for (let x = middle; x <= of && mass > 0; mass *= rise(x), x++) {
    if (x <= count) upTo += mass
    if (x >= count) from += mass
    all += mass
  }
  mass = 1
  for (let x = middle - 1; x >= 0; x--) {
    mass /= rise(x)
    if (mass === 0) break
    if (x <= count) upTo += mass
    if (x >= count) from += mass
    all += mass
  }
  return Math.min(1, (2 * Math.min(upTo, from)) / all)
}

/** The mean of a count, and the mass of x + 1 over that of x. */
function massesOf(
  of: number,
  model: CountModel,
): { readonly mean: number; readonly rise: (x: number) => number } {
  if (model.kind === 'binomial') {
    const odds = model.chance / (1 - model.chance)
    return { mean: of * model.chance, rise: (x) => ((of - x) / (x + 1)) * odds }
  }
  const { alpha, beta } = model
  return {
    mean: (of * alpha) / (alpha + beta),
    rise: (x) => ((of - x) * (x + alpha)) / ((x + 1) * (of - x - 1 + beta)),
  }
}

// SPDX-License-Identifier: Apache-2.0
import { normalBeyond, twoSidedNormal } from '../metrics/normal'

/** What a count is drawn from: persons, and persons squared. */
export interface CountLaw {
  readonly mean: number
  readonly variance: number
}

/** The chances that a count is at least, and at most, as large as one that was seen; the count itself is in both. */
export interface Tails {
  readonly atLeast: number
  readonly atMost: number
}

/** From this mean on the log of a count is taken as normal. Persons. */
const largeMean = 20_000

/**
 * The tails of a count of this mean and variance: binomial where the variance is below the mean (some of so many people), Poisson where
 * they are equal, negative binomial above (a Poisson count whose mean moves by a gamma law). The mass is worked from the mean outwards
 * by the ratio of neighbours,
 *   binomial           m(x+1)/m(x) = (n − x)/(x + 1) · p/(1 − p),  n = μ²/(μ − σ²) rounded up, p = μ/n
 *   Poisson            m(x+1)/m(x) = μ/(x + 1)
 *   negative binomial  m(x+1)/m(x) = (x + r)/(x + 1) · μ/(r + μ),  r = μ²/(σ² − μ)
 * and divided by its sum. Above a mean of 20,000 the log of the count is taken as normal, with variance ln(1 + σ²/μ²).
 * Units: persons. Limits: a whole count; a mean of 0 gives no count but 0. Relative error about 1e-12 of a tail above 1e-20
 * below that mean, and under a tenth of a tail from it on.
 * @example tailsOf(3, { mean: 3, variance: 3 }).atMost // 0.6472
 */
export function tailsOf(count: number, law: CountLaw): Tails {
  const { mean } = law
  if (mean <= 0) return { atLeast: count <= 0 ? 1 : 0, atMost: 1 }
  if (count < 0) return { atLeast: 1, atMost: 0 }
  if (mean > largeMean) return largeTails(count, law)
  const { first, masses } = massesOf(law)
  let [atLeast, atMost, all] = [0, 0, 0]
  for (const [i, mass] of masses.entries()) {
    if (first + i >= count) atLeast += mass
    if (first + i <= count) atMost += mass
    all += mass
  }
  return { atLeast: atLeast / all, atMost: atMost / all }
}

/**
 * The counts that are expected at a level: outside of them, on either side, lies a chance of at most half the level. Persons.
 * @example rangeOf({ mean: 100, variance: 100 }, 0.05) // { lower: 81, upper: 120 }
 */
export function rangeOf(
  law: CountLaw,
  level: number,
): { readonly lower: number; readonly upper: number } {
  const { mean } = law
  if (mean <= 0) return { lower: 0, upper: 0 }
  if (mean > largeMean) return largeRange(law, level)
  const { first, masses } = massesOf(law)
  const most = (masses.reduce((sum, mass) => sum + mass, 0) * level) / 2
  let [lower, upper] = [0, masses.length - 1]
  for (let below = masses[lower] ?? 0; below <= most; below += masses[lower] ?? 0) lower++
  for (let above = masses[upper] ?? 0; above <= most; above += masses[upper] ?? 0) upper--
  return { lower: first + lower, upper: first + Math.max(lower, upper) }
}

/** Masses below this share of the greatest are left out. */
const smallestMass = 1e-30

/** The masses of the counts from `first` on, as multiples of that at the mean. */
function massesOf(law: CountLaw): { readonly first: number; readonly masses: readonly number[] } {
  const { rise, middle } = risesOf(law)
  const [up, down]: [number[], number[]] = [[], []]
  let mass = 1
  for (let x = middle; mass > smallestMass; mass *= rise(x), x++) up.push(mass)
  mass = 1
  for (let x = middle - 1; x >= 0; x--) {
    mass /= rise(x)
    if (!(mass > smallestMass)) break
    down.push(mass)
  }
  return { first: middle - down.length, masses: [...down.reverse(), ...up] }
}

function risesOf({ mean, variance }: CountLaw): {
  readonly rise: (x: number) => number
  readonly middle: number
} {
  const middle = Math.floor(mean)
  if (Math.abs(variance - mean) <= mean * 1e-9) return { middle, rise: (x) => mean / (x + 1) }
  if (variance < mean) {
    const people = Math.ceil(mean ** 2 / (mean - variance))
    const odds = mean / (people - mean)
    return { middle, rise: (x) => ((people - x) / (x + 1)) * odds }
  }
  const size = mean ** 2 / (variance - mean)
  const share = mean / (size + mean)
  return { middle, rise: (x) => ((x + size) / (x + 1)) * share }
}

function logNormalOf({ mean, variance }: CountLaw) {
  const spread = Math.log(1 + variance / mean ** 2)
  return { middle: Math.log(mean) - spread / 2, spread }
}

function largeRange(law: CountLaw, level: number) {
  const { middle, spread } = logNormalOf(law)
  const reach = normalBeyond(level) * Math.sqrt(spread)
  return {
    lower: Math.ceil(Math.exp(middle - reach)),
    upper: Math.floor(Math.exp(middle + reach)),
  }
}

function largeTails(count: number, law: CountLaw): Tails {
  const { middle, spread } = logNormalOf(law)
  const beyond = (edge: number): number => {
    const z = (Math.log(Math.max(edge, 1e-9)) - middle) / Math.sqrt(spread)
    return z > 0 ? twoSidedNormal(z) / 2 : 1 - twoSidedNormal(z) / 2
  }
  return { atLeast: beyond(count - 0.5), atMost: 1 - beyond(count + 0.5) }
}

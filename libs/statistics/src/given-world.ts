// SPDX-License-Identifier: Apache-2.0
// Figures drawn by chance from a world whose factors and spreads are known, for tests.
import type { EarlierPair } from './ratios/expectation-model'

/** The states of a made-up world. */
export const states = ['A', 'B', 'C', 'D', 'E', 'F']
/** Every corridor among them. */
export const corridorsOf = (among: readonly string[]) =>
  among.flatMap((origin) =>
    among.flatMap((destination) => (origin === destination ? [] : [{ origin, destination }])),
  )

/** A world with factors, corridors of their own level and moves from year to year, counted by chance. */
export function world(
  years: readonly string[],
  spread: { between: number; within: number },
  seed = 7,
): readonly EarlierPair[] {
  const chance = chances(seed)
  return corridorsOf(states).flatMap(({ origin, destination }) => {
    const [a, b] = [1 + states.indexOf(destination) / 3, 1 + states.indexOf(origin) / 4]
    const level = spread.between * normalDraw(chance)
    const size = 300 + 2000 * chance()
    return years.map((period) => ({
      origin,
      destination,
      period,
      outflow: Math.max(
        1,
        poissonDraw((size / b) * Math.exp(level + spread.within * normalDraw(chance)), chance),
      ),
      inflow: Math.max(1, poissonDraw(size / a, chance)),
    }))
  })
}

/** A stream of chances from 0 to just under 1 that is the same for the same seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A draw of a standard normal (Box and Muller). */
export function normalDraw(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
}

/** A draw of a Poisson count: by multiplication where it is small, else the nearest count to a normal of the same spread. */
export function poissonDraw(mean: number, chance: () => number): number {
  if (mean > 200) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalDraw(chance)))
  let count = 0
  for (let left = chance(); left > Math.exp(-mean); left *= chance()) count++
  return count
}

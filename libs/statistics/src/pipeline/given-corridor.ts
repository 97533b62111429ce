// SPDX-License-Identifier: Apache-2.0
// A SYNTHETIC corridor of labour migration, drawn by chance from a law that is known, for tests. It is no state's.
import { chances, normalDraw, poissonDraw } from '../given-world'
import { known, type PassingOn, type Path, type StageFigures } from './stage'

/** The true law of a passing on: the share that goes on moves from period to period by `spread` (sd of its log odds). */
export interface TrueLaw {
  readonly lag: readonly number[]
  readonly takeUp: number
  readonly spread: number
}

/** The truth of the made-up corridor: clearances become permits, permits entries, entries returns, months apart. */
export const truth: Readonly<Record<'permit' | 'entry' | 'return', TrueLaw>> = {
  permit: { lag: [0.3, 0.5, 0.2], takeUp: 0.85, spread: 0.25 },
  entry: { lag: [0.5, 0.35, 0.15], takeUp: 0.9, spread: 0.3 },
  return: { lag: [0.05, 0.15, 0.3, 0.3, 0.2], takeUp: 0.6, spread: 0.2 },
}

/** What the parties of the made-up corridor declare: the range is wide and the lag is not the true one. */
const declared: Readonly<Record<'permit' | 'entry' | 'return', PassingOn>> = {
  permit: { lag: [0.4, 0.4, 0.2], takeUp: { lower: 0.6, upper: 1 } },
  entry: { lag: [0.6, 0.3, 0.1], takeUp: { lower: 0.6, upper: 1 } },
  return: { lag: [0.2, 0.2, 0.2, 0.2, 0.2], takeUp: { lower: 0.2, upper: 1 } },
}

/** The declared path. */
export const path: Path = {
  orders: [
    { stage: 'permit', after: 'clearance', declared: declared.permit },
    { stage: 'entry', after: 'permit', declared: declared.entry },
    { stage: 'return', after: 'entry', declared: declared.return },
  ],
  stocks: [{ stage: 'return', entries: 'entry', opening: known(400) }],
}

/** The counts of the stages. */
export type Counts = Readonly<
  Record<'clearance' | 'permit' | 'entry' | 'return', readonly number[]>
>

/** Draws a corridor: seasonal clearances of a level that drifts, and what each person does afterwards. */
export function corridor(periods: number, seed: number, monthly = 300): Counts {
  const chance = chances(seed)
  let level = 0
  const clearance = Array.from({ length: periods }, (_, t) => {
    level += 0.05 * normalDraw(chance)
    const season = 0.4 * Math.sin((2 * Math.PI * t) / 12)
    return poissonDraw(monthly * Math.exp(level + season + 0.25 * normalDraw(chance)), chance)
  })
  const permit = passed(clearance, truth.permit, chance)
  const entry = passed(permit, truth.entry, chance)
  return { clearance, permit, entry, return: passed(entry, truth.return, chance) }
}

/** The counts as the comparison takes them. */
export function figuresOf(counts: Counts): ReadonlyMap<string, StageFigures> {
  return new Map(Object.entries(counts).map(([stage, of]) => [stage, of.map(known)]))
}

// Each person goes on or does not, and waits: nobody is drawn twice.
function passed(before: readonly number[], law: TrueLaw, chance: () => number): readonly number[] {
  const after = before.map(() => 0)
  const odds = Math.log(law.takeUp / (1 - law.takeUp))
  for (const [t, people] of before.entries()) {
    const share = 1 / (1 + Math.exp(-odds - law.spread * normalDraw(chance)))
    for (let person = 0; person < people; person++) {
      if (chance() >= share) continue
      let left = chance()
      let wait = 0
      for (; wait < law.lag.length - 1 && left >= (law.lag[wait] ?? 0); wait++)
        left -= law.lag[wait] ?? 0
      if (t + wait < after.length) after[t + wait] = (after[t + wait] ?? 0) + 1
    }
  }
  return after
}

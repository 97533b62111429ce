// SPDX-License-Identifier: Apache-2.0
// Worlds that a full round is tried on: what two states say of each other, drawn by a seed. All figures are synthetic.
import type { CellStatement } from '../../domain/cell'
import { destinationSays, originSays } from '../../domain/given'

/** All ages, and five years each. */
export const ages = ['_T', ...Array.from({ length: 18 }, (_, i) => `Y${5 * i}T${5 * i + 4}`)]
const permanent = { ...originSays(0).definition, minimumStay: 'permanent' }
const quarter = { ...originSays(0).definition, minimumStay: 'P3M' }

/** Both sides of every age, corridor and year; some silent, hidden, sampled, thousandfold or counted otherwise. */
export function someStatements(seed: number, chance: () => number): readonly CellStatement[] {
  const draw = (most: number): number => Math.floor(chance() * most)
  const cells = ['2014', '2015', '2016'].flatMap((period) =>
    [
      { origin: 'BE', destination: 'DK' },
      { origin: 'DK', destination: 'BE' },
    ].flatMap((corridor) =>
      ages.map((age) => ({ ...corridor, period, breakdown: `_T.${age}._T._T._T._T` })),
    ),
  )
  return cells.flatMap((cell, place) => {
    const size = [3, 60, 900, 400_000][draw(4)] ?? 3
    const value = draw(size)
    const near = Math.round(value * Math.exp(0.1 + 0.3 * (chance() - 0.5)))
    const change = changes[draw(changes.length)] ?? {}
    // No two worlds have a position in common, as no two messages have.
    const position = 10_000 * seed + place
    const sides = [
      originSays(near, { ...cell, reporter: cell.origin, position }),
      destinationSays(value, { ...cell, reporter: cell.destination, position: position + 1000 }),
    ]
    const changed = sides.map((one, side) => (side === place % 2 ? { ...one, ...change } : one))
    return change === dropped ? changed.slice(1) : changed
  })
}

/**
 * The same where Denmark gives ages of ten years only, save in 2014, and Belgium no total in 2015 but those of no known age: their
 * figures meet in sums alone.
 */
export function otherBreakdowns(seed: number, chance: () => number): readonly CellStatement[] {
  const ofAge = (one: CellStatement): string => one.breakdown.split('.')[1] ?? ''
  const by = (age: string): string => `_T.${age}._T._T._T._T`
  return someStatements(seed, chance).flatMap((one) => {
    if (one.period === '2014') return one
    const age = ofAge(one)
    if (one.reporter === 'BE')
      return one.period === '2015' && age === '_T' ? { ...one, breakdown: by('_U') } : one
    const from = Number(/^Y(\d+)T/.exec(age)?.[1] ?? NaN)
    if (age === '_T') return one
    return from % 10 === 0 ? { ...one, breakdown: by(`Y${from}T${from + 9}`) } : []
  })
}

const dropped: Partial<CellStatement> = {}
const changes: readonly Partial<CellStatement>[] = [
  ...Array.from({ length: 8 }, () => ({ obsStatus: 'A' })),
  dropped,
  { value: null, valueStatus: 'missing' },
  { value: null, valueStatus: 'suppressed', lower: 1, upper: 5 },
  { value: null, valueStatus: 'suppressed' },
  { standardError: 4 },
  { lower: 2, upper: 400 },
  { value: 0 },
  { value: 250_000 },
  { confStatus: 'C' },
  { definition: permanent },
  { definition: quarter },
]

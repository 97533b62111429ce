// SPDX-License-Identifier: Apache-2.0
// The causes that are proposed where what went wrong is known: see given-corridor.ts. No figure here is a state's.
import type { CellStatement } from './cell'
import {
  ages,
  answeredFor,
  asCounted,
  comparedIn,
  inFile,
  staysByRule,
  type World,
  type Wrong,
} from './given-corridor'
import type { Pair } from './pair'

const seeds = Array.from({ length: 8 }, (_, at) => 41 + at)
const everySeed = (wrong: Wrong, world: World = {}): readonly Pair[] =>
  seeds.flatMap((seed) => answeredFor(seed, wrong, world))
const first = ({ causes }: Pair): string => `${causes[0]?.cause ?? ''} ${causes[0]?.side ?? ''}`

/** Of all that somebody must answer for, the share of which this is proposed first. */
function shareOf(found: readonly Pair[], cause: string): number {
  expect(found.length).toBeGreaterThanOrEqual(seeds.length)
  return found.filter((pair) => first(pair) === cause).length / found.length
}

describe('on a corridor of which everything is known', () => {
  it('nobody must answer for anything while nothing is wrong, however much the origin misses', () => {
    expect(everySeed(asCounted)).toEqual([])
    expect(everySeed(asCounted, { originCounts: 0.4 })).toEqual([])
  })

  // The least share of what must be answered for of which the true cause, on the true side, is proposed first.
  it.each<readonly [string, number, string, Wrong]>([
    ['a file in thousands', 1, 'PROCESSING_ERROR origin', inFile(({ value }) => value / 1e3)],
    ['a file of a thousandfold', 1, 'PROCESSING_ERROR origin', inFile(({ value }) => value * 1e3)],
    [
      ...(['directions that were swapped', 0.9, 'PROCESSING_ERROR origin'] as const),
      inFile((_, told) => told({ origin: 'DK', by: 'destination' })),
    ],
    [
      ...(['a file sent again', 1, 'PROCESSING_ERROR origin'] as const),
      inFile((_, told) => told({ period: '2015' })),
    ],
    [
      ...(['a register that removed many at once', 0.6, 'ADMIN_CORRECTION origin'] as const),
      inFile(({ value }) => 2.5 * value),
    ],
    [
      ...(['persons whom the origin counts a year later', 0.6, 'TIMING both'] as const),
      (one, told) => {
        if (one.origin !== 'BE' || one.by !== 'origin' || one.period < '2015') return one.value
        const late = 0.4 * told({ period: '2015' })
        return one.period === '2015' ? one.value - late : one.value + late
      },
    ],
    [
      ...(['persons whom the origin counts in another age', 0.8, 'CLASSIFICATION both'] as const),
      inFile(({ value, age }, told) => {
        const moved = 0.6 * told({ age: ages[2] })
        if (age === ages[2]) return value - moved
        return age === ages[5] ? value + moved : value
      }),
    ],
  ])('%s: proposed first in a share of %p and more', (...[, least, cause, wrong]) => {
    expect(shareOf(everySeed(wrong), cause)).toBeGreaterThanOrEqual(least)
  })

  it('years that were all shifted by one are a file sent again, beside what was said of them until now', () => {
    const shifted: Wrong = (one, told) =>
      one.origin === 'BE' && one.by === 'origin' && one.period > '2010'
        ? told({ period: String(Number(one.period) - 1) })
        : one.value
    const found = everySeed(shifted, { since: '2011' })
    expect(shareOf(found, 'PROCESSING_ERROR origin')).toBe(1)
    for (const { causes } of found)
      expect(causes[0]?.evidence).toContain('the figures of the period before')
  })

  it('a unit that slipped in one cell is proposed first for it, beside what the origin always misses', () => {
    const slipped = inFile(({ value, age }) => (age === ages[3] ? 1e3 * value : value))
    const found = everySeed(slipped, { originCounts: 0.4 }).filter(({ breakdown }) =>
      breakdown.includes(ages[3]),
    )
    expect(shareOf(found, 'PROCESSING_ERROR origin')).toBe(1)
    for (const { causes, destinationSays } of found) {
      const missed = causes.find(({ cause }) => cause === 'COVERAGE_UNDERCOUNT')
      expect(missed).toMatchObject({ side: 'origin' })
      // Of those whom the destination counts 60 %, to within what either side is off.
      expect((missed?.persons ?? 0) / (destinationSays ?? 1)).toBeCloseTo(-0.6, 1)
    }
  })

  it('small counts sent as zeros are proposed where there are more of them than chance gives; one zero is not', () => {
    const small = { size: 3, terms: { floorPersons: 5 } }
    const zeros = (wrong: Wrong) =>
      everySeed(wrong, small).filter(({ originSays }) => originSays === 0)
    const upToTen = inFile(({ value }) => (value <= 10 ? 0 : value))
    expect(shareOf(zeros(upToTen), 'SDC origin')).toBeGreaterThanOrEqual(0.75)
    const single = inFile(({ value, age }) => (age === ages[3] ? 0 : value))
    expect(zeros(single).map(first)).not.toContain('SDC origin')
  })

  it('what the origin suppresses is put down to that, without an amount', () => {
    const hidden = (one: CellStatement): CellStatement =>
      one.direction === 'outflow' && one.breakdown.includes(ages[1])
        ? { ...one, value: null, valueStatus: 'suppressed', lower: 1, upper: 9 }
        : one
    const found = everySeed(asCounted, { says: hidden })
    expect(found).toHaveLength(2 * seeds.length)
    for (const { causes } of found) {
      expect(causes.map(({ cause }) => cause)).toContain('SDC')
      expect(causes.every(({ persons }) => persons === null)).toBe(true)
    }
  })

  it.each(['P3M', 'permanent'])('a stay of %s is a definition, and nobody’s error', (stay) => {
    const says = (one: CellStatement): CellStatement =>
      one.direction === 'outflow'
        ? { ...one, definition: { ...one.definition, minimumStay: stay } }
        : one
    for (const terms of [{}, { rule: staysByRule }]) {
      const all = comparedIn(seeds[0]!, asCounted, { originCounts: 0.9 / 0.63, says, terms })
      expect(all.filter(({ matters }) => matters)).toEqual([])
      expect(new Set(all.map(({ gaps }) => gaps[0]?.cause))).toEqual(new Set(['DEF_DURATION']))
      const comparable = stay === 'P3M' && 'rule' in terms
      for (const { outcome } of all) expect(outcome !== 'not-comparable').toBe(comparable)
    }
  })
})

// SPDX-License-Identifier: Apache-2.0
// A SYNTHETIC corridor of which everything is known, for tests: whom both sides count, and what went wrong. It is no state's.
import { durationRule, learntFrom } from '@corridor/statistics'
import { withCauses } from './causes-of'
import type { CellStatement } from './cell'
import { compareSides } from './compare-sides'
import { nothingLearnt, type Expect } from './expected'
import { agreement, destinationSays, originSays } from './given'
import { groupedBy } from './grouped-by'
import { expectBy, seriesOf } from './learning/expect-by'
import { learnSeries } from './learning/learn-series'
import type { Pair } from './pair'
import { comparisonTerms, type ComparisonTerms } from './terms'

/** What each side counts by. */
export const ages = [
  ...['Y15T19', 'Y20T24', 'Y25T29', 'Y30T34'],
  ...['Y35T39', 'Y40T44', 'Y45T49', 'Y50T54'],
] as const
const years = ['2010', '2011', '2012', '2013', '2014', '2015', '2016']

/** One side's figure about a flow of a year and age; `_T` is the sum of all ages. Persons. */
export interface Counted {
  readonly origin: string
  readonly period: string
  readonly age: string
  readonly by: 'origin' | 'destination'
  readonly value: number
}

/** What goes wrong: another value in the place of one that was counted; `told` gives what was counted of others. */
export type Wrong = (one: Counted, told: (change: Partial<Counted>) => number) => number

/** Nothing does. */
export const asCounted: Wrong = ({ value }) => value

/** Something does in what Belgium sends of 2016 as the origin, and nowhere else. */
export const inFile =
  (wrong: Wrong): Wrong =>
  (one, told) =>
    one.origin === 'BE' && one.by === 'origin' && one.period === '2016'
      ? wrong(one, told)
      : one.value

/** The corridor, save for what a test changes. */
export interface World {
  /** The share of all who move that origins count. */
  readonly originCounts?: number
  /** The least of an age and year; the largest is eight times as many. */
  readonly size?: number
  readonly terms?: Partial<ComparisonTerms>
  /** What the sides say beside their figures. */
  readonly says?: (one: CellStatement) => CellStatement
  /** From which year on it goes wrong in what is sent now; what was held before is as it was counted. */
  readonly since?: string
}

/**
 * The comparisons of 2016 that somebody must answer for, with the causes that are proposed by the years before: figures of two states about
 * both flows between them, each side's within 4 % of what it counts, moving by 30 % from year to year.
 */
export function answeredFor(seed: number, wrong: Wrong, world: World = {}): readonly Pair[] {
  return comparedIn(seed, wrong, world).filter(({ matters }) => matters)
}

/** All comparisons of 2016. */
export function comparedIn(seed: number, wrong: Wrong, world: World = {}): readonly Pair[] {
  const truth = countedIn(seed, world)
  const { since = '2016' } = world
  const history = compare(
    figuresSent(truth, since === '2016' ? wrong : asCounted).filter(
      ({ period }) => period < '2016',
    ),
    nothingLearnt,
    world,
  )
  const now = figuresSent(truth, wrong).filter(({ period }) => period >= since)
  const found = withCauses(compare(now, learntOf(history), world), history)
  return found.filter(({ period }) => period === '2016')
}

function countedIn(seed: number, { originCounts = 0.9, size = 2_000 }: World): readonly Counted[] {
  let state = seed
  const chance = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
  const near = (): number => 0.96 + 0.08 * chance()
  return ['BE', 'DK'].flatMap((origin) =>
    ages.flatMap((age) => {
      const level = size * 8 ** chance()
      return years.flatMap((period): readonly Counted[] => {
        const persons = level * (0.7 + 0.6 * chance())
        const about = { origin, period, age }
        return [
          { ...about, by: 'origin', value: Math.round(originCounts * persons * near()) },
          { ...about, by: 'destination', value: Math.round(persons * near()) },
        ]
      })
    }),
  )
}

// With the sums of all ages, as a sender would add them up.
function figuresSent(truth: readonly Counted[], wrong: Wrong): readonly Counted[] {
  const known = new Map(truth.map((one) => [keyOf(one), one.value]))
  const sent = truth.map((one) => ({
    ...one,
    value: Math.round(wrong(one, (change) => known.get(keyOf({ ...one, ...change })) ?? 0)),
  }))
  const files = groupedBy(sent, ({ origin, period, by }) => `${origin} ${period} ${by}`)
  const sums = [...files.values()].flatMap((own) =>
    own.slice(0, 1).map((one) => ({
      ...one,
      ...{ age: '_T', value: own.reduce((sum, { value }) => sum + value, 0) },
    })),
  )
  return [...sent, ...sums]
}

function keyOf({ origin, period, age, by }: Counted): string {
  return `${origin} ${period} ${age} ${by}`
}

function compare(sent: readonly Counted[], expect: Expect, world: World): readonly Pair[] {
  const { says = (one: CellStatement) => one, terms } = world
  const cells = groupedBy(sent, ({ origin, period, age }) => `${origin} ${period} ${age}`)
  const compared = [...cells.values()].flatMap((own) =>
    own.slice(0, 1).map((one) => ({ own, one })),
  )
  return comparisonTerms(agreement).flatMap((agreed) =>
    compared.map(({ own, one: { origin, period, age } }) => {
      const value = (by: Counted['by']): number => own.find((one) => one.by === by)?.value ?? 0
      const destination = origin === 'BE' ? 'DK' : 'BE'
      const cell = { origin, destination, period, breakdown: `_T.${age}._T._T._T._T` }
      const sides = {
        origin: says(originSays(value('origin'), { ...cell, reporter: origin })),
        destination: says(
          destinationSays(value('destination'), { ...cell, reporter: destination }),
        ),
      }
      return compareSides(sides.origin, sides, { terms: { ...agreed, ...terms }, expect })
    }),
  )
}

function learntOf(history: readonly Pair[]): Expect {
  const series = [...groupedBy(history, seriesOf)].map(([name, own]) => {
    const past = own.map((pair) => ({
      ...{ origin: pair.origin, destination: pair.destination, period: pair.period },
      ...{ outflow: pair.originSays ?? 0, inflow: pair.destinationSays ?? 0 },
      harmonisedOutflow: pair.originHarmonised ?? 0,
      harmonisedInflow: pair.destinationHarmonised ?? 0,
    }))
    const models = learnSeries(past).models.map(({ until, record }) => ({
      ...{ until, learnt: learntFrom(record) },
    }))
    return [name, models] as const
  })
  const version = { version: 1, alarm: 0.01, series: new Map(series) }
  return expectBy(new Map([['migration-flow', version]]))
}

/** IMEM's rule of stays: those of three months, times 0.63, are those of twelve. */
export const staysByRule = durationRule('duration-imem')

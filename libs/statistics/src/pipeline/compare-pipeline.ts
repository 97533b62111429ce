// SPDX-License-Identifier: Apache-2.0
import type { Interval } from '../grid/amount'
import { learnPassing, type HistoryPeriod, type LearntPassing } from './learn-passing'
import { judgeStage, type NoRange, type StageCheck, type StageTerms } from './stage-check'
import type { Path, StageFigures, StageOrder } from './stage'
import { stockChecks } from './stock-check'

/** How a path is looked at. */
export interface PipelineOptions {
  /** The chance of a false alarm for each check of each kind, such as 0.01. */
  readonly level: number
  /** 1, 2, 4 or 12: over so many periods the sums of a year are looked at. */
  readonly periodsAYear: number
}

/** What was found of a path, and what it was held against. */
export interface PipelineComparison {
  readonly checks: readonly StageCheck[]
  /** By stage, what all of its history says now; none where it is too short. */
  readonly learnt: ReadonlyMap<string, LearntPassing>
}

/**
 * The PIPELINE comparison: stages of one path are held against the stages before them, never set equal. For each stage and period:
 *   period  the figure against what the periods of the lag let expect: more entries than permits, fewer permits than clearances
 *   year    the same for the sum of a year, where a small loss in each period adds up: clearances that never become permits
 *   stock   those who leave against those who are there
 * What is expected of a period is learnt from earlier periods alone (anew each year), without those that were far off (p at most a
 * fiftieth of the level): see `learnPassing` and `judgeStage`. Until there is enough history the declaration alone decides.
 * Source: the hub's own composition, after the two comparisons of labour migration corridors. Persons; periods by their place, all
 * stages over the same periods without a gap. Limits: a fault of the first stage shows at the second; of two stages that
 * disagree the one that moved is not named; a figure lacking makes those that follow it within the lag have no expectation.
 * @example comparePipeline(path, new Map([['clearance', […]], ['permit', […]]]), { level: 0.01, periodsAYear: 12 }).checks
 */
export function comparePipeline(
  path: Path,
  figures: ReadonlyMap<string, StageFigures>,
  options: PipelineOptions,
): PipelineComparison {
  const orders = path.orders.map((order) => ordered(order, figures, options))
  const learnt = orders.flatMap(({ order, all }) =>
    all === undefined ? [] : [[order.stage, all] as const],
  )
  return {
    checks: [
      ...orders.flatMap(({ checks }) => checks),
      ...path.stocks.flatMap((stock) => stockChecks(stock, figures)),
    ],
    learnt: new Map(learnt),
  }
}

interface Ordered {
  readonly order: StageOrder
  readonly checks: readonly StageCheck[]
  readonly all: LearntPassing | undefined
}

function ordered(
  order: StageOrder,
  figures: ReadonlyMap<string, StageFigures>,
  { level, periodsAYear }: PipelineOptions,
): Ordered {
  const [own, before] = [figures.get(order.stage) ?? [], figures.get(order.after) ?? []]
  const lags = order.declared.lag.length
  const terms = own.map((said, place) => termsAt(said, before, { place, lags }))
  const farOff = new Set<number>()
  const learnt = new Map<number, LearntPassing | undefined>()
  // Anew at the beginning of each year of periods; asked in their order, so what was far off before is known.
  const until = (place: number): LearntPassing | undefined => {
    const end = place - (place % periodsAYear)
    if (!learnt.has(end))
      learnt.set(end, learnPassing(historyOf(terms, end, farOff), order.declared))
    return learnt.get(end)
  }
  const checks = terms.flatMap((term, period): readonly StageCheck[] => {
    const about = { stage: order.stage, after: order.after, period }
    const by = { declared: order.declared, learnt: until(period) }
    const single = checkOf({ ...about, check: 'period' }, [term], { by, level })
    if (single.p !== null && single.p <= level / 50) farOff.add(period)
    if (periodsAYear === 1 || period + 1 < periodsAYear) return [single]
    const first = period + 1 - periodsAYear
    const year = terms.slice(first, period + 1)
    const then = { declared: order.declared, learnt: until(first) }
    return [single, checkOf({ ...about, check: 'year' }, year, { by: then, level })]
  })
  return {
    order,
    checks,
    all: learnPassing(historyOf(terms, terms.length, farOff), order.declared),
  }
}

type Term = StageTerms | NoRange

function termsAt(
  said: Interval | null,
  before: StageFigures,
  { place, lags }: { readonly place: number; readonly lags: number },
): Term {
  if (said === null) return 'figure-missing'
  const earlier = Array.from({ length: lags }, (_, k) => before[place - k] ?? null)
  const whole = earlier.flatMap((one) => (one === null ? [] : [one]))
  return whole.length < lags ? 'stage-before-missing' : { said, before: [whole] }
}

function checkOf(
  about: Pick<StageCheck, 'stage' | 'after' | 'period' | 'check'>,
  terms: readonly Term[],
  { by, level }: { readonly by: Parameters<typeof judgeStage>[1]; readonly level: number },
): StageCheck {
  const lacking = terms.find((term) => typeof term === 'string')
  const whole = terms.flatMap((term) => (typeof term === 'string' ? [] : [term]))
  const last = whole.at(-1)
  if (lacking !== undefined || last === undefined) {
    const none = { outcome: 'no-expectation', said: null, range: null, p: null } as const
    return { ...about, ...none, why: lacking ?? 'figure-missing', basis: 'declared' }
  }
  const sum = {
    said: {
      lower: whole.reduce((all, { said }) => all + said.lower, 0),
      upper: whole.reduce((all, { said }) => all + said.upper, 0),
    },
    before: whole.flatMap(({ before }) => before),
  }
  return { ...about, ...judgeStage(sum, by, level), why: null }
}

// Only what is known exactly teaches.
function historyOf(
  terms: readonly Term[],
  end: number,
  farOff: ReadonlySet<number>,
): readonly HistoryPeriod[] {
  return terms.slice(0, end).flatMap((term, place) => {
    if (typeof term === 'string' || farOff.has(place)) return []
    const [before = []] = term.before
    const exact = [term.said, ...before].every(({ lower, upper }) => lower === upper)
    return exact
      ? [{ place, before: before.map(({ lower }) => lower), count: term.said.lower }]
      : []
  })
}

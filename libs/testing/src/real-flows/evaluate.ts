// SPDX-License-Identifier: Apache-2.0
import { alarmRate, calibrate } from '@corridor/statistics'
import { fewParties, type FewParties } from './few-parties'
import { judgePairs, judgeYears, learnBefore, type JudgedPair, type JudgedYear } from './judge-year'
import {
  outsideTwenty,
  spoilCells,
  spoilFiles,
  spoilReporters,
  type FileError,
  type Recall,
} from './put-errors'
import {
  flowKey,
  realFigures,
  realPairs,
  realRevisions,
  type RealFigure,
  type RealPair,
  type RealRevision,
} from './real-figures'
import { spoilYears, spoilZeros } from './put-in-series'

/** False alarms that were promised and those that came, on untouched figures. */
export interface Alarms {
  readonly nominal: number
  readonly figures: number
  readonly alarms: number
  /** The interval in which the true rate lies with 95 % (Wilson 1927). */
  readonly between: readonly [number, number]
  /** By the p-values as they are, without calibration. */
  readonly uncalibrated: number
}

/** What was found in the genuine flows, and in what was put into them. */
export interface Evaluation {
  readonly figures: number
  readonly pairs: number
  readonly years: readonly JudgedYear[]
  readonly alarms: readonly Alarms[]
  /** Untouched figures outside ±20 %. */
  readonly peerAlarms: { readonly alarms: number; readonly figures: number }
  readonly recalls: readonly Recall[]
  readonly fewParties: readonly FewParties[]
  readonly permanent: {
    readonly pairs: number
    readonly judged: number
    readonly outsideTwenty: number
  }
  readonly revision: RevisionJudged
}

/** Comparisons that a revision touched, before and after. Persons. */
export interface RevisionJudged {
  readonly cells: number
  readonly compared: number
  readonly mirror: number
  readonly before: number
  readonly after: number
  readonly closer: number
  readonly judgedAnew: number
  readonly findingChanged: number
}

const years = ['2013', '2014', '2015', '2016']
const nominalRates = [0.01, 0.02, 0.05, 0.1]
/** The rate at which cells are told of in the trials with errors. */
const trialRate = 0.01

/** Runs the whole trial on the genuine flows of 2010 to 2016. */
export function evaluateRealFlows(): Evaluation {
  const figures = realFigures()
  const all = realPairs(figures)
  const judged = judgeYears(all, years)
  const untouched = judged.map(untouchedOf)
  const rest = untouched.flat()
  return {
    figures: figures.length,
    pairs: all.length,
    years: judged,
    alarms: nominalRates.map((nominal) => alarmsAt(nominal, untouched)),
    peerAlarms: { alarms: rest.filter(outsideTwenty).length, figures: rest.length },
    recalls: recallsIn(all, judged),
    fewParties: [3, 4, 5].map((parties) => fewParties(judged, parties)),
    permanent: permanentOf(all, judged),
    revision: revisionJudged(figures, realRevisions()),
  }
}

/** Figures that no break of a reporter has moved. */
function untouchedOf({ pairs, breaks }: JudgedYear): readonly JudgedPair[] {
  const broken = new Set(breaks.flatMap(({ cells }) => cells))
  return pairs.filter(({ key }) => !broken.has(key))
}

/** Each year but the first is told by the threshold that the years before it give. */
function alarmsAt(nominal: number, untouched: readonly (readonly JudgedPair[])[]): Alarms {
  const tested = untouched.slice(1).map((pairs, place) => {
    const history = untouched.slice(0, place + 1).flatMap((year) => year.map(({ p }) => p))
    const values = pairs.map(({ p }) => p)
    const { threshold } = calibrate(history, nominal)
    return { values, alarms: values.filter((p) => p <= threshold).length }
  })
  const figures = tested.reduce((sum, { values }) => sum + values.length, 0)
  const alarms = tested.reduce((sum, one) => sum + one.alarms, 0)
  const uncalibrated = alarmRate(
    tested.flatMap(({ values }) => values),
    nominal,
  )
  return { nominal, figures, alarms, between: wilson(alarms, figures), uncalibrated }
}

/** The 95 % interval of a share. */
export function wilson(count: number, of: number): readonly [number, number] {
  const [z2, share] = [1.959963984540054 ** 2, count / of]
  const middle = share + z2 / (2 * of)
  const reach = Math.sqrt(z2 * ((share * (1 - share)) / of + z2 / (4 * of * of)))
  return [(middle - reach) / (1 + z2 / of), (middle + reach) / (1 + z2 / of)]
}

function recallsIn(all: readonly RealPair[], judged: readonly JudgedYear[]): readonly Recall[] {
  const year = judged.at(-1)
  if (year === undefined) return []
  const history = judged.slice(0, -1).flatMap((one) => untouchedOf(one).map(({ p }) => p))
  const restful = { ...year, pairs: untouchedOf(year) }
  const toSpoil = { all, year: restful, threshold: calibrate(history, trialRate).threshold }
  return [
    spoilCells(toSpoil, {
      error: 'a thousandfold',
      claimed: true,
      change: (value) => value * 1000,
    }),
    ...[3, 10, 30, 100].map((most) =>
      spoilCells(toSpoil, {
        error: `1 to ${String(most)} sent as a zero`,
        claimed: most > 10,
        change: (value) => (value <= most ? 0 : value),
      }),
    ),
    spoilReporters(toSpoil),
    ...fileErrors.map((error) => spoilFiles(toSpoil, error)),
    ...[10, 30].map((most) => spoilZeros(all, { most, years: ['2016'], claimed: most > 10 })),
    ...[3, 10].map((most) => spoilZeros(all, { most, years, claimed: most > 3 })),
    spoilYears(all),
  ]
}

const fileErrors: readonly FileError[] = [
  {
    error: "last year's file sent again",
    reading: 'sent-again',
    claimed: true,
    sent: (pair, side, told) => told.earlier(pair, 1)?.[side],
  },
  {
    error: 'origin and destination swapped',
    reading: 'opposite-direction',
    claimed: true,
    sent: (pair, side, told) => told.opposite(pair)?.[side === 'inflow' ? 'outflow' : 'inflow'],
  },
]

function permanentOf(
  all: readonly RealPair[],
  judged: readonly JudgedYear[],
): Evaluation['permanent'] {
  const apart = all.filter(({ comparable }) => !comparable)
  const keys = new Set(apart.map(flowKey))
  return {
    pairs: apart.length,
    judged: judged.flatMap(({ pairs }) => pairs).filter(({ key }) => keys.has(key)).length,
    outsideTwenty: apart.filter(outsideTwenty).length,
  }
}

function revisionJudged(
  figures: readonly RealFigure[],
  revisions: readonly RealRevision[],
): RevisionJudged {
  const revised = new Map(revisions.map((one) => [flowKey(one), one]))
  const all = realPairs(figures).filter(({ comparable }) => comparable)
  const before = all.filter((pair) => revised.has(flowKey(pair)))
  const after = before.map((pair) => ({
    ...pair,
    inflow: revised.get(flowKey(pair))?.after ?? pair.inflow,
  }))
  const inSum = (pairs: readonly RealPair[]) => pairs.reduce((sum, one) => sum + one.inflow, 0)
  const findings = years.flatMap((period) => {
    const learnt = learnBefore(period, all, new Set())
    const judge = (pairs: readonly RealPair[]) =>
      judgePairs(
        learnt,
        pairs.filter((pair) => pair.period === period),
      )
    const now = judge(after)
    return judge(before).map((one, place) => [one.p, now[place]?.p ?? 1] as const)
  })
  const offBy = ({ outflow, inflow }: RealPair) => Math.abs(outflow - inflow)
  return {
    cells: revisions.length,
    compared: before.length,
    mirror: before.reduce((sum, { outflow }) => sum + outflow, 0),
    before: inSum(before),
    after: inSum(after),
    closer: after.filter((pair, place) => offBy(pair) < offBy(before[place] ?? pair)).length,
    judgedAnew: findings.length,
    findingChanged: findings.filter(([was, is]) => was <= 0.05 !== is <= 0.05).length,
  }
}

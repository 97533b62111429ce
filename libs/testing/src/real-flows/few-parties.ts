// SPDX-License-Identifier: Apache-2.0
// How a reporter's break shows under agreements of few parties: every agreement that so many of the states could have made.
import { reporterBreaks, type CellResidual, type ReporterBreak } from '@corridor/statistics'
import type { JudgedPair, JudgedYear } from './judge-year'

/** What came of rounds of so many parties: at rest, and with half sent for the total by one of them in one role. */
export interface FewParties {
  readonly parties: number
  readonly rounds: number
  /** Rounds at rest in which somebody is said to have broken. */
  readonly atRest: number
  readonly put: number
  readonly found: number
  /** The first that is named is the one that sent half. */
  readonly namedFirst: number
}

/** Agreements looked at of each size, spread evenly over all that are possible. */
const mostAgreements = 60

/** Tries agreements of so many of the states that never broke by themselves. */
export function fewParties(years: readonly JudgedYear[], parties: number): FewParties {
  const broken = new Set(years.flatMap(({ breaks }) => breaks.map(({ reporter }) => reporter)))
  const states = [...new Set(years.flatMap(({ pairs }) => pairs.map(({ origin }) => origin)))]
    .filter((state) => !broken.has(state))
    .sort()
  const all = choose(states, parties)
  const step = Math.max(1, Math.floor(all.length / mostAgreements))
  const rounds = all
    .filter((_, place) => place % step === 0)
    .flatMap((among) => years.map(({ pairs }) => ({ among, own: pairs.filter(isAmong(among)) })))
    .filter(({ own }) => own.length === parties * (parties - 1))
  const breaksOf = (cells: readonly CellResidual[]): readonly ReporterBreak[] =>
    reporterBreaks(cells, { leastCells: Math.min(4, parties - 1) })
  const trials = rounds.flatMap(({ among, own }) =>
    (['origin', 'destination'] as const).map((role) => {
      const [state] = among
      const found = breaksOf(
        own.map((pair) => residualOf(pair, pair[role] === state ? role : null)),
      )
      const isIt = (one: ReporterBreak | undefined): boolean =>
        one?.reporter === state && one?.role === role
      return { found: found.some(isIt), namedFirst: isIt(found[0]) }
    }),
  )
  return {
    ...{ parties, rounds: rounds.length, put: trials.length },
    atRest: rounds.filter(
      ({ own }) => breaksOf(own.map((pair) => residualOf(pair, null))).length > 0,
    ).length,
    found: trials.filter(({ found }) => found).length,
    namedFirst: trials.filter(({ namedFirst }) => namedFirst).length,
  }
}

function isAmong(states: readonly string[]) {
  return ({ origin, destination }: JudgedPair): boolean =>
    states.includes(origin) && states.includes(destination)
}

function residualOf(pair: JudgedPair, halved: 'origin' | 'destination' | null): CellResidual {
  const { key, origin, destination, expected } = pair
  const outflow = Math.max(0.5, pair.outflow / (halved === 'origin' ? 2 : 1))
  const inflow = Math.max(0.5, pair.inflow / (halved === 'destination' ? 2 : 1))
  return {
    ...{ key, origin, destination },
    residual: Math.log(outflow / inflow) - expected.logRatio,
    deviation: Math.sqrt(expected.variance + 1 / outflow + 1 / inflow),
  }
}

function choose(states: readonly string[], many: number): readonly (readonly string[])[] {
  if (many === 0) return [[]]
  return states.flatMap((state, place) =>
    choose(states.slice(place + 1), many - 1).map((rest) => [state, ...rest]),
  )
}

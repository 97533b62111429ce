// SPDX-License-Identifier: Apache-2.0
// Errors put into all that a reporter sends in one role, of one year or of all: too small a sign in each cell, or in each year.
import { zerosBeyondChance, type ExpectedCell } from '@corridor/statistics'
import { judgeYears, type JudgedPair } from './judge-year'
import { mostlyOutside, unitsOf, type Recall, type Unit } from './put-errors'
import { flowKey, type RealPair } from './real-figures'

/** The rate at which a reporter is told of. */
const rate = 0.01

/**
 * Counts of up to so many sent as zeros by one reporter after the other in some years, which the later ones learn from: more zeros than
 * chance gives. At rest all reporters are looked at, also those without such counts.
 */
export function spoilZeros(
  all: readonly RealPair[],
  {
    most,
    years,
    claimed,
  }: { readonly most: number; readonly years: readonly string[]; readonly claimed: boolean },
): Recall {
  const atRest = judgeYears(all, years).flatMap(({ pairs }) => pairs)
  const isSmall = (value: number): boolean => value > 0 && value <= most
  const told = (own: readonly JudgedPair[], side: Unit['side']): boolean =>
    zerosBeyondChance(own.map((pair) => expectedCell(pair, side))).p <= rate
  const units = unitsOf({ pairs: atRest })
  const put = units
    .filter(({ of, side }) => atRest.some((pair) => of(pair) && isSmall(pair[side])))
    .map(({ of, side }) => {
      const spoilt = all.map((pair) =>
        of(pair) && years.includes(pair.period) && isSmall(pair[side])
          ? { ...pair, [side]: 0 }
          : pair,
      )
      const own = judgeYears(spoilt, years).flatMap(({ pairs }) => pairs.filter(of))
      return { found: told(own, side), byPeer: mostlyOutside(own) }
    })
  const ofUnit = ({ of }: Unit): readonly JudgedPair[] => atRest.filter(of)
  return {
    error: `1 to ${String(most)} sent as a zero, all of them`,
    unit: years.length === 1 ? 'reporter-year' : 'reporter',
    claimed,
    put: put.length,
    found: put.filter(({ found }) => found).length,
    byPeer: put.filter(({ byPeer }) => byPeer).length,
    atRest: units.filter((unit) => told(ofUnit(unit), unit.side)).length,
    atRestByPeer: units.filter((unit) => mostlyOutside(ofUnit(unit))).length,
  }
}

// By what the partner counted, half a person more: a partner's zero leaves something to expect.
function expectedCell(pair: JudgedPair, side: Unit['side']): ExpectedCell {
  const { outflow, inflow, expected } = pair
  const partner = (side === 'outflow' ? inflow : outflow) + 0.5
  const ratio = Math.exp(side === 'outflow' ? expected.logRatio : -expected.logRatio)
  return { sent: pair[side], expected: ratio * partner, variance: expected.variance + 1 / partner }
}

/** Moves that it takes to tell anything of them. */
const leastMoves = 8

/**
 * Every year of a reporter one too late, from the first on, so that no earlier figure gives it away. Told of where its moves from year to year
 * go with those that its partners count a year earlier, by more than two standard errors (Fisher's z) over those of the same year.
 */
export function spoilYears(all: readonly RealPair[]): Recall {
  const known = new Map(all.map((pair) => [flowKey(pair), pair]))
  const units = unitsOf({ pairs: all }).map(({ of, side }) => ({ side, own: all.filter(of) }))
  const earlier = ({ origin, destination, period }: RealPair, years: number) =>
    known.get(flowKey({ origin, destination, period: String(Number(period) - years) }))
  const told = ({ side, own }: (typeof units)[number], late: number): boolean => {
    const partner = side === 'outflow' ? 'inflow' : 'outflow'
    const moves = (lag: number): readonly Move[] =>
      own.flatMap((pair) => {
        const sent = [earlier(pair, late)?.[side], earlier(pair, late + 1)?.[side]] as const
        const counted = [earlier(pair, lag)?.[partner], earlier(pair, lag + 1)?.[partner]] as const
        return moveOf(sent, counted)
      })
    const [same, before] = [moves(0), moves(1)]
    if (Math.min(same.length, before.length) < leastMoves) return false
    const error = Math.sqrt(1 / (same.length - 3) + 1 / (before.length - 3))
    return Math.atanh(correlationOf(before)) - Math.atanh(correlationOf(same)) > 2 * error
  }
  const late = ({ side, own }: (typeof units)[number]): readonly RealPair[] =>
    own.flatMap((pair) => {
      const sent = earlier(pair, 1)?.[side]
      return sent === undefined ? [] : [{ ...pair, [side]: sent }]
    })
  return {
    error: 'every year one too late, from the first on',
    unit: 'reporter',
    claimed: false,
    put: units.length,
    found: units.filter((unit) => told(unit, 1)).length,
    byPeer: units.filter((unit) => mostlyOutside(late(unit))).length,
    atRest: units.filter((unit) => told(unit, 0)).length,
    atRestByPeer: units.filter(({ own }) => mostlyOutside(own)).length,
  }
}

/** A move in logs of both sides, weighed by the chance in four counts and what corridors do besides. */
interface Move {
  readonly own: number
  readonly partner: number
  readonly weight: number
}

type Counts = readonly [number | undefined, number | undefined]

function moveOf([own, ownBefore]: Counts, [partner, partnerBefore]: Counts): readonly Move[] {
  if (own === undefined || ownBefore === undefined) return []
  if (partner === undefined || partnerBefore === undefined) return []
  const counts = [own, ownBefore, partner, partnerBefore].map((one) => one + 0.5)
  const chance = counts.reduce((sum, one) => sum + 1 / one, 0)
  return [
    {
      own: Math.log((own + 0.5) / (ownBefore + 0.5)),
      partner: Math.log((partner + 0.5) / (partnerBefore + 0.5)),
      weight: 1 / (0.05 + chance),
    },
  ]
}

function correlationOf(moves: readonly Move[]): number {
  const sum = (of: (move: Move) => number): number =>
    moves.reduce((all, move) => all + move.weight * of(move), 0)
  const whole = sum(() => 1)
  const [own, partner] = [sum((one) => one.own) / whole, sum((one) => one.partner) / whole]
  const both = sum((one) => (one.own - own) * (one.partner - partner))
  const spread = sum((one) => (one.own - own) ** 2) * sum((one) => (one.partner - partner) ** 2)
  return spread === 0 ? 0 : both / Math.sqrt(spread)
}

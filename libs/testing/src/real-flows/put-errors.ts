// SPDX-License-Identifier: Apache-2.0
// Errors put into genuine flows of one year, each at the unit at which it can be found.
import { mistakenReadings, type FileCell, type ReadingKind } from '@corridor/statistics'
import { breaksIn, judgePairs, type JudgedYear } from './judge-year'
import { flowKey, type RealPair } from './real-figures'

/** What came of one kind of error, of so many that were put in one by one. */
export interface Recall {
  readonly error: string
  /** A reporter: all that it sends in one role, of all years. */
  readonly unit: 'cell' | 'reporter-year' | 'file' | 'reporter'
  readonly put: number
  readonly found: number
  /** Found by a threshold of ±20 % on the same figures: for units above the cell, where most of its cells lie outside. */
  readonly byPeer: number
  /** Units of the same kind that were told of at rest. */
  readonly atRest: number
  readonly atRestByPeer: number
  /** False where the unit cannot show the error: the count is there, nothing is claimed. */
  readonly claimed: boolean
}

/** A year to put errors into, with the years before it and the p-value from which a cell is told of. */
export interface YearToSpoil {
  readonly all: readonly RealPair[]
  readonly year: JudgedYear
  readonly threshold: number
}

type Side = 'outflow' | 'inflow'
const sides: readonly Side[] = ['outflow', 'inflow']

/** The plain rule that is the peer: an asymmetry above 20 %. */
export function outsideTwenty({ outflow, inflow }: Pick<RealPair, Side>): boolean {
  return outflow !== inflow && (2 * Math.abs(outflow - inflow)) / (outflow + inflow) > 0.2
}

/** Cells of which one side's figure is changed, one at a time. Only those count in which the change changes something. */
export function spoilCells(
  { year, threshold }: YearToSpoil,
  error: Pick<Recall, 'error' | 'claimed'> & { readonly change: (value: number) => number },
): Recall {
  const { change, ...about } = error
  const spoilt = sides.flatMap((side) =>
    year.pairs
      .filter((pair) => change(pair[side]) !== pair[side])
      .map((pair) => ({ before: pair, after: { ...pair, [side]: change(pair[side]) } })),
  )
  const told = (pairs: readonly RealPair[]) =>
    judgePairs(year.learnt, pairs).filter(({ p }) => p <= threshold).length
  const before = spoilt.map((one) => one.before)
  const after = spoilt.map((one) => one.after)
  return {
    ...about,
    unit: 'cell',
    put: spoilt.length,
    found: told(after),
    byPeer: after.filter(outsideTwenty).length,
    atRest: told(before),
    atRestByPeer: before.filter(outsideTwenty).length,
  }
}

/** Half for the total in all that a reporter sends for one direction, one reporter after the other; of four cells and more. */
export function spoilReporters({ year }: YearToSpoil): Recall {
  const units = unitsOf(year)
  const brokenIn = (pairs: readonly RealPair[]) =>
    new Set(
      breaksIn(judgePairs(year.learnt, pairs))
        .filter(({ factor }) => factor < 1)
        .map(({ reporter, role }) => `${reporter} ${role}`),
    )
  const restful = brokenIn(year.pairs)
  const spoilt = units.map(({ name, of, side }) => {
    const now = year.pairs.map((pair) =>
      of(pair) ? { ...pair, [side]: Math.round(pair[side] / 2) } : pair,
    )
    return { found: brokenIn(now).has(name), peer: mostlyOutside(now.filter(of)) }
  })
  return {
    error: 'half sent for the total (men for all)',
    unit: 'reporter-year',
    claimed: true,
    put: units.length,
    found: spoilt.filter(({ found }) => found).length,
    byPeer: spoilt.filter(({ peer }) => peer).length,
    atRest: units.filter(({ name }) => restful.has(name)).length,
    atRestByPeer: units.filter(({ of }) => mostlyOutside(year.pairs.filter(of))).length,
  }
}

/** How a whole file is mistaken: what is sent for a flow in place of what was counted; undefined where there is nothing to send. */
export interface FileError {
  readonly error: string
  readonly reading: ReadingKind
  readonly claimed: boolean
  readonly sent: (pair: RealPair, side: Side, told: Told) => number | undefined
}

/** What was counted about the same flow so many years earlier, or about the opposite one in the same year. */
export interface Told {
  readonly earlier: (pair: RealPair, years: number) => RealPair | undefined
  readonly opposite: (pair: RealPair) => RealPair | undefined
}

/** Whole files of one reporter and direction, spoilt one after the other; of four cells and more. */
export function spoilFiles({ all, year }: YearToSpoil, about: FileError): Recall {
  const told = toldBy(all)
  const files = unitsOf(year).map(({ of, side }) => {
    const own = year.pairs.filter(of)
    const sent = own.map((pair) => ({ ...pair, sent: about.sent(pair, side, told) }))
    const spoilt = sent.flatMap((pair) =>
      pair.sent === undefined ? [] : [{ ...pair, [side]: pair.sent }],
    )
    return {
      found: readsAs(about.reading, fileOf(year, spoilt, { side, told })),
      atRest: readsAs(about.reading, fileOf(year, own, { side, told })),
      peer: mostlyOutside(spoilt),
      peerAtRest: mostlyOutside(own),
      cells: spoilt.length,
    }
  })
  const put = files.filter(({ cells }) => cells >= leastCells)
  return {
    error: about.error,
    unit: 'file',
    claimed: about.claimed,
    put: put.length,
    found: put.filter(({ found }) => found).length,
    byPeer: put.filter(({ peer }) => peer).length,
    atRest: put.filter(({ atRest }) => atRest).length,
    atRestByPeer: put.filter(({ peerAtRest }) => peerAtRest).length,
  }
}

const leastCells = 4

/** Most of these lie outside the plain rule. */
export function mostlyOutside(pairs: readonly RealPair[]): boolean {
  return 2 * pairs.filter(outsideTwenty).length > pairs.length
}

function readsAs(kind: ReadingKind, cells: readonly FileCell[]): boolean {
  return mistakenReadings(cells)[0]?.kind === kind
}

/** What one state sends in one role. */
export interface Unit {
  readonly name: string
  readonly side: Side
  readonly of: (pair: RealPair) => boolean
}

/** All that send four cells and more. */
export function unitsOf({ pairs }: { readonly pairs: readonly RealPair[] }): readonly Unit[] {
  const units = (['origin', 'destination'] as const).flatMap((role) =>
    [...new Set(pairs.map((pair) => pair[role]))].sort().map((state) => ({
      name: `${state} ${role}`,
      side: role === 'origin' ? ('outflow' as const) : ('inflow' as const),
      of: (pair: RealPair) => pair[role] === state,
    })),
  )
  return units.filter(({ of }) => pairs.filter(of).length >= leastCells)
}

function toldBy(all: readonly RealPair[]): Told {
  const known = new Map(all.map((pair) => [flowKey(pair), pair]))
  return {
    earlier: ({ origin, destination, period }, years) =>
      known.get(flowKey({ origin, destination, period: String(Number(period) - years) })),
    opposite: ({ origin, destination, period }) =>
      known.get(flowKey({ origin: destination, destination: origin, period })),
  }
}

/** A reporter's file as it is read: each cell beside what the partner's figure leads to expect. */
function fileOf(
  year: JudgedYear,
  pairs: readonly RealPair[],
  { side, told }: { readonly side: Side; readonly told: Told },
): readonly FileCell[] {
  return judgePairs(year.learnt, pairs).map((pair) => {
    const ratio = Math.exp(pair.expected.logRatio)
    const fromPartner = ({ outflow, inflow }: RealPair) =>
      side === 'inflow' ? outflow / ratio : inflow * ratio
    const other: Side = side === 'inflow' ? 'outflow' : 'inflow'
    const [before, opposite] = [told.earlier(pair, 1), told.opposite(pair)]
    return {
      key: pair.key,
      sent: pair[side],
      expected: fromPartner(pair),
      ...(before && { sentBefore: before[side] }),
      ...(opposite && { opposite: opposite[other] }),
    }
  })
}

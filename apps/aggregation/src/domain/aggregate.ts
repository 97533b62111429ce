// SPDX-License-Identifier: Apache-2.0
import type { Aggregate } from '@corridor/contracts'

/** A member's newest published total about one corridor and period. Persons. */
export interface Flow {
  readonly reporter: string
  readonly direction: 'outflow' | 'inflow'
  readonly origin: string
  readonly destination: string
  readonly period: string
  readonly value: number
  /** The message that states it, by its place in the hub's record. */
  readonly position: number
}

/** The region: all its members, and those that consent to being added up. */
export interface Region {
  readonly id: string
  readonly members: readonly string[]
  readonly consented: readonly string[]
}

/** What a feed is made of: its sums, and the messages that they have figures of, by their places in the hub's record, in order. */
export interface Sums extends Pick<Aggregate, 'corridors' | 'moves' | 'byMember'> {
  readonly positions: readonly number[]
}

/**
 * Adds up moves among the consenting members: per period as the origins and as the destinations report them, and in and out for
 * each member as that member reports it. A corridor enters a period only where both its ends have reported it, so that the
 * two sums cover the same corridors. These are gross moves among members; they are no net migration.
 */
export function aggregate(region: Region, flows: readonly Flow[]): Sums {
  const consented = new Set(region.consented)
  const among = flows.filter(
    ({ origin, destination }) => consented.has(origin) && consented.has(destination),
  )
  const outflows = byCorridor(among, 'outflow')
  const inflows = byCorridor(among, 'inflow')
  const both = [...outflows.values()].flatMap((out) => {
    const into = inflows.get(corridorKey(out))
    return into === undefined ? [] : [{ out, into }]
  })
  return {
    corridors: new Set(both.map(({ out }) => `${out.origin} ${out.destination}`)).size,
    moves: moves(both),
    byMember: byMember(both),
    positions: [
      ...new Set(both.flatMap(({ out, into }) => [out.position, into.position])),
    ].toSorted((one, other) => one - other),
  }
}

interface Mirror {
  readonly out: Flow
  readonly into: Flow
}

function corridorKey({ origin, destination, period }: Flow): string {
  return `${origin} ${destination} ${period}`
}

function byCorridor(
  flows: readonly Flow[],
  direction: Flow['direction'],
): ReadonlyMap<string, Flow> {
  return new Map(
    flows.filter((flow) => flow.direction === direction).map((flow) => [corridorKey(flow), flow]),
  )
}

function moves(mirrors: readonly Mirror[]): Aggregate['moves'] {
  const periods = [...new Set(mirrors.map(({ out }) => out.period))].sort()
  const of = (period: string): readonly Mirror[] =>
    mirrors.filter(({ out }) => out.period === period)
  return {
    rows: periods.length,
    period: periods,
    asReportedByOrigins: periods.map((period) => total(of(period).map(({ out }) => out.value))),
    asReportedByDestinations: periods.map((period) =>
      total(of(period).map(({ into }) => into.value)),
    ),
  }
}

function byMember(mirrors: readonly Mirror[]): Aggregate['byMember'] {
  const into = totals(mirrors.map((mirror) => mirror.into))
  const out = totals(mirrors.map((mirror) => mirror.out))
  const keys = [...new Set([...into.keys(), ...out.keys()])].sort()
  return {
    rows: keys.length,
    member: keys.map((key) => key.split(' ')[0] ?? ''),
    period: keys.map((key) => key.split(' ')[1] ?? ''),
    fromMembers: keys.map((key) => into.get(key) ?? 0),
    toMembers: keys.map((key) => out.get(key) ?? 0),
  }
}

function totals(flows: readonly Flow[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { reporter, period, value } of flows) {
    const key = `${reporter} ${period}`
    sums.set(key, (sums.get(key) ?? 0) + value)
  }
  return sums
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

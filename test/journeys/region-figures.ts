// SPDX-License-Identifier: Apache-2.0
// What the demonstration must come to, from the CSV alone: nothing here is shared with what it is set beside.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One line of the file. */
export interface Figure {
  readonly reporter: string
  readonly direction: string
  readonly origin: string
  readonly destination: string
  readonly period: string
  readonly value: number
  readonly minimumStay: string
}

/** A flow as its two sides count it. */
export interface Mirror {
  readonly agreement: string
  readonly origin: string
  readonly destination: string
  readonly period: string
  readonly originSays: number
  readonly destinationSays: number
  readonly difference: number
  readonly asymmetry: number
  readonly comparable: boolean
}

const file = join(__dirname, '..', '..', 'deploy', 'local', 'region', 'flows.csv')

/** The figures of the region. */
export const figures: readonly Figure[] = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [reporter, direction, origin, destination, period, value, minimumStay] = line.split(',')
    return {
      reporter: reporter!,
      direction: direction!,
      origin: origin!,
      destination: destination!,
      period: period!,
      value: Number(value),
      minimumStay: minimumStay!,
    }
  })

/** The states that report. */
export const reporters: readonly string[] = unique(figures.map(({ reporter }) => reporter))

/** The agreement of two states: both names in alphabetical order. */
export function agreementOf({ origin, destination }: Pick<Figure, 'origin' | 'destination'>) {
  return `${[origin, destination].sort().join('-')}-2026`
}

/** Every flow that both sides count, in the order that people read. */
export const mirrors: readonly Mirror[] = figures
  .filter(({ direction }) => direction === 'outflow')
  .flatMap((out) => {
    const into = figures.find((one) => one.direction === 'inflow' && flowOf(one) === flowOf(out))
    return into === undefined ? [] : [mirrorOf(out, into)]
  })
  .sort((a, b) => (flowOf(a) < flowOf(b) ? -1 : 1))

function mirrorOf(out: Figure, into: Figure): Mirror {
  const { origin, destination, period } = out
  const half = (out.value + into.value) / 2
  return {
    agreement: agreementOf(out),
    origin,
    destination,
    period,
    originSays: out.value,
    destinationSays: into.value,
    difference: out.value - into.value,
    asymmetry: half === 0 ? 0 : (Math.abs(out.value - into.value) / half) * 100,
    comparable: out.minimumStay === into.minimumStay,
  }
}

function flowOf({
  origin,
  destination,
  period,
}: Pick<Figure, 'origin' | 'destination' | 'period'>) {
  return `${origin} ${destination} ${period}`
}

/** What a state is owed by a partner, one line of text a message: agreement, sender, direction and the figures. */
export function owedTo(recipient: string, withheld: readonly string[]): readonly string[] {
  const corridor = figures.filter(
    (figure) =>
      figure.reporter !== recipient &&
      [figure.origin, figure.destination].includes(recipient) &&
      !withheld.includes(agreementOf(figure)),
  )
  const messages = unique(corridor.map(({ reporter, direction }) => `${reporter} ${direction}`))
  return messages
    .map((message) => {
      const rows = corridor.filter((one) => `${one.reporter} ${one.direction}` === message)
      return `${agreementOf(rows[0]!)} ${message}: ${linesOf(rows)}`
    })
    .sort()
}

/** Figures as text, in one order. */
export function linesOf(
  rows: readonly Pick<Figure, 'origin' | 'destination' | 'period' | 'value'>[],
): string {
  return rows
    .map((row) => `${flowOf(row)} ${String(row.value)}`)
    .sort()
    .join(', ')
}

/** The region's feed over the corridors between members that consent. */
export function feedOf(consented: readonly string[]) {
  const among = mirrors.filter(({ origin, destination }) =>
    [origin, destination].every((state) => consented.includes(state)),
  )
  const periods = unique(among.map(({ period }) => period))
  const members = consented.flatMap((member) => periods.map((period) => ({ member, period })))
  return {
    corridors: unique(among.map(({ origin, destination }) => `${origin} ${destination}`)).length,
    moves: {
      rows: periods.length,
      period: periods,
      asReportedByOrigins: periods.map((period) => sum(among, 'originSays', { period })),
      asReportedByDestinations: periods.map((period) => sum(among, 'destinationSays', { period })),
    },
    byMember: {
      rows: members.length,
      member: members.map(({ member }) => member),
      period: members.map(({ period }) => period),
      fromMembers: members.map(({ member, period }) =>
        sum(among, 'destinationSays', { destination: member, period }),
      ),
      toMembers: members.map(({ member, period }) =>
        sum(among, 'originSays', { origin: member, period }),
      ),
    },
  }
}

/** Persons over the flows that have all these members. */
export function sum(
  flows: readonly Mirror[],
  side: 'originSays' | 'destinationSays',
  wanted: Partial<Mirror> = {},
): number {
  const conditions = Object.entries(wanted)
  return flows
    .filter((flow) => conditions.every(([name, value]) => flow[name as keyof Mirror] === value))
    .reduce((total, flow) => total + flow[side], 0)
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort()
}

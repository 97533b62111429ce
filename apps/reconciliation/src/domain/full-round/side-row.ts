// SPDX-License-Identifier: Apache-2.0
import type { Cell, CellStatement } from '../cell'
import { isSilent } from '../compare-sides'
import type { Counting } from '../counting'
import { saidBy } from '../said'

/** What one side says of one cell of an agreement, as a full round joins it. */
export interface SideRow {
  readonly direction: 'outflow' | 'inflow'
  /** The places of origin and destination among the parties: place of the origin × how many + place of the destination. */
  readonly corridor: number
  readonly breakdown: string
  readonly says: (typeof said)[keyof typeof said]
  /** Persons; null where nothing is said, or where it is not known to the last one. */
  readonly value: number | null
  /** What decides whether two sides can be compared, and what is expected of them: expectations are learnt by breakdown. */
  readonly class: string
  readonly way: Counting
}

/** Nothing that bounds the figure; a count known to the last person; anything else, which is left to the comparison itself. */
export const said = { nothing: 0, count: 1, other: 2 } as const

/** The corridor's number among the parties of an agreement. */
export function corridorOf(parties: readonly string[], { origin, destination }: Cell): number {
  return parties.indexOf(origin) * parties.length + parties.indexOf(destination)
}

/** A statement as a row of its side. */
export function sideRow(statement: CellStatement, parties: readonly string[]): SideRow {
  const { direction, breakdown, definition, classifications } = statement
  const known = saidBy(statement)
  const { measured } = known
  const isCount = known.exact && measured?.logVariance === 0
  const told = isCount ? said.count : said.other
  const says = isSilent(known) ? said.nothing : told
  return {
    ...{ direction, breakdown, says },
    corridor: corridorOf(parties, statement),
    value: says === said.count ? (measured?.value ?? null) : null,
    class: breakdown,
    way: { definition, classifications },
  }
}

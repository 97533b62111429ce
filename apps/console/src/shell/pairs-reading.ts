// SPDX-License-Identifier: Apache-2.0
import { label, structure, type Dimension } from '@corridor/contracts'
import { rowsOfQuery, type Store } from '@corridor/platform'
import type { Figure, Judgement, Place, Said } from '../views'
import type { Actor } from './actor'

type Definition = NonNullable<Figure['originCounts']>

/** One compared cell as reconciliation publishes it. */
export interface PairRow {
  readonly agreement: string
  /** Names the cell within its agreement, in an address. */
  readonly key: string
  readonly origin: string
  readonly destination: string
  readonly period: string
  readonly contract: string
  /** The codes of the contract's other dimensions in its order, joined by dots. */
  readonly breakdown: string
  readonly originSays: number | null
  readonly destinationSays: number | null
  readonly difference: number | null
  readonly asymmetryPercent: number | null
  readonly outcome: 'within' | 'outside' | 'not-comparable' | 'one-sided'
  readonly reason: string | null
  readonly originCounts: Definition | null
  readonly destinationCounts: Definition | null
  readonly originPosition: number | null
  readonly destinationPosition: number | null
}

/** The compared cells that an actor may see: of agreements whose party or committee it is. */
export async function pairsFor(
  store: Store,
  actor: Actor,
  agreement: string | null,
): Promise<readonly PairRow[]> {
  return rowsOfQuery<PairRow>(
    store,
    `select agreement, concat_ws('.', origin, destination, period, breakdown) as key, origin, destination,
       period, contract, breakdown, origin_says::float8 as "originSays", destination_says::float8 as "destinationSays",
       difference::float8 as difference, asymmetry_percent as "asymmetryPercent", outcome, reason, origin_definition as "originCounts",
       destination_definition as "destinationCounts", origin_position::float8 as "originPosition",
       destination_position::float8 as "destinationPosition"
     from reconciliation.pair_v1
     where ($1 = any(parties) or committee = $1) and ($2::text is null or agreement = $2)
     order by agreement, origin, destination, period, contract, breakdown`,
    [actor.participant, agreement],
  )
}

const hiddenWords = {
  within: 'A figure is protected; what it may be agrees with the other side.',
  outside: 'A figure is protected; nothing that it may be is within tolerance of the other side.',
} as const

/** A compared cell as a page shows it. */
export function figureOf(
  pair: PairRow,
  shown: { readonly names: (code: string) => Place; readonly href: string },
): Figure {
  return {
    origin: shown.names(pair.origin),
    destination: shown.names(pair.destination),
    period: pair.period,
    breakdown: breakdownOf(pair),
    originSays: saidBy(pair.originSays, pair.originPosition),
    destinationSays: saidBy(pair.destinationSays, pair.destinationPosition),
    originCounts: pair.originCounts,
    destinationCounts: pair.destinationCounts,
    judgement: judgementOf(pair),
    href: shown.href,
  }
}

/** What a side says: a message without a value is a figure withheld, no message is no report, and neither is a zero. */
export function saidBy(persons: number | null, position: number | null): Said {
  if (position === null) return { kind: 'no-report' }
  return persons === null ? { kind: 'hidden' } : { kind: 'value', persons }
}

function judgementOf(pair: PairRow): Judgement {
  const { outcome, difference, asymmetryPercent, reason } = pair
  switch (outcome) {
    case 'within':
    case 'outside':
      // A figure is hidden: its difference is known to nobody, and the page sets no bar for it.
      if (difference === null || asymmetryPercent === null)
        return { outcome: 'one-sided', reason: hiddenWords[outcome] }
      return { outcome, difference, asymmetryPercent }
    case 'not-comparable':
      return { outcome, difference, asymmetryPercent, reason: reason ?? '' }
    case 'one-sided':
      return { outcome, reason: reason ?? '' }
  }
}

/** What a figure is broken down by, in words; null for the total. */
export function breakdownOf({
  contract,
  breakdown,
}: Pick<PairRow, 'contract' | 'breakdown'>): string | null {
  const dimensions = (structure(contract)?.dimensions ?? []).filter(
    ({ role }) => role === undefined,
  )
  const words = breakdown.split('.').flatMap((code, at) => {
    const list = listOf(dimensions[at])
    return code === '_T' || list === undefined ? [] : [label(list, code)]
  })
  return words.length === 0 ? null : words.join(', ')
}

// Of several classifications the newest names a code: the pair says where the two sides follow different ones.
function listOf(dimension: Dimension | undefined): Dimension['codelist'] {
  return dimension?.codelist ?? Object.values(dimension?.classification ?? {})[0]
}

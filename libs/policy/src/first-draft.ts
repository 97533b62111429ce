// SPDX-License-Identifier: Apache-2.0
import { structure, type Agreement } from '@corridor/contracts'
import { completed } from './completed'
import { hasGrain, hasTotal } from './levels'
import { eachParty } from './standing'
import type { ClauseOf } from './terms'

/** What a first draft is asked for. */
export interface DraftAsked {
  /** Two or more participants; they are put in the order of their codes. */
  readonly parties: readonly string[]
  readonly contracts: readonly ClauseOf<'share'>['contract'][]
  /** The first and the last day. */
  readonly term: Agreement['term']
}

/**
 * Terms to begin from, which the linter lets through: each party gives each other its totals by the contracts that are named
 * (all codes of what has no total, such as an event), counts from
 * 1 to 3 suppressed, moves between parties compared at 10 %, and an explicit "not agreed" for everything else. What more is agreed is
 * written over it.
 */
export function firstDraft({ parties, contracts, term }: DraftAsked): Agreement {
  const sorted = [...new Set(parties)].sort()
  const clauses = contracts.flatMap((contract): UnnumberedClause[] => {
    const { dimensions } = structure(contract)
    const moves = dimensions.some(({ role }) => role === 'origin')
    const levels = dimensions
      .filter(hasGrain)
      .filter((one) => !hasTotal(one))
      .map(({ column }) => ({
        ...{ dimension: column, level: 'all' as const },
      }))
    const share = { kind: 'share', from: [eachParty], to: [eachParty], contract } as const
    const corridors = [{ origin: eachParty, destination: eachParty }]
    return [
      {
        ...share,
        ...(moves && { corridors }),
        ...(levels.length > 0 && { levels }),
        confStatus: ['F'],
      },
      ...(moves ? [{ kind: 'reconcile', contract, tolerance } as const] : []),
    ]
  })
  return completed({
    id: `${sorted.join('-')}-${term.from.slice(0, 4)}`,
    title: `${sorted.join(', ')}: ${contracts.join(', ')}`.slice(0, longestTitle),
    parties: sorted.map((participant) => ({ participant, signatures: 1 })),
    term,
    entryIntoForce: { rule: 'on-signature' },
    provisionalApplication: { rule: 'not-agreed' },
    accession: { rule: 'closed' },
    signatureDays: 90,
    enforced: [...clauses, protect].map((clause, i) => ({ id: String(i + 1), ...clause })),
    recorded: [],
  })
}

type UnnumberedClause =
  | Omit<ClauseOf<'share'>, 'id'>
  | Omit<ClauseOf<'protect'>, 'id'>
  | Omit<ClauseOf<'reconcile'>, 'id'>

const longestTitle = 200
const tolerance = { asymmetryPercent: 10 }

// The usual threshold of statistical offices where nothing else is agreed (the maxN of sdcTable).
const protect: UnnumberedClause = {
  kind: 'protect',
  rule: { method: 'suppression', threshold: 3, zeros: false, protectionPercent: 100 },
}

// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Queryable, type Store, type Tx } from '@corridor/platform'
import { decideAccess, type KnownAgreement } from '@corridor/policy'
import { heldBack } from './held-back'

/** Why a release may not be handed over again. */
export type Withheld = 'AGREEMENT_NOT_IN_FORCE' | 'NO_CLAUSE_GRANTS'

interface Ground {
  readonly position: string
  readonly sender: string
  readonly recipient: string
  readonly contract: string
  readonly agreement: string
  readonly clause: string
}

/**
 * Decides releases anew: each clause that let rows out has to grant them at this moment, by delivery's copy of the agreements and by
 * what access has committed. Gives those that may not go, with why.
 */
export async function withheld(
  on: Store | Tx | Queryable,
  positions: readonly number[],
  at: Date,
): Promise<ReadonlyMap<number, Withheld>> {
  const grounds = await rowsOfQuery<Ground>(
    on,
    `select r.position, d.participant as sender, r.recipient, d.contract, g.agreement, g.clause
     from release r join dataset d on d.position = r.dataset join granted_rows g on g.position = r.position
     where r.position = any($1::bigint[])`,
    [positions],
  )
  const agreements = await rowsOfQuery<KnownAgreement>(
    on,
    'select terms, standing from agreement where id = any($1::text[])',
    [[...new Set(grounds.map(({ agreement }) => agreement))]],
  )
  const judged = grounds.flatMap((ground): readonly (readonly [number, Withheld])[] => {
    const why = denial(ground, agreements, at)
    return why === null ? [] : [[Number(ground.position), why]]
  })
  const held = await heldBack(on, positions)
  return new Map([...held.map((one) => [one, 'AGREEMENT_NOT_IN_FORCE'] as const), ...judged])
}

function denial(ground: Ground, agreements: readonly KnownAgreement[], at: Date): Withheld | null {
  const own = agreements.filter(({ terms }) => terms.id === ground.agreement)
  const { contract, sender, recipient } = ground
  const decision = decideAccess({ contract, sender, recipient }, own, at)
  if ('decision' in decision) return decision.code
  return decision.some(({ clause }) => clause.id === ground.clause) ? null : 'NO_CLAUSE_GRANTS'
}

// SPDX-License-Identifier: Apache-2.0
import { addresseeIn } from '@corridor/contracts'
import { rowsOfQuery, type Queryable, type Store, type Tx } from '@corridor/platform'
import {
  compile,
  decide,
  type DenialCode,
  type KnownAgreement,
  type Policy,
} from '@corridor/policy'
import { heldBack } from './held-back'

/** Why a release may not be handed over again. */
export type Withheld = DenialCode

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
    'select terms, standing from agreement where parties && $1::text[]',
    [[...new Set(grounds.map(({ sender }) => sender))]],
  )
  const policy = compile(agreements)
  const judged = grounds.flatMap((ground): readonly (readonly [number, Withheld])[] => {
    const why = denial(ground, policy, at)
    return why === null ? [] : [[Number(ground.position), why]]
  })
  const held = await heldBack(on, positions)
  return new Map([...held.map((one) => [one, 'AGREEMENT_NOT_IN_FORCE'] as const), ...judged])
}

// By all agreements of the two: another one may speak of the same figures now and not grant them.
function denial(ground: Ground, policy: Policy, at: Date): Withheld | null {
  const { contract, sender, recipient, agreement, clause } = ground
  const decision = decide(policy, { contract, sender, ...addresseeIn(recipient) }, at)
  if (decision.decision === 'DENY') return decision.code
  const grant = decision.grants.find((one) => one.agreement === agreement)
  return grant?.clauses.some(({ id }) => id === clause) === true ? null : 'NO_CLAUSE_GRANTS'
}

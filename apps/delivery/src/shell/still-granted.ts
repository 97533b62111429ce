// SPDX-License-Identifier: Apache-2.0
import { addresseeIn, type AppliedProtection } from '@corridor/contracts'
import {
  rowsOfQuery,
  type Queryable,
  type StorageKeys,
  type Store,
  type Tx,
} from '@corridor/platform'
import {
  decide,
  type Decision,
  type DenialCode,
  type KnownAgreement,
  type Policy,
} from '@corridor/policy'
import { policyNow } from './opened'
import { isNarrowed, restsOnOthers } from '../domain/is-narrowed'
import { heldBack } from './held-back'
import { readTold } from './told'

/** Why a release may not be handed over again. */
export type Withheld = DenialCode

interface Ground {
  readonly position: string
  readonly sender: string
  readonly recipient: string
  readonly contract: string
  readonly agreement: string
  readonly clause: string
  readonly protection: readonly AppliedProtection[] | null
}

/**
 * Decides releases anew: each clause that let rows out, and each agreement that has come since, has to grant them at this moment, by
 * delivery's copy of the agreements and by what access has committed. Gives those that may not go, with why.
 */
export async function withheld(
  on: Store | Tx | Queryable,
  positions: readonly number[],
  { at, keys }: { readonly at: Date; readonly keys: StorageKeys },
): Promise<ReadonlyMap<number, Withheld>> {
  const grounds = await rowsOfQuery<Ground>(
    on,
    `select r.position, d.participant as sender, r.recipient, d.contract, g.agreement, g.clause, r.protection
     from release r join dataset d on d.position = r.dataset join granted_rows g on g.position = r.position
     where r.position = any($1::bigint[])`,
    [positions],
  )
  const agreements = await rowsOfQuery<KnownAgreement>(
    on,
    'select terms, standing from agreement where parties && $1::text[]',
    [[...new Set(grounds.map(({ sender }) => sender))]],
  )
  const policy = await policyNow(on, agreements)
  const decided = grounds.map((ground) => ({ ground, decision: decisionOf(ground, policy, at) }))
  const judged = decided.flatMap(
    ({ ground, decision }): readonly (readonly [number, Withheld])[] => {
      const why = denial(ground, decision)
      return why === null ? [] : [[Number(ground.position), why]]
    },
  )
  const narrowed = await narrowedOf(on, decided, { at, keys })
  const held = await heldBack(on, positions)
  return new Map([
    ...held.map((one) => [one, 'AGREEMENT_NOT_IN_FORCE'] as const),
    ...narrowed.map((one) => [one, 'NO_CLAUSE_GRANTS'] as const),
    ...judged,
  ])
}

interface Decided {
  readonly ground: Ground
  readonly decision: Decision
}

// Where an agreement of later speaks of the same figures, each row is looked at.
async function narrowedOf(
  on: Store | Tx | Queryable,
  decided: readonly Decided[],
  { at, keys }: { readonly at: Date; readonly keys: StorageKeys },
): Promise<readonly number[]> {
  const asked = decided.filter(({ ground, decision }) =>
    restsOnOthers(ground.protection ?? [], decision),
  )
  if (asked.length === 0) return []
  const positions = [...new Set(asked.map(({ ground }) => Number(ground.position)))]
  const toldAt = await readTold(on, positions, keys)
  return asked.flatMap(({ ground: { position, protection }, decision }) => {
    const told = toldAt.get(Number(position)) ?? null
    return isNarrowed({ told, protection: protection ?? [] }, decision, at)
      ? [Number(position)]
      : []
  })
}

function decisionOf(ground: Ground, policy: Policy, at: Date): Decision {
  const { contract, sender, recipient } = ground
  return decide(policy, { contract, sender, ...addresseeIn(recipient) }, at)
}

// By all agreements of the two: another one may speak of the same figures now and not grant them.
function denial({ agreement, clause }: Ground, decision: Decision): Withheld | null {
  if (decision.decision === 'DENY') return decision.code
  const grant = decision.grants.find((one) => one.agreement === agreement)
  return grant?.clauses.some(({ id }) => id === clause) === true ? null : 'NO_CLAUSE_GRANTS'
}

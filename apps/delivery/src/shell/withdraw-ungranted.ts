// SPDX-License-Identifier: Apache-2.0
import { addresseeIn } from '@corridor/contracts'
import { rowsOfQuery, type ServiceContext, type Tx } from '@corridor/platform'
import { decide, holds, type KnownAgreement, type Policy } from '@corridor/policy'
import { policyNow } from './opened'
import { withdrawReleases } from './withdraw-releases'

/** What waits for a recipient under a clause of an agreement. */
interface Queued {
  readonly sender: string
  readonly recipient: string
  readonly contract: string
  readonly clause: string
}

/**
 * After an agreement's standing has changed: whatever waits for a recipient under a clause of it that grants it no more is withdrawn, in
 * the transaction of the change.
 */
export async function withdrawUngranted(
  tx: Tx,
  context: ServiceContext,
  agreement: KnownAgreement,
): Promise<void> {
  const { terms } = agreement
  const at = context.clock()
  const queued = await rowsOfQuery<Queued>(
    tx,
    `select distinct d.participant as sender, r.recipient, d.contract, g.clause ${fromQueue}`,
    [terms.id],
  )
  const policy = await policyNow(tx, [agreement])
  const ungranted = queued.filter((one) => !isGranted(policy, one, at))
  if (ungranted.length === 0) return
  const rows = await rowsOfQuery<{ position: string }>(
    tx,
    `select distinct r.position ${fromQueue} and (d.participant, r.recipient, d.contract, g.clause) in
       (select * from unnest($2::text[], $3::text[], $4::text[], $5::text[]))`,
    [
      terms.id,
      ungranted.map(({ sender }) => sender),
      ungranted.map(({ recipient }) => recipient),
      ungranted.map(({ contract }) => contract),
      ungranted.map(({ clause }) => clause),
    ],
  )
  const reason = reasonOf(agreement, at)
  await withdrawReleases(tx, context, {
    positions: rows.map(({ position }) => Number(position)),
    why: { reason, agreement: terms.id, at },
  })
}

// An agreement that holds and grants something no longer: its recipient is behind with what it owes.
function reasonOf(agreement: KnownAgreement, at: Date) {
  if (agreement.standing.status === 'suspended') return 'agreement-suspended'
  return holds(agreement, at) ? 'reciprocity-not-kept' : 'agreement-ended'
}

function isGranted(policy: Policy, queued: Queued, at: Date): boolean {
  const { contract, sender, recipient, clause } = queued
  const decision = decide(policy, { contract, sender, ...addresseeIn(recipient) }, at)
  return (
    decision.decision === 'PERMIT' &&
    decision.grants.some(({ clauses }) => clauses.some(({ id }) => id === clause))
  )
}

// From the queue, not from all that was ever released.
const fromQueue = `from outbox o join release r on r.position = o.position join granted_rows g on g.position = r.position
  join dataset d on d.position = r.dataset
  where o.typ is not null and o.acknowledged_at is null and o.withdrawn_at is null and g.agreement = $1`

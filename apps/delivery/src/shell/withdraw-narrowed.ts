// SPDX-License-Identifier: Apache-2.0
import { addresseeIn, type AppliedProtection } from '@corridor/contracts'
import { rowsOfQuery, type ServiceContext, type Tx } from '@corridor/platform'
import { decide, type Decision, type KnownAgreement } from '@corridor/policy'
import { isNarrowed } from '../domain/is-narrowed'
import { policyNow } from './opened'
import { readTold } from './told'
import { withdrawReleases } from './withdraw-releases'

interface Waiting {
  readonly position: string
  readonly sender: string
  readonly recipient: string
  readonly contract: string
  readonly protection: readonly AppliedProtection[] | null
}

/** Releases that are looked at together. */
const mostAtOnce = 256

/**
 * An agreement holds: what waits between its parties, and is granted less by all of their agreements together than it tells, is
 * withdrawn in the transaction of the change. Catching up releases what is granted of it, under a new number.
 */
export async function withdrawNarrowed(
  tx: Tx,
  context: ServiceContext,
  { terms, standing }: KnownAgreement,
): Promise<void> {
  const at = context.clock()
  const decisionOf = await decisionsAmong(tx, standing.parties, at)
  for (let after = 0; ;) {
    const rows = await rowsOfQuery<Waiting>(tx, selectWaiting, [
      ...[terms.id, standing.parties, after],
      mostAtOnce,
    ])
    const positions = rows.map(({ position }) => Number(position))
    const toldAt = await readTold(tx, positions, context.environment.keys.storage)
    const narrowed = rows.filter(({ position, protection, ...one }) => {
      const told = toldAt.get(Number(position)) ?? null
      return isNarrowed({ told, protection: protection ?? [] }, decisionOf(one), at)
    })
    await withdrawReleases(tx, context, {
      positions: narrowed.map(({ position }) => Number(position)),
      why: { reason: 'agreement-narrowed', agreement: terms.id, at },
    })
    if (rows.length < mostAtOnce) return
    after = Number(rows.at(-1)?.position)
  }
}

async function decisionsAmong(
  tx: Tx,
  parties: readonly string[],
  at: Date,
): Promise<(asked: Pick<Waiting, 'sender' | 'recipient' | 'contract'>) => Decision> {
  const agreements = await rowsOfQuery<KnownAgreement>(
    tx,
    'select terms, standing from agreement where parties && $1::text[]',
    [parties],
  )
  const policy = await policyNow(tx, agreements)
  return ({ sender, recipient, contract }) =>
    decide(policy, { contract, sender, ...addresseeIn(recipient) }, at)
}

// What was released under this agreement already was granted by it.
const selectWaiting = `
select o.position, d.participant as sender, r.recipient, d.contract, r.protection
from outbox o join release r on r.position = o.position join dataset d on d.position = r.dataset
where o.typ is not null and o.acknowledged_at is null and o.withdrawn_at is null and o.position > $3
  and d.participant = any($2::text[]) and split_part(r.recipient, '-', 1) = any($2::text[])
  and not coalesce(r.protection @> jsonb_build_array(jsonb_build_object('agreement', $1::text)), false)
order by o.position limit $4`

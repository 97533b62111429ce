// SPDX-License-Identifier: Apache-2.0
import { addresseeIn, newestVersion, type Receipt } from '@corridor/contracts'
import { eventBytes, hubSource } from '@corridor/message'

/** A release that its recipient has acknowledged, with the message that it came from. */
export interface Acknowledged {
  /** The release's place in the outbox. */
  readonly position: number
  readonly agreement: string
  readonly clause: string
  readonly recipient: string
  readonly rows: number
  readonly dataset: number
  readonly participant: string
  readonly submission: string
  readonly contract: string
  readonly version: string
  readonly digest: string
  readonly receivedAt: Date
  readonly acknowledgedAt: Date
}

/** The statement "delivered": the hub tells the sender who took which of its figures, and when. */
export function deliveredStatement(
  one: Acknowledged,
  made: { readonly hubId: string; readonly salt: string },
): Uint8Array {
  const { participant, submission: id, contract, version } = one
  const { recipient, office } = addresseeIn(one.recipient)
  const release = ['delivery', one.agreement, one.clause, String(one.dataset)]
  const data: Receipt = {
    statement: 'delivered',
    submission: { id, source: participant, contract, version },
    digest: one.digest,
    receivedAt: one.receivedAt.toISOString(),
    position: one.dataset,
    rows: one.rows,
    recipient,
    // The published contract has no word for an office: the release's id names it.
    release: [...release, ...(office === undefined ? [] : [office])].join(':'),
    at: one.acknowledgedAt.toISOString(),
  }
  return eventBytes({
    id: `delivered:${String(one.position)}`,
    source: hubSource(made.hubId),
    type: 'corridor.receipt.v1',
    time: one.acknowledgedAt,
    contract: { name: 'receipt', version: newestVersion('receipt') },
    salt: made.salt,
    data,
  })
}

// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@corridor/contracts'
import { eventBytes, hubSource } from '@corridor/message'
import type { Recordable, Refused } from './judge'

/** Who states it and when; the salt makes the digest of a receipt say nothing of what is in it. */
export interface Statement {
  readonly hubId: string
  readonly at: Date
  readonly salt: string
  readonly mode?: 'test'
}

/**
 * The receipt of a recorded message: the statement "accepted". It is stored and repeated byte for byte. The datasets of a bundle
 * follow each other from the message's position on.
 */
export function receiptFor(judged: Recordable, position: number, made: Statement): Uint8Array {
  const { participant, id, contract, version, digest, datasets, notes } = judged
  const listed = datasets.map((one, i) => ({
    contract: one.contract,
    version: one.version,
    position: position + i,
    rows: one.rows,
  }))
  return receiptBytes(eventId('receipt', judged), made, {
    statement: 'accepted',
    submission: { id, source: participant, contract, version },
    digest,
    receivedAt: made.at.toISOString(),
    position,
    rows: listed.reduce((sum, { rows }) => sum + rows, 0),
    ...(contract === 'bundle' ? { datasets: listed } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  })
}

/** The statement "accepted" of a rehearsal: it has no position, because nothing was recorded. */
export function rehearsalReceipt(judged: Recordable, made: Statement): Uint8Array {
  const { participant, id, contract, version, digest, datasets } = judged
  const test = { ...made, mode: 'test' } as const
  return receiptBytes(eventId('rehearsal', judged), test, {
    statement: 'accepted',
    submission: { id, source: participant, contract, version },
    digest,
    receivedAt: made.at.toISOString(),
    rows: datasets.reduce((sum, { rows }) => sum + rows, 0),
  })
}

/** What is stated of a message besides whether it was accepted: that it waits for its approver, or was withdrawn. */
export function statedOf(
  message: Pick<Recordable, 'participant' | 'id' | 'contract' | 'version' | 'digest'>,
  stated: { readonly statement: 'received' | 'withdrawn'; readonly receivedAt: Date },
  made: Statement,
): Uint8Array {
  const { participant, id, contract, version, digest } = message
  return receiptBytes(eventId(stated.statement, message), made, {
    statement: stated.statement,
    submission: { id, source: participant, contract, version },
    digest,
    receivedAt: stated.receivedAt.toISOString(),
    at: made.at.toISOString(),
    ...(stated.statement === 'received' ? { awaits: 'approval' } : {}),
  })
}

/** The statement "refused", with the code and what was met. */
export function refusalFor(
  refused: {
    readonly participant: string
    readonly digest: string
    readonly refusal: Refused
    readonly id: string | null
  },
  made: Statement,
): Uint8Array {
  const { participant, digest, refusal, id } = refused
  return receiptBytes(eventId('refusal', refused), made, {
    statement: 'refused',
    submission: { id, source: participant, contract: null, version: null },
    digest,
    receivedAt: made.at.toISOString(),
    problem: { code: refusal.code, detail: refusal.detail },
    ...(refusal.report === undefined ? {} : { report: refusal.report }),
  })
}

// Made of the digest of the message: the sender's own id may be as long as an id can be.
function eventId(kind: string, message: { participant: string; digest: string }): string {
  return `${kind}:${message.participant}:${message.digest.replace('sha-256:', '')}`
}

function receiptBytes(id: string, made: Statement, data: Receipt): Uint8Array {
  return eventBytes({
    id,
    source: hubSource(made.hubId),
    type: 'corridor.receipt.v1',
    time: made.at,
    contract: { name: 'receipt', version: '1.0.0' },
    salt: made.salt,
    ...(made.mode === undefined ? {} : { mode: made.mode }),
    data,
  })
}

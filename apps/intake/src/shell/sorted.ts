// SPDX-License-Identifier: Apache-2.0
import { refuse, type Refusal } from '@corridor/kernel'
import { digestOf, newSalt } from '@corridor/message'
import { fact, statement, type Arrival, type Fact, type Statement } from '@corridor/platform'
import type { Judged } from '../domain/judge'
import { refusalFor, rehearsalReceipt } from '../domain/receipt'
import { refusedTestId } from '../domain/refused-id'
import type { Rehearsed } from './holding'
import type { Accepted, Quarantined } from './record'

/** An arrival with its judgement. */
export interface Case {
  readonly arrival: Arrival
  readonly participant: string
  readonly digest: string
  readonly sealDigest: string
  readonly outcome:
    | { readonly ok: true; readonly value: Judged }
    | { readonly ok: false; readonly refusal: Refusal }
}

/** A message that did not pass, with the reason. */
export interface Refused {
  readonly participant: string
  readonly digest: string
  readonly sealDigest: string
  readonly arrival: Arrival
  readonly refusal: Refusal
}

/** A message that passed every check. */
export interface Good {
  readonly judged: Judged
  readonly arrival: Arrival
  readonly sealDigest: string
}

/** What is to be done with each message of a batch. */
export interface Sorted {
  readonly repeated: readonly { participant: string; receipt: Uint8Array }[]
  readonly accepted: readonly Good[]
  /** Those that wait for an approver, and those of a rehearsal. */
  readonly held: readonly Good[]
  readonly rehearsed: readonly Good[]
  readonly refused: readonly Refused[]
}

/** No message at all. */
export const nothing: Sorted = { repeated: [], accepted: [], held: [], rehearsed: [], refused: [] }

/** A message by its id; a rehearsal and a real message may have the same. */
export function nameOf({ id, test }: Judged): string {
  return test ? `test ${id}` : id
}

/** What is noted of a rehearsal that passed. */
export function rehearsedOf(
  { judged, sealDigest }: Good,
  made: { hubId: string; at: Date },
): Rehearsed {
  const { participant, id, digest } = judged
  const receipt = rehearsalReceipt(judged, { ...made, salt: newSalt() })
  return { participant, id, digest, sealDigest, refusal: null, at: made.at, receipt }
}

/** A refused message that says it is a rehearsal and was rightly signed; undefined for any other. */
export function refusedRehearsal(
  { participant, digest, sealDigest, refusal, arrival }: Refused,
  made: { hubId: string; at: Date },
): Rehearsed | undefined {
  const id = refusedTestId(refusal, arrival.bytes)
  if (id === null) return undefined
  const test = { ...made, salt: newSalt(), mode: 'test' } as const
  const receipt = refusalFor({ participant, digest, refusal, id }, test)
  return { participant, id, digest, sealDigest, refusal, at: made.at, receipt }
}

/** Why a case is refused: its own judgement, or an id that stands for other bytes already. */
export function refusalOf(
  one: Case,
  digestOfId: (participant: string, id: string) => string | undefined,
  inBatch: ReadonlyMap<string, { judged: Judged }>,
): Refusal | null {
  if (!one.outcome.ok) return one.outcome.refusal
  const { participant, id, digest } = one.outcome.value
  const name = nameOf(one.outcome.value)
  const known =
    digestOfId(participant, name) ?? inBatch.get(`${participant} ${name}`)?.judged.digest
  if (known === undefined || known === digest) return null
  return refuse('ID_TAKEN', `message ${id} was received before with other content`).refusal
}

/** A fact for each dataset, at its own position, then the receipt. */
export function toldOfAccepted({ judged, position, at, receipt }: Accepted): (Fact | Statement)[] {
  const { participant, id, digest, datasets } = judged
  const facts = datasets.map(({ contract, version, rows }, i) =>
    fact('intake.recorded.v1', {
      position: position + i,
      participant,
      id,
      contract,
      version,
      digest,
      rows,
      receiptDigest: digestOf(receipt),
      at: at.toISOString(),
    }),
  )
  return [...facts, statement(participant, 'receipt', receipt)]
}

/** A fact, then the refusal. */
export function toldOfRefused({
  participant,
  digest,
  refusal,
  at,
  receipt,
}: Quarantined): (Fact | Statement)[] {
  const told = {
    participant,
    digest,
    code: refusal.code,
    receiptDigest: digestOf(receipt),
    at: at.toISOString(),
  }
  return [fact('intake.refused.v1', told), statement(participant, 'receipt', receipt)]
}

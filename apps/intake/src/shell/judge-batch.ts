// SPDX-License-Identifier: Apache-2.0
import { structure, type Dataset } from '@corridor/contracts'
import { digestOf } from '@corridor/message'
import { atRestName, sealAtRest, type StorageKeys } from '@corridor/platform/at-rest'
import { cellKeysByVariant, type Earlier } from '@corridor/rules'
import {
  judgeRules,
  readMessage,
  readSubject,
  type Judged,
  type Readable,
  type Recordable,
  type Refused,
} from '../domain/judge'
import type { ReadablePart } from '../domain/read-parts'
import { staysInside } from '../domain/releasing'
import type { SenderKey } from '../domain/sender-rights'
import { refusedId } from '../domain/refused-id'
import { vintageOf, type Vintage } from '../domain/vintage'

/** Messages to be judged, as they go to the thread that judges: their bytes one behind the other. */
export interface BatchToJudge {
  readonly at: Date
  readonly keys: readonly SenderKey[]
  readonly subjects: readonly string[]
  readonly signatures: readonly string[]
  readonly lengths: readonly number[]
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A judged message: what is recorded or refused, and its bytes as they will lie in PostgreSQL. */
export interface JudgedMessage {
  readonly participant: string
  readonly digest: string
  readonly sealDigest: string
  /** The sender's own id; null where nobody knows whose it is. */
  readonly id: string | null
  /** What the datasets state of each cell, for the index; null for what is refused, carries no statistics, or stays inside its state. */
  readonly vintages: readonly (Vintage | null)[]
  /** The signed bytes, then the content of each dataset that has one of its own; cut out of `JudgedBatch.bytes`. */
  readonly partLengths: readonly number[]
  readonly outcome:
    | { readonly ok: true; readonly value: Recordable }
    | { readonly ok: false; readonly refusal: Refused }
}

/** A judged batch, in the order of its messages. */
export interface JudgedBatch {
  readonly storageKey: string
  /** Undefined: the judge failed, which is a bug, and none of the sender's doing. */
  readonly messages: readonly (JudgedMessage | { readonly failed: string })[]
  /** Of each message its wrapped data key, then its parts; one behind the other. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Bytes of a wrapped data key (RFC 3394 over 256 bits). */
export const wrappedKeyBytes = 40

/** What a judge works with beside the batch. */
export interface JudgeBench {
  readonly hubId: string
  readonly storage: StorageKeys
  /** What stands of cells, in the order of the asks; asked once a batch. */
  readonly lookUp: (asks: readonly CellsAsk[]) => Promise<readonly Float64Array[]>
}

/** Cells of a sender about which the rules ask what was stated before. */
export interface CellsAsk {
  readonly participant: string
  readonly contract: string
  readonly test: boolean
  readonly keys: Uint32Array
}

/** Judges a batch, message by message: nothing of one touches another. */
export async function judgeBatch(batch: BatchToJudge, bench: JudgeBench): Promise<JudgedBatch> {
  const keys = new Map(batch.keys.map((key) => [key.kid, key]))
  const on = { hubId: bench.hubId, at: batch.at, keyOf: (kid: string) => keys.get(kid) }
  const arrivals = arrivalsOf(batch)
  const read = arrivals.map((arrival) => guarded(() => readMessage(arrival, arrival.subject, on)))
  const readable = read.flatMap((one) => ('ok' in one && one.ok ? [one.value] : []))
  const earlier = await earlierFigures(readable, bench)
  const sealed: Uint8Array[] = []
  const messages = arrivals.map((arrival, i) => {
    const one = read[i]
    return guarded(() => {
      if (one === undefined || 'failed' in one) return one ?? { failed: 'not judged' }
      const outcome = one.ok ? judgeRules(one.value, (part) => earlier.get(one.value)?.[part]) : one
      return atRest(arrival, outcome, { bench, sealed })
    })
  })
  const bytes = joined(sealed)
  return { storageKey: bench.storage.current.id, messages, bytes }
}

/** Three asks a dataset: its own cells, those a year before, and those with origin and destination swapped. */
async function earlierFigures(
  messages: readonly Readable[],
  bench: JudgeBench,
): Promise<ReadonlyMap<Readable, readonly (Earlier | undefined)[]>> {
  const asks: CellsAsk[] = []
  const places = messages.map((message) =>
    message.parts.map((part) => {
      // A rehearsal is compared with nothing, and what stays inside its state not with what the state has said.
      const isApart = message.test || staysInside(part.contract, message.sender)
      const keys = isApart ? undefined : guarded(() => keysOf(part))
      if (keys === undefined || 'failed' in keys) return undefined
      const { participant } = message
      const { contract } = part
      const variants = [keys.same, keys['year-before'], keys.reversed]
      asks.push(...variants.map((each) => ({ participant, contract, test: false, keys: each })))
      return asks.length - variants.length
    }),
  )
  const figures = asks.length === 0 ? [] : await bench.lookUp(asks)
  const none = new Float64Array(0)
  return new Map(
    messages.map((message, i) => [
      message,
      (places[i] ?? []).map((at) => {
        if (at === undefined) return undefined
        const [same = none, yearBefore = none, reversed = none] = figures.slice(at, at + 3)
        return { same, yearBefore, reversed }
      }),
    ]),
  )
}

function keysOf({
  contract,
  version,
  dataset,
}: ReadablePart): ReturnType<typeof cellKeysByVariant> | undefined {
  const known = structure(contract, version)
  return known === undefined || dataset === null ? undefined : cellKeysByVariant(dataset, known)
}

interface Arrived {
  readonly subject: string
  readonly signature: string
  readonly bytes: Uint8Array
}

function arrivalsOf({ subjects, signatures, lengths, bytes }: BatchToJudge): readonly Arrived[] {
  let start = 0
  return lengths.map((length, i) => ({
    subject: subjects[i] ?? '',
    signature: signatures[i] ?? '',
    bytes: bytes.subarray(start, (start += length)),
  }))
}

/** A bug that one message meets must not fail its batch. */
function guarded<Result>(task: () => Result): Result | { readonly failed: string } {
  try {
    return task()
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function atRest(
  arrival: Arrived,
  outcome:
    | { readonly ok: true; readonly value: Judged }
    | { readonly ok: false; readonly refusal: Refused },
  { bench, sealed }: { readonly bench: JudgeBench; readonly sealed: Uint8Array[] },
): JudgedMessage {
  const { participant } = readSubject(arrival.subject)
  const digest = outcome.ok ? outcome.value.digest : digestOf(arrival.bytes)
  const sealDigest = digestOf(Buffer.concat([arrival.bytes, Buffer.from(arrival.signature)]))
  const own = outcome.ok
    ? outcome.value.datasets.flatMap(({ asSent, content }) =>
        asSent ? [] : [Buffer.from(JSON.stringify(content))],
      )
    : []
  const name = atRestName(participant, outcome.ok ? digest : sealDigest)
  const { wrappedKey, parts } = sealAtRest(bench.storage, name, [arrival.bytes, ...own])
  sealed.push(wrappedKey, ...parts)
  const partLengths = parts.map(({ length }) => length)
  const kept = outcome.ok ? { ok: true as const, value: recordable(outcome.value) } : outcome
  const id = outcome.ok ? outcome.value.id : refusedId(outcome.refusal, arrival.bytes)
  const vintages = outcome.ok
    ? outcome.value.datasets.map((one) =>
        isDataset(one.content) && !one.isInternal ? vintageOf(one, one.content) : null,
      )
    : []
  return { participant, digest, sealDigest, id, partLengths, vintages, outcome: kept }
}

function recordable({ datasets, ...judged }: Judged): Recordable {
  return { ...judged, datasets: datasets.map(({ content: _content, ...dataset }) => dataset) }
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let start = 0
  for (const part of parts) {
    whole.set(part, start)
    start += part.length
  }
  return whole
}

// A scheme described has no rows.
function isDataset(content: object): content is Dataset {
  return 'rows' in content
}

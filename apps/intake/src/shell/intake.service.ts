// SPDX-License-Identifier: Apache-2.0
import { refuse, type Refusal } from '@corridor/kernel'
import { claimOf, digestOf, newSalt, type KeyRecord, type PublicJwk } from '@corridor/message'
import {
  atRestName,
  reasonOf,
  rowsOfQuery,
  sealAtRest,
  serviceContext,
  tellAt,
  takePositions,
  fact,
  statement,
  type Arrival,
  type AtRest,
  type Fact,
  type ServiceContext,
  type Statement,
  type Tx,
  type Verdict,
} from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { judge, readSubject, type Judged } from '../domain/judge'
import { receiptFor, refusalFor } from '../domain/receipt'
import { refusedId } from '../domain/refused-id'
import {
  earlierStatements,
  insertAccepted,
  insertQuarantine,
  type Accepted,
  type Quarantined,
} from './record'

/** An arrival with its judgement. */
interface Case {
  readonly arrival: Arrival
  readonly participant: string
  readonly digest: string
  readonly sealDigest: string
  readonly outcome:
    | { readonly ok: true; readonly value: Judged }
    | { readonly ok: false; readonly refusal: Refusal }
}

/** A key may be on its way from the register: this often a message with an unknown key comes again before it is refused. */
const keyPatience = { deliveries: 3, againAfterMs: 300 } as const

/** The way in: judges a batch, records what is good, quarantines what is not, and answers both. */
@Injectable()
export class IntakeService {
  // The same JWK object for the same key lets the message lib import it once. Grows with the register only.
  private readonly jwks = new Map<string, PublicJwk>()

  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** Works a batch; each message gets its verdict. One that makes the transaction fail never fails the others. */
  async work(batch: readonly Arrival[]): Promise<readonly Verdict[]> {
    const cases = await this.judgeAll(batch)
    const settled = cases.filter((one) => !mayYetBeKnown(one))
    const failed = await this.recordOrSplit(settled)
    this.context.relay.wake()
    return cases.map((one) => {
      if (mayYetBeKnown(one)) return { done: false, againAfterMs: keyPatience.againAfterMs }
      return failed.has(one) ? { done: false, againAfterMs: 1_000 } : { done: true }
    })
  }

  private async judgeAll(batch: readonly Arrival[]): Promise<readonly Case[]> {
    const keys = await this.keysFor(batch)
    const bench = {
      hubId: this.context.environment.hubId,
      at: this.context.clock(),
      keyOf: (kid: string) => keys.get(kid),
    }
    return Promise.all(
      batch.map(async (arrival) => ({
        arrival,
        participant: readSubject(arrival.subject).participant,
        digest: digestOf(arrival.bytes),
        sealDigest: digestOf(Buffer.concat([arrival.bytes, Buffer.from(arrival.signature)])),
        outcome: await judge(arrival, arrival.subject, bench),
      })),
    )
  }

  private async keysFor(batch: readonly Arrival[]): Promise<ReadonlyMap<string, KeyRecord>> {
    const kids = [...new Set(batch.flatMap(({ signature }) => claimOf(signature)?.kid ?? []))]
    const rows = await rowsOfQuery<KeyRow>(
      this.context.store,
      'select kid, participant, jwk, valid_from, valid_until, revoked_from from participant_key where kid = any($1)',
      [kids],
    )
    return new Map(rows.map((row) => [row.kid, this.recordOf(row)]))
  }

  private recordOf(row: KeyRow): KeyRecord {
    const jwk = this.jwks.get(row.kid) ?? row.jwk
    this.jwks.set(row.kid, jwk)
    return {
      kid: row.kid,
      participant: row.participant,
      jwk,
      validFrom: row.valid_from.toISOString(),
      validUntil: row.valid_until.toISOString(),
      revokedFrom: row.revoked_from?.toISOString() ?? null,
    }
  }

  private async recordOrSplit(cases: readonly Case[]): Promise<ReadonlySet<Case>> {
    if (cases.length === 0) return new Set()
    try {
      await this.record(cases)
      return new Set()
    } catch (error) {
      this.context.log.warn('a transaction of the way in failed', {
        messages: cases.length,
        reason: reasonOf(error),
      })
      if (cases.length === 1) return new Set(cases)
      const failed = new Set<Case>()
      for (const one of cases) for (const bad of await this.recordOrSplit([one])) failed.add(bad)
      return failed
    }
  }

  /** One transaction for raw bytes, observations, receipts and outbox. */
  private async record(cases: readonly Case[]): Promise<void> {
    const made = { hubId: this.context.environment.hubId, at: this.context.clock() }
    await this.context.store.transaction(async (tx) => {
      const { repeated, accepted, refused } = await this.sort(tx, cases)
      // From here on the counter is locked: the writes below end the transaction.
      const told = accepted.map(({ judged }) => judged.datasets.length + 1)
      const acceptedTold = told.reduce((sum, count) => sum + count, 0)
      const first = await takePositions(tx, acceptedTold + 2 * refused.length + repeated.length)
      let next = first
      const recorded = accepted.map((one, i): Accepted => {
        const position = next
        next += told[i] ?? 0
        return {
          ...one,
          atRest: this.atRestOf(one),
          position,
          at: made.at,
          receipt: receiptFor(one.judged, position, { ...made, salt: newSalt() }),
        }
      })
      const quarantined = refused.map((one): Quarantined => {
        const id = refusedId(one.refusal, one.arrival.bytes)
        return {
          ...one,
          id,
          atRest: sealAtRest(
            this.context.environment.keys.storage,
            atRestName(one.participant, one.sealDigest),
            [one.arrival.bytes],
          ),
          at: made.at,
          receipt: refusalFor({ ...one, id }, { ...made, salt: newSalt() }),
        }
      })
      // None needs another's answer, so they go to PostgreSQL one behind the other; it works them in this order.
      await Promise.all([
        insertAccepted(tx, recorded),
        insertQuarantine(tx, quarantined),
        tellAt(tx, first, [
          ...recorded.flatMap(toldOfAccepted),
          ...quarantined.flatMap(toldOfRefused),
          ...repeated.map((one) => statement(one.participant, 'receipt', one.receipt)),
        ]),
      ])
    })
  }

  private atRestOf({ judged, arrival }: { judged: Judged; arrival: Arrival }): AtRest {
    const contents = judged.datasets.flatMap(({ asSent, content }) =>
      asSent ? [] : [Buffer.from(JSON.stringify(content))],
    )
    const name = atRestName(judged.participant, judged.digest)
    return sealAtRest(this.context.environment.keys.storage, name, [arrival.bytes, ...contents])
  }

  /** What was stated before is stated again; within a batch the first of an id counts. */
  private async sort(tx: Tx, cases: readonly Case[]): Promise<Sorted> {
    const earlier = await earlierStatements(
      tx,
      cases.map((one) => ({ ...one, id: one.outcome.ok ? one.outcome.value.id : null })),
    )
    const repeated: { participant: string; receipt: Uint8Array }[] = []
    const accepted = new Map<string, { judged: Judged; arrival: Arrival }>()
    const refused = new Map<string, Refused>()
    for (const one of cases) {
      const receipt = one.outcome.ok
        ? earlier.accepted(one.participant, one.outcome.value.id, one.digest)
        : undefined
      // What was refused once stays refused, even if the register or a code list has changed since.
      const before = receipt ?? earlier.refused(one.participant, one.sealDigest)
      if (before !== undefined) {
        repeated.push({ participant: one.participant, receipt: before })
        continue
      }
      const refusal = refusalOf(one, earlier.digestOfId, accepted)
      if (refusal !== null) refused.set(`${one.participant} ${one.sealDigest}`, { ...one, refusal })
      else if (one.outcome.ok)
        accepted.set(`${one.participant} ${one.outcome.value.id}`, {
          judged: one.outcome.value,
          arrival: one.arrival,
        })
    }
    return { repeated, accepted: [...accepted.values()], refused: [...refused.values()] }
  }
}

interface KeyRow {
  readonly kid: string
  readonly participant: string
  readonly jwk: PublicJwk
  readonly valid_from: Date
  readonly valid_until: Date
  readonly revoked_from: Date | null
}

interface Refused {
  readonly participant: string
  readonly digest: string
  readonly sealDigest: string
  readonly arrival: Arrival
  readonly refusal: Refusal
}

interface Sorted {
  readonly repeated: readonly { participant: string; receipt: Uint8Array }[]
  readonly accepted: readonly { judged: Judged; arrival: Arrival }[]
  readonly refused: readonly Refused[]
}

function mayYetBeKnown({ outcome, arrival }: Case): boolean {
  return (
    !outcome.ok &&
    outcome.refusal.code === 'KEY_UNKNOWN' &&
    arrival.delivery < keyPatience.deliveries
  )
}

/** Why a case is refused: its own judgement, or an id that stands for other bytes already. */
function refusalOf(
  one: Case,
  digestOfId: (participant: string, id: string) => string | undefined,
  inBatch: ReadonlyMap<string, { judged: Judged }>,
): Refusal | null {
  if (!one.outcome.ok) return one.outcome.refusal
  const { participant, id, digest } = one.outcome.value
  const known = digestOfId(participant, id) ?? inBatch.get(`${participant} ${id}`)?.judged.digest
  if (known === undefined || known === digest) return null
  return refuse('ID_TAKEN', `message ${id} was received before with other content`).refusal
}

/** A fact for each dataset, at its own position, then the receipt. */
function toldOfAccepted({ judged, position, at, receipt }: Accepted): (Fact | Statement)[] {
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

function toldOfRefused({
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

// SPDX-License-Identifier: Apache-2.0
import { claimOf, digestOf, newSalt, type KeyRecord, type PublicJwk } from '@corridor/message'
import {
  atRestName,
  reasonOf,
  rowsOfQuery,
  sealAtRest,
  serviceContext,
  tellAt,
  takePositions,
  statement,
  type Arrival,
  type AtRest,
  type ServiceContext,
  type Tx,
  type Verdict,
} from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { judge, readSubject, type Judged } from '../domain/judge'
import { receiptFor, refusalFor, statedOf } from '../domain/receipt'
import { refusedId } from '../domain/refused-id'
import { approvalAskedBy, insertHeld, insertRehearsed, type Held } from './holding'
import {
  earlierStatements,
  insertAccepted,
  insertQuarantine,
  type Accepted,
  type Quarantined,
} from './record'
import {
  nameOf,
  nothing,
  refusalOf,
  refusedRehearsal,
  rehearsedOf,
  toldOfAccepted,
  toldOfRefused,
  type Case,
  type Good,
  type Refused,
  type Sorted,
} from './sorted'

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

  private keysFor(batch: readonly Arrival[]): Promise<ReadonlyMap<string, KeyRecord>> {
    return this.keysOf([
      ...new Set(batch.flatMap(({ signature }) => claimOf(signature)?.kid ?? [])),
    ])
  }

  /** The keys that may publish, by their ids. An approver's is not among them: it speaks for nobody. */
  async keysOf(kids: readonly string[]): Promise<ReadonlyMap<string, KeyRecord>> {
    const rows = await rowsOfQuery<KeyRow>(
      this.context.store,
      `select kid, participant, jwk, valid_from, valid_until, revoked_from from participant_key
       where kid = any($1) and role = 'publisher'`,
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

  /** Records a message that its approver let in; `settled` says, in the same transaction, whether it was still waiting. */
  async recordApproved(
    one: Omit<Good, 'sealDigest'>,
    settled: (tx: Tx) => Promise<boolean>,
  ): Promise<boolean> {
    const made = { hubId: this.context.environment.hubId, at: this.context.clock() }
    const recorded = await this.context.store.transaction(async (tx) => {
      if (!(await settled(tx))) return false
      await this.write(tx, { ...nothing, accepted: [{ ...one, sealDigest: '' }] }, made)
      return true
    })
    if (recorded) this.context.relay.wake()
    return recorded
  }

  /** One transaction for raw bytes, observations, receipts and outbox. */
  private async record(cases: readonly Case[]): Promise<void> {
    const made = { hubId: this.context.environment.hubId, at: this.context.clock() }
    await this.context.store.transaction(async (tx) => {
      const sorted = await this.sort(tx, cases)
      const good = sorted.accepted.filter(({ judged }) => !judged.test)
      const asked = await approvalAskedBy(
        tx,
        good.map(({ judged }) => judged.participant),
      )
      const waits = ({ judged }: Good): boolean => asked.has(judged.participant)
      const held = good.filter(waits)
      await this.write(tx, { ...sorted, accepted: good.filter((one) => !waits(one)), held }, made)
    })
  }

  private async write(tx: Tx, sorted: Sorted, made: { hubId: string; at: Date }): Promise<void> {
    const { repeated, accepted, refused } = sorted
    const held = sorted.held.map((one) => this.heldOf(one, made))
    const rehearsed = [
      ...sorted.rehearsed.map((one) => rehearsedOf(one, made)),
      ...refused.flatMap((one) => refusedRehearsal(one, made) ?? []),
    ]
    const inTest = new Set(rehearsed.map(({ sealDigest }) => sealDigest))
    const quarantined = refused
      .filter(({ sealDigest }) => !inTest.has(sealDigest))
      .map((one) => this.quarantinedOf(one, made))
    const said = [
      ...[...held, ...rehearsed].map((one) =>
        statement(
          'judged' in one ? one.judged.participant : one.participant,
          'receipt',
          one.receipt,
        ),
      ),
      ...repeated.map((one) => statement(one.participant, 'receipt', one.receipt)),
    ]
    // From here on the counter is locked: the writes below end the transaction.
    const told = accepted.map(({ judged }) => judged.datasets.length + 1)
    const acceptedTold = told.reduce((sum, count) => sum + count, 0)
    const first = await takePositions(tx, acceptedTold + 2 * quarantined.length + said.length)
    let next = first
    const recorded = accepted.map((one, i): Accepted => {
      const position = next
      next += told[i] ?? 0
      const receipt = receiptFor(one.judged, position, { ...made, salt: newSalt() })
      return { ...one, atRest: this.atRestOf(one), position, at: made.at, receipt }
    })
    // None needs another's answer, so they go to PostgreSQL one behind the other; it works them in this order.
    await Promise.all([
      insertAccepted(tx, recorded),
      insertHeld(tx, held),
      insertRehearsed(tx, rehearsed),
      insertQuarantine(tx, quarantined),
      tellAt(tx, first, [
        ...recorded.flatMap(toldOfAccepted),
        ...quarantined.flatMap(toldOfRefused),
        ...said,
      ]),
    ])
  }

  private heldOf(one: Good, made: { hubId: string; at: Date }): Held {
    const name = atRestName(one.judged.participant, one.judged.digest)
    const { storage } = this.context.environment.keys
    const stated = { statement: 'received', receivedAt: made.at } as const
    return {
      ...one,
      atRest: sealAtRest(storage, name, [one.arrival.bytes]),
      at: made.at,
      receipt: statedOf(one.judged, stated, { ...made, salt: newSalt() }),
    }
  }

  private quarantinedOf(one: Refused, made: { hubId: string; at: Date }): Quarantined {
    const id = refusedId(one.refusal, one.arrival.bytes)
    const name = atRestName(one.participant, one.sealDigest)
    const { storage } = this.context.environment.keys
    return {
      ...one,
      id,
      atRest: sealAtRest(storage, name, [one.arrival.bytes]),
      at: made.at,
      receipt: refusalFor({ ...one, id }, { ...made, salt: newSalt() }),
    }
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
      cases.map((one) => ({ ...one, id: one.outcome.ok ? nameOf(one.outcome.value) : null })),
    )
    const repeated: { participant: string; receipt: Uint8Array }[] = []
    const accepted = new Map<string, Good>()
    const refused = new Map<string, Refused>()
    for (const one of cases) {
      const receipt = one.outcome.ok
        ? earlier.accepted(one.participant, nameOf(one.outcome.value), one.digest)
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
        accepted.set(`${one.participant} ${nameOf(one.outcome.value)}`, {
          judged: one.outcome.value,
          arrival: one.arrival,
          sealDigest: one.sealDigest,
        })
    }
    const good = [...accepted.values()]
    const rehearsed = good.filter(({ judged }) => judged.test)
    return { ...nothing, repeated, accepted: good, rehearsed, refused: [...refused.values()] }
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

function mayYetBeKnown({ outcome, arrival }: Case): boolean {
  return (
    !outcome.ok &&
    outcome.refusal.code === 'KEY_UNKNOWN' &&
    arrival.delivery < keyPatience.deliveries
  )
}

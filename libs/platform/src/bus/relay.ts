// SPDX-License-Identifier: Apache-2.0
import type { Signer } from '@corridor/message'
import type { JetStreamManager, NatsConnection } from 'nats'
import type { OutboxRow } from '../store/outbox'
import { rowsOfQuery, type Store } from '../store/open-store'
import { pipelined } from '../store/pipelined'
import { reasonOf, type Log } from '../telemetry/log'
import { noteAcknowledgements } from './acknowledgements'
import { AtRest } from './at-rest'
import { noteFailures, type FailedRow } from './dead-letters'
import { sortHeld, type Leaving } from './sort-held'
import {
  noteCarried,
  pending,
  pendingRows,
  publishRow,
  type CarriedRow,
  type Publishing,
} from './publish-row'
import { participantOf, StreamLives } from './stream-lives'
import { isMissing, isWrongLast } from './streams'
import { noteTerminations } from './terminations'
import { takeOutWithdrawn, type TakingOut } from './withdraw'

/** What a relay needs of its service. */
export interface RelayOptions extends Leaving {
  readonly service: string
  readonly store: Store
  readonly bus: NatsConnection
  readonly hub: { readonly id: string; readonly signer: Signer }
  readonly log: Log
  /** After so many failures a statement is dead, until an operator sends it again; never where it is left out. */
  readonly mostFailures?: number
}

/** Carries a service's outbox to JetStream. */
export interface Relay {
  /** Says that there is something new; cheap, may be called after every commit. */
  wake(): void
  /** Takes rows right after their commit, so that nobody has to read them again. What goes wrong here is carried by `wake`. */
  carry(rows: readonly OutboxRow[]): void
  close(): Promise<void>
}

/** Rows carried together: what costs a round trip costs the same for one row as for many. */
const batchRows = 256
/** Whoever commits wakes the relay: this is for what another process has left. */
const idleMs = 1_000
/** Rows that are carried and not yet noted wait so long for others. */
const noteMs = 50
const acknowledgementMs = 1_000
const closeMs = 1_000
/** Rows taken after a commit that are under way at most; what is beyond waits in PostgreSQL. */
const mostUnderWay = 512
/** How long a participant whose stream takes nothing (full, say) is left alone, so that others go on. */
const restMs = 10_000
const heldMs = 1_000
const tryLock = 'select pg_try_advisory_xact_lock(hashtext($1)) as held'
/** No position: whatever fact comes next is looked up in PostgreSQL. */
const unknownFact = -1

/**
 * Starts the relay: outbox → seal → stream, `Nats-Msg-Id` = `<service>:<position>`. Facts go in order, each naming the one before,
 * so that the stream refuses a gap. What crashed between publishing and noting is published again, and the stream drops it.
 */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const jsm = await options.bus.jetstreamManager()
  const relay = new OutboxRelay(options, jsm)
  await relay.prepare()
  relay.run()
  return relay
}

class OutboxRelay implements Relay {
  /** Written by `close` only. */
  private closing = false
  /** Written by `wake` and by the loop. */
  private woken: (() => void) | null = null
  private pendingWake = false
  private loop: Promise<void> = Promise.resolve()
  private lastAcknowledgementCheck = 0
  private readonly resting = new AtRest()
  /** Positions that are being published, or are published and not noted. Written by `publish` and `note`. */
  private readonly underWay = new Set<number>()
  private readonly carried: CarriedRow[] = []
  /** The last fact that was handed to the stream: the next in line names it. Written by `publish`. */
  private lastFact = unknownFact
  /** Statements that could not be carried. Written by `publish` and the loop. */
  private readonly failed: FailedRow[] = []
  private noteTimer: NodeJS.Timeout | null = null
  private readonly lives: StreamLives
  private readonly to: Publishing
  private readonly takingOut: TakingOut

  constructor(
    private readonly options: RelayOptions,
    jsm: JetStreamManager,
  ) {
    const { service, store, bus, hub, log } = options
    this.lives = new StreamLives(service, store, jsm)
    this.to = { service, hub, js: bus.jetstream(), lives: this.lives }
    this.takingOut = { ...this.to, store, jsm, log, unreached: new AtRest() }
  }

  async prepare(): Promise<void> {
    await this.lives.prepareFacts()
    await this.lives.prepareParticipants('relayed_at is not null and acknowledged_at is null')
  }

  run(): void {
    this.loop = this.work()
  }

  wake(): void {
    this.pendingWake = true
    this.woken?.()
  }

  carry(rows: readonly OutboxRow[]): void {
    const facts = rows.filter(({ typ }) => typ === null)
    const inLine = facts.length === 0 || facts[0]?.previousFact === this.lastFact
    const statements = rows.filter(
      ({ typ, subject }) => typ !== null && !this.resting.has(participantOf(subject)),
    )
    // Statements first: somebody waits for them.
    const ready = [...statements, ...(inLine ? facts : [])]
    if (this.closing || this.underWay.size + ready.length > mostUnderWay) {
      this.wake()
      return
    }
    void this.publish(ready)
    if (ready.length < rows.length) this.wake()
  }

  async close(): Promise<void> {
    this.closing = true
    this.woken?.()
    // One that waits for a server that is gone holds nothing: what it has not noted is carried again.
    await Promise.race([this.loop, new Promise((resolve) => setTimeout(resolve, closeMs).unref())])
  }

  // Read through a call: the flag changes while the loop waits.
  private isClosing(): boolean {
    return this.closing
  }

  private async work(): Promise<void> {
    while (!this.isClosing()) {
      try {
        this.pendingWake = false
        const [carried] = await Promise.all([this.carryPending(), takeOutWithdrawn(this.takingOut)])
        await this.note()
        await this.noteFailed()
        await this.lookForAcknowledgements()
        if (carried < batchRows) await this.pause(idleMs)
      } catch (error) {
        if (this.isClosing()) return
        this.options.log.warn('the relay rests after a failure', { reason: reasonOf(error) })
        await this.pause(idleMs)
      }
    }
    await this.note()
  }

  private async pause(ms: number): Promise<void> {
    if (this.pendingWake || this.closing) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.woken = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.woken = null
  }

  /** One leader at a time: the lock goes with its connection, also after a kill. What does not wait for an answer travels together. */
  private async carryPending(): Promise<number> {
    const { service, store, storedApart } = this.options
    const resting = this.resting.names()
    let noted: readonly CarriedRow[] = []
    try {
      return await pipelined(store, async (on) => {
        const [[lock], rows] = await Promise.all([
          rowsOfQuery<{ held: boolean }>(on, tryLock, [`corridor-relay-${service}`]),
          pendingRows(on, { mostRows: batchRows, resting, weight: storedApart?.weight }),
        ])
        // Where another one is the leader, what was read is let go of.
        if (lock?.held !== true) return 0
        const waiting = rows.filter(({ position }) => !this.underWay.has(position))
        const { ready, held } = await sortHeld(on, waiting, this.options)
        // Where all that was looked at is held, others may wait behind it.
        if (held.length >= batchRows) this.resting.rest(held, heldMs)
        await this.publish(ready)
        noted = this.carried.splice(0)
        if (noted.length > 0) void noteCarried(on, noted)
        return ready.length
      })
    } finally {
      this.isNoted(noted)
    }
  }

  /** Publishes rows side by side; never rejects. What fails stays in the outbox as it is. */
  private async publish(rows: readonly OutboxRow[]): Promise<void> {
    if (rows.length === 0) return
    for (const { position, typ } of rows) {
      this.underWay.add(position)
      if (typ === null) this.lastFact = Math.max(this.lastFact, position)
    }
    const results = await Promise.allSettled(rows.map((row) => publishRow(this.to, row)))
    const failed = rows.flatMap((row, i) => {
      const result = results[i]
      if (result?.status === 'fulfilled') this.carried.push(result.value)
      if (result?.status !== 'rejected') return []
      this.underWay.delete(row.position)
      return [{ row, reason: result.reason as unknown }]
    })
    this.noteSoon()
    try {
      await this.afterFailures(failed)
    } catch (error) {
      this.options.log.warn('the relay could not mend what failed', { reason: reasonOf(error) })
    }
  }

  private noteSoon(): void {
    if (this.carried.length === 0 || this.closing) return
    this.noteTimer ??= setTimeout(() => {
      this.note().catch((error: unknown) => {
        this.options.log.warn('what was carried was not noted', { reason: reasonOf(error) })
      })
    }, noteMs)
  }

  private async note(): Promise<void> {
    if (this.noteTimer !== null) clearTimeout(this.noteTimer)
    this.noteTimer = null
    const carried = this.carried.splice(0)
    if (carried.length === 0) return
    try {
      await noteCarried(this.options.store, carried)
    } finally {
      this.isNoted(carried)
    }
  }

  // Noted or not: what is not is published again, and the stream drops it.
  private isNoted(carried: readonly CarriedRow[]): void {
    for (const { position } of carried) this.underWay.delete(position)
  }

  // After the transaction that holds the rows.
  private async noteFailed(): Promise<void> {
    const { store, mostFailures } = this.options
    const failed = this.failed.splice(0)
    if (mostFailures !== undefined) await noteFailures(store, failed, mostFailures)
  }

  private async afterFailures(failed: readonly FailedRow[]): Promise<void> {
    const [first] = failed
    if (first === undefined) return
    this.options.log.warn('some rows of the outbox were not carried', {
      rows: failed.length,
      reason: reasonOf(first.reason),
    })
    // The chain is looked up anew: from here on facts come from PostgreSQL until they are in line again.
    const fact = failed.find(({ row }) => row.typ === null)
    if (fact !== undefined) this.lastFact = unknownFact
    if (failed.some(({ reason }) => isMissing(reason))) {
      await this.makeStreamsAgain()
      return
    }
    if (isWrongLast(fact?.reason)) {
      await this.lives.catchUpFacts()
      this.wake()
    }
    const statements = failed.filter(({ row }) => row.typ !== null)
    const names = statements.map(({ row }) => participantOf(row.subject))
    this.resting.rest(names, restMs)
    this.failed.push(...statements)
  }

  private async makeStreamsAgain(): Promise<void> {
    this.lives.forget()
    await this.lives.prepareFacts()
    await this.lives.prepareParticipants(pending)
    this.wake()
  }

  private async lookForAcknowledgements(): Promise<void> {
    if (Date.now() - this.lastAcknowledgementCheck < acknowledgementMs) return
    this.lastAcknowledgementCheck = Date.now()
    const { mostFailures } = this.options
    if (mostFailures !== undefined) await noteTerminations({ ...this.takingOut, mostFailures })
    await noteAcknowledgements(this.takingOut)
  }
}

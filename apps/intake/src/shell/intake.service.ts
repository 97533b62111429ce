// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { newSalt } from '@corridor/message'
import {
  pipelined,
  reasonOf,
  serviceContext,
  statement,
  takePositions,
  tellAt,
  type Arrival,
  type Fact,
  type OutboxRow,
  type Queryable,
  type ServiceContext,
  type Statement,
  type Verdict,
} from '@corridor/platform'
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { receiptFor, refusalFor } from '../domain/receipt'
import { factOfRefused, factsOfAccepted } from './facts'
import { casesOf, groupsOf } from './groups'
import { JudgeThread } from './judge-in-thread'
import {
  earlierStatements,
  insertAccepted,
  insertQuarantine,
  type Accepted,
  type Quarantined,
} from './record'
import { EarlierFigures } from './vintages-earlier'
import { VintagesInHand } from './vintages-in-hand'
import { SigningKeys } from './signing-keys'
import {
  approvalAskedBy,
  heldOf,
  insertHeld,
  insertRehearsed,
  refusedRehearsalOf,
  rehearsedOf,
  type Held,
  type Rehearsed,
} from './holding'
import {
  factsOfSteps,
  keepRehearsing,
  nobodyRehearses,
  rehearsingOf,
  type Rehearsing,
} from './rehearsing'
import { nameOf, nothing, sortCases, type Case, type Sorted } from './sort-cases'

/** A key may be on its way from the register: this often a message with an unknown key comes again before it is refused. */
const keyPatience = { deliveries: 3, againAfterMs: 300 } as const
/** After so long comes again what failed for no reason of the sender's. */
const failedAgainMs = 1_000

/** The way in: has a batch judged, records what is good, quarantines what is not, and answers both. */
@Injectable()
export class IntakeService implements OnApplicationShutdown {
  private readonly thread: JudgeThread
  private readonly keys: SigningKeys

  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    figures: EarlierFigures,
    private readonly inHand: VintagesInHand,
  ) {
    const { hubId, keys } = context.environment
    this.thread = new JudgeThread({ hubId, storage: keys.storage }, (asks) => figures.lookUp(asks))
    this.keys = new SigningKeys(context.store)
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close()
  }

  /** Works a batch; each message gets its verdict. One that makes the transaction fail never fails the others. */
  async work(batch: readonly Arrival[]): Promise<readonly Verdict[]> {
    const cases = await this.judgeAll(batch)
    const settled = cases.flatMap((one) => (one === null || mayYetBeKnown(one) ? [] : [one]))
    const failed = new Set<Case>()
    for (const group of groupsOf(settled))
      for (const bad of await this.recordOrSplit(group)) failed.add(bad)
    return cases.map((one) => {
      if (one === null) return { done: false, againAfterMs: failedAgainMs }
      if (mayYetBeKnown(one)) return { done: false, againAfterMs: keyPatience.againAfterMs }
      return failed.has(one) ? { done: false, againAfterMs: failedAgainMs } : { done: true }
    })
  }

  /** Null for a message that the judge itself failed at: a bug, which the sender is not told as a refusal. */
  private async judgeAll(
    batch: readonly Arrival[],
    at = this.context.clock(),
  ): Promise<readonly (Case | null)[]> {
    const keys = await this.keys.forBatch(batch.map(({ signature }) => signature))
    try {
      const judged = await this.thread.judge({ at, keys, arrivals: batch })
      return casesOf(batch, judged, (reason) => {
        this.context.log.error('a message was not judged and comes again', { reason })
      })
    } catch (error) {
      const reason = reasonOf(error)
      this.context.log.error('a batch was not judged', { messages: batch.length, reason })
    }
    if (batch.length === 1) return [null]
    // A message that ends the thread must not end what came with it, for ever.
    const alone: (Case | null)[] = []
    for (const one of batch) alone.push(...(await this.judgeAll([one], at)))
    return alone
  }

  private async recordOrSplit(cases: readonly Case[]): Promise<ReadonlySet<Case>> {
    if (cases.length === 0) return new Set()
    try {
      this.context.relay.carry(await this.record(cases))
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

  /** One transaction for signed bytes, datasets, receipts and outbox; gives what is to be carried. */
  private async record(cases: readonly Case[]): Promise<readonly OutboxRow[]> {
    const { store } = this.context
    // Before the transaction: two that record the same message at once meet at its key, and the later one looks again.
    const [earlier, asked] = await Promise.all([
      earlierStatements(store, cases.map(byName)),
      approvalAskedBy(
        store,
        cases.map(({ participant }) => participant),
      ),
    ])
    const sorted = sortCases(cases, earlier, asked)
    return this.recordSorted(sorted, await rehearsingOf(store, sorted))
  }

  /**
   * Records a message that its approver let in, judged as of the moment it was received. `settle` notes in the same transaction
   * that it waits no longer, and throws where it did not wait any more.
   */
  async recordApproved(
    arrival: Arrival,
    receivedAt: Date,
    settle: (on: Queryable) => Promise<void>,
  ): Promise<Outcome<null>> {
    const [one] = await this.judgeAll([arrival], receivedAt)
    if (one === undefined || one === null)
      throw new Error('could not judge a message that its approver let in')
    if (!one.outcome.ok) return { ok: false, refusal: one.outcome.refusal }
    const accepted = [{ ...one, judged: one.outcome.value }]
    this.context.relay.carry(
      await this.recordSorted({ ...nothing, accepted }, nobodyRehearses, settle),
    )
    return accept(null)
  }

  private async recordSorted(
    sorted: Sorted,
    rehearsing: Rehearsing,
    before: (on: Queryable) => Promise<void> = () => Promise.resolve(),
  ): Promise<readonly OutboxRow[]> {
    const { store } = this.context
    const { carried, accepted } = await pipelined(store, async (on) => {
      await before(on)
      const first = await takePositions(on, positionsFor(sorted) + rehearsing.steps.length)
      // From here on the counter is locked: the writes below end the transaction, and none needs another's answer.
      const { accepted, quarantined, held, rehearsed, told } = this.statementsFor(
        sorted,
        rehearsing,
        first,
      )
      const written = Promise.all([
        insertAccepted(on, accepted),
        insertQuarantine(on, quarantined),
        insertHeld(on, held),
        insertRehearsed(on, rehearsed),
        keepRehearsing(on, rehearsing),
        tellAt(on, first, told),
      ])
      const carried = written.then(([, , , , , rows]) => rows)
      // Where the transaction fails, it says so itself.
      carried.catch(() => undefined)
      return { carried, accepted }
    })
    for (const one of accepted) this.offer(one)
    return carried
  }

  /** What was just recorded is indexed out of memory. */
  private offer({ participant, judged, position, vintages }: Accepted): void {
    judged.datasets.forEach(({ contract, rows }, i) => {
      const vintage = vintages[i] ?? null
      const recorded = { position: position + i, participant, contract, test: false, rows }
      if (vintage !== null) this.inHand.offer({ recorded, vintage })
    })
  }

  /** Positions: of the datasets in their order, of the refusals, then of all answers. */
  private statementsFor(sorted: Sorted, rehearsing: Rehearsing, first: number): Statements {
    const { repeated, accepted, refused } = sorted
    const made = { hubId: this.context.environment.hubId, at: this.context.clock() }
    let next = first
    const recorded = accepted.map((one): Accepted => {
      const position = next
      next += one.judged.datasets.length
      const receipt = receiptFor(one.judged, position, { ...made, salt: newSalt() })
      return { ...one, position, at: made.at, receipt }
    })
    const quarantined = refused.map((one): Quarantined => {
      return { ...one, at: made.at, receipt: refusalFor(one, { ...made, salt: newSalt() }) }
    })
    const held = sorted.held.map((one) => heldOf(one, made))
    const rehearsed = [
      ...sorted.rehearsed.map((one) => rehearsedOf(one, made)),
      ...sorted.refusedRehearsals.map((one) => refusedRehearsalOf(one, made)),
    ]
    const answers = [...recorded, ...quarantined, ...held, ...rehearsed, ...repeated].map(
      ({ participant, receipt }) => statement(participant, 'receipt', receipt),
    )
    const told = [
      ...recorded.flatMap(factsOfAccepted),
      ...quarantined.map(factOfRefused),
      ...factsOfSteps(rehearsing, made.at),
      // One participant's answers together.
      ...answers.sort((one, other) => (one.participant < other.participant ? -1 : 1)),
    ]
    return { accepted: recorded, quarantined, held, rehearsed, told }
  }
}

/** What a message is looked up by: rehearsals have names of their own. */
function byName(one: Case): Case {
  return one.outcome.ok ? { ...one, id: nameOf(one.outcome.value) } : one
}

interface Statements {
  readonly accepted: readonly Accepted[]
  readonly quarantined: readonly Quarantined[]
  readonly held: readonly Held[]
  readonly rehearsed: readonly Rehearsed[]
  readonly told: readonly (Fact | Statement)[]
}

function positionsFor(sorted: Sorted): number {
  const { repeated, accepted, refused, held, rehearsed, refusedRehearsals } = sorted
  const others = held.length + rehearsed.length + refusedRehearsals.length
  const datasets = accepted.reduce((sum, { judged }) => sum + judged.datasets.length, 0)
  return datasets + accepted.length + 2 * refused.length + repeated.length + others
}

function mayYetBeKnown({ outcome, arrival }: Case): boolean {
  return (
    !outcome.ok &&
    outcome.refusal.code === 'KEY_UNKNOWN' &&
    arrival.delivery < keyPatience.deliveries
  )
}

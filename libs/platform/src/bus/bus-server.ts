// SPDX-License-Identifier: Apache-2.0
import {
  BaseRpcContext,
  Server,
  type CustomTransportStrategy,
  type MessageHandler,
} from '@nestjs/microservices'
import type { Msg, NatsConnection, Subscription } from 'nats'
import { isObservable, lastValueFrom } from 'rxjs'
import { codesAdded, keepCodes, loadCodes, type CodesAdded } from '../store/code-extensions'
import type { Store, Tx } from '../store/open-store'
import { reasonOf, type Log } from '../telemetry/log'
import { hear, type Hearing, type HeardFact } from './facts'
import type { Relay } from './relay'

/** What a handler of facts gets beside their bodies: the transaction, and where each comes from. */
export class FactContext extends BaseRpcContext<[Tx, readonly HeardFact[]]> {
  get tx(): Tx {
    return this.args[0]
  }

  get facts(): readonly HeardFact[] {
    return this.args[1]
  }
}

/** Extras of `@EventPattern`: the handler takes facts that follow each other under its subject in one call, as an array. */
export const together = { together: 'subject' } as const

/** The same under any of the handler's subjects, in their order. A service has one such handler, to which all of these facts go. */
export const inOneLine = { together: 'line' } as const

/** What the transport of one service needs. */
export interface BusServerOptions {
  readonly service: string
  readonly bus: NatsConnection
  readonly store: Store
  readonly relay: Relay
  readonly log: Log
  /** How long a batch of facts waits for the way in. */
  readonly giveWayMs: number
}

/**
 * Nest's way to the bus: `@EventPattern('<service>.<fact>.v<n>')` hears facts by cursor inside a transaction,
 * `@MessagePattern('<service>.command.<verb>.v<n>')` answers commands of the hub's own account (core NATS, one of the
 * instances answers). Nest's own NATS transport has neither replay nor order.
 */
export class BusServer extends Server implements CustomTransportStrategy {
  private readonly hearings: Hearing[] = []
  /** True while codes are kept that this process does not use yet. Written by `hearCodes` and `loadNewCodes`. */
  private newCodes = false
  private readonly subscriptions: Subscription[] = []

  constructor(private readonly options: BusServerOptions) {
    super()
  }

  listen(callback: (error?: unknown) => void): void {
    for (const [pattern, handler] of this.messageHandlers) {
      if (handler.isEventHandler !== true) this.answer(pattern, handler)
    }
    const facts = [...this.messageHandlers]
      .filter(([, handler]) => handler.isEventHandler === true)
      .map(([pattern]) => pattern)
    // Access itself tells of added codes, so it need not hear of them.
    if (this.options.service !== 'access') facts.push(codesAdded)
    const sources = new Set(facts.map((pattern) => pattern.split('.')[0] ?? ''))
    for (const source of sources) {
      this.hearFrom(
        source,
        facts.filter((pattern) => pattern.startsWith(`${source}.`)),
      )
    }
    callback()
  }

  /** False while some source cannot be heard. */
  healthy(): boolean {
    return this.hearings.every((hearing) => hearing.healthy())
  }

  async close(): Promise<void> {
    await Promise.all(this.subscriptions.map((subscription) => subscription.drain()))
    await Promise.all(this.hearings.map((hearing) => hearing.close()))
  }

  on(): never {
    throw new Error('could not subscribe to transport events: the bus has none')
  }

  unwrap(): never {
    throw new Error('could not unwrap the bus: services get what they need from their context')
  }

  private hearFrom(source: string, subjects: readonly string[]): void {
    const { store, bus, log, relay, giveWayMs } = this.options
    const apply = async (tx: Tx, heard: readonly HeardFact[]): Promise<void> => {
      for (const run of this.runsOf(heard)) await this.handRun(tx, run)
    }
    this.hearings.push(
      hear({
        source,
        subjects,
        store,
        bus,
        log,
        giveWayMs,
        apply,
        relaxed: subjects.every((one) => this.takesTogether(one)),
        committed: (toCarry) => {
          if (toCarry) relay.wake()
          this.loadNewCodes()
        },
      }),
    )
  }

  private async hearCodes(tx: Tx, { body }: HeardFact): Promise<void> {
    // Told by access, which keeps what it tells in the same shape.
    await keepCodes(tx, body as CodesAdded)
    this.newCodes = true
  }

  private loadNewCodes(): void {
    if (!this.newCodes) return
    this.newCodes = false
    loadCodes(this.options.store).catch((error: unknown) => {
      this.newCodes = true
      this.options.log.error('added codes are not in use yet', { reason: reasonOf(error) })
    })
  }

  private async handRun(tx: Tx, run: readonly HeardFact[]): Promise<void> {
    const last = run.at(-1)
    if (last?.subject === codesAdded) for (const heard of run) await this.hearCodes(tx, heard)
    const handler = this.messageHandlers.get(last?.subject ?? '')
    if (handler === undefined || last === undefined) return
    if (this.takesTogether(last.subject)) {
      const bodies = run.map(({ body }) => body)
      await settle(handler(bodies, new FactContext([tx, run])))
      return
    }
    for (const heard of run) await settle(handler(heard.body, new FactContext([tx, [heard]])))
  }

  private runsOf(heard: readonly HeardFact[]): readonly (readonly HeardFact[])[] {
    const runs: { readonly kind: string; readonly facts: HeardFact[] }[] = []
    for (const fact of heard) {
      const kind = this.togetherOf(fact.subject) === 'line' ? 'line' : fact.subject
      const run = runs.at(-1)
      if (run?.kind === kind) run.facts.push(fact)
      else runs.push({ kind, facts: [fact] })
    }
    return runs.map(({ facts }) => facts)
  }

  private takesTogether(subject: string): boolean {
    return this.togetherOf(subject) !== undefined
  }

  private togetherOf(subject: string): unknown {
    return this.messageHandlers.get(subject)?.extras?.['together']
  }

  private answer(pattern: string, handler: MessageHandler): void {
    const callback = (error: Error | null, message: Msg): void => {
      if (error === null) void this.answerOne(handler, message)
      else
        this.options.log.error('a command subscription failed', {
          pattern,
          reason: reasonOf(error),
        })
    }
    this.subscriptions.push(
      this.options.bus.subscribe(pattern, { queue: this.options.service, callback }),
    )
  }

  private async answerOne(handler: MessageHandler, message: Msg): Promise<void> {
    try {
      const answer = await settle(handler(message.json(), new BaseRpcContext([message])))
      message.respond(JSON.stringify(answer))
    } catch (error) {
      this.options.log.error('a command failed', {
        subject: message.subject,
        reason: reasonOf(error),
      })
      message.respond(
        JSON.stringify({
          ok: false,
          refusal: { code: 'UNEXPECTED', detail: 'the hub failed; nothing was changed' },
        }),
      )
    }
    this.options.relay.wake()
  }
}

async function settle(result: unknown): Promise<unknown> {
  const value: unknown = await result
  return isObservable(value) ? lastValueFrom(value, { defaultValue: undefined }) : value
}

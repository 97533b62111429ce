// SPDX-License-Identifier: Apache-2.0
import { reasonOf, serviceContext, wayIn, type ServiceContext } from '@corridor/platform'
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { VintagesInHand } from './vintages-in-hand'
import {
  erasedAmong,
  insertVintages,
  lockVintageCursor,
  moveVintageCursor,
  recordedAfter,
  seriesNumbers,
  vintagesOf,
} from './vintages-tables'

/** Rows that are indexed in one transaction, about. */
const batchRows = 10_000
/** How long a batch waits for the way in. Nobody waits for it meanwhile: who asks, also asks what is not indexed yet. */
const giveWayMs = 5_000
const idleMs = 200
const restAfterFailureMs = 1_000

/**
 * Fills the table of vintages after the receipt: by position, in the order of recording, one process at a time. The cursor moves
 * in the transaction of the rows, so that a kill at any moment leaves nothing out and nothing twice.
 */
@Injectable()
export class VintageIndexing implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written by shutdown only. */
  private closing = false
  /** Who waits for the index: while there are some, it gives way to nobody. Written by `until` and the loop. */
  private waiting: { readonly position: number; readonly resolve: () => void }[] = []
  /** Up to which position datasets are indexed, as far as is known here. Written by the loop. */
  private indexed = -1
  private woken: (() => void) | null = null
  private loop: Promise<void> = Promise.resolve()

  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly inHand: VintagesInHand,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.work()
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true
    this.woken?.()
    await this.loop
  }

  /** Resolves when everything up to a position is indexed, or this process ends. */
  async until(position: number): Promise<void> {
    if (this.indexed >= position || this.closing) return
    await new Promise<void>((resolve) => {
      this.waiting.push({ position, resolve })
      this.woken?.()
    })
  }

  /** Indexes the next datasets; false where there are none, or another process is at it. */
  async indexNext(): Promise<boolean> {
    const { store, clock, environment } = this.context
    const moved = await store.transaction(async (tx) => {
      const from = await lockVintageCursor(tx)
      if (from === null) return null
      const recorded = await recordedAfter(tx, from, batchRows)
      const last = recorded.at(-1)
      if (last === undefined) return { from, to: from }
      const held = recorded.flatMap((one) => this.inHand.of(one.position) ?? [])
      const rest = recorded.filter(({ position }) => this.inHand.of(position) === undefined)
      const series = await seriesNumbers(tx, recorded)
      const read = await vintagesOf(tx, rest, environment.keys.storage)
      const erased = await erasedAmong(tx, held)
      const kept = held.filter(({ recorded: one }) => !erased.has(one.position))
      await insertVintages(tx, [...kept, ...read], series)
      await moveVintageCursor(tx, last.position, clock())
      return { from, to: last.position }
    })
    if (moved === null) return false
    this.indexed = Math.max(this.indexed, moved.to)
    this.inHand.letGo(moved.to)
    return moved.to > moved.from
  }

  private isClosing(): boolean {
    return this.closing
  }

  private async work(): Promise<void> {
    while (!this.isClosing()) {
      try {
        if (this.waiting.length === 0) await wayIn.giveWay(giveWayMs)
        const moved = await this.indexNext()
        this.tellWaiting()
        if (!moved) await this.rest(idleMs)
      } catch (error) {
        if (this.isClosing()) break
        this.context.log.warn('vintages wait', { reason: reasonOf(error) })
        await this.rest(restAfterFailureMs)
      }
    }
    this.indexed = Infinity
    this.tellWaiting()
  }

  private tellWaiting(): void {
    const ready = this.waiting.filter(({ position }) => position <= this.indexed)
    this.waiting = this.waiting.filter(({ position }) => position > this.indexed)
    for (const { resolve } of ready) resolve()
  }

  private async rest(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.woken = () => {
        clearTimeout(timer)
        resolve()
      }
      if (this.closing) this.woken()
    })
    this.woken = null
  }
}

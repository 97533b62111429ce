// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  reasonOf,
  rowsOfQuery,
  serviceContext,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import type { KnownAgreement } from '@corridor/policy'
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { expectBy, seriesOf } from '../../domain/learning/expect-by'
import type { Round } from '../../domain/round'
import { ReconciliationService } from '../reconciliation.service'
import { fullRound, type ExpectedOfRound, type FullRound } from './full-round'
import { roundStoreOf } from './round-files'

/** Runs full rounds, one at a time, and has what they find to differ compared anew. */
@Injectable()
export class RoundService implements OnApplicationShutdown {
  // Written by `start` and by the end of what it started.
  private atWork: Promise<void> | null = null

  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly reconciliation: ReconciliationService,
  ) {}

  /** Begins a full round of one agreement or of all, and gives its number; what came of it stands in `full_round_v1`. */
  async start(askedBy: string, only: string | null): Promise<Outcome<{ readonly number: number }>> {
    if (this.atWork !== null) return refuse('ROUND_AT_WORK', 'one full round at a time')
    const agreements = await this.reconciliation.compared(this.context.store.manager, only)
    if (agreements.length === 0)
      return refuse('AGREEMENT_UNKNOWN', 'no agreement in force compares anything by that name')
    const [row] = await rowsOfQuery<{ number: number }>(
      this.context.store,
      `insert into full_round (number, asked_by, started_at) select coalesce(max(number), 0) + 1, $1, $2 from full_round returning number`,
      [askedBy, this.context.clock()],
    )
    const number = row?.number ?? 0
    this.atWork = this.run(number, agreements).finally(() => {
      this.atWork = null
    })
    return accept({ number })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.atWork
  }

  private async run(number: number, agreements: readonly KnownAgreement[]): Promise<void> {
    const { store, clock, log } = this.context
    try {
      const found = await fullRound(agreements, {
        ...{ store, files: roundStoreOf(this.context), at: clock() },
        expectFor: (tx, round) => this.expectedOf(tx, round),
      })
      if (!found.ok) {
        await this.failed(number, found.refusal.detail)
        return
      }
      for (const one of found.value.differing)
        await store.transaction((tx) => this.reconciliation.compareAnew(tx, one))
      await this.ended(number, found.value)
    } catch (error) {
      log.warn('a full round came to nothing', { number, reason: reasonOf(error) })
      await this.failed(number, 'an error, which the log names')
    }
  }

  private async expectedOf(tx: Tx, { contract, period }: Round): Promise<ExpectedOfRound> {
    const versions = await this.reconciliation.learntNow(tx)
    const known = versions.get(contract)
    const frequency = seriesOf({ period, breakdown: '' })
    return {
      version: known?.version ?? 0,
      expect: expectBy(versions),
      learnt: [...(known?.series.keys() ?? [])]
        .filter((series) => series.startsWith(frequency))
        .map((series) => series.slice(frequency.length)),
    }
  }

  private async ended(number: number, found: FullRound): Promise<void> {
    const { rounds, pairs, flagged, tested, differing, refreshMs } = found
    await this.context.store.query(
      `update full_round set ended_at = $2, rounds = $3, pairs = $4, flagged = $5, tested = $6, differing = $7, refresh_ms = $8
       where number = $1`,
      [
        ...[number, this.context.clock(), rounds, pairs, flagged, tested, differing.length],
        Math.round(refreshMs),
      ],
    )
  }

  private async failed(number: number, why: string): Promise<void> {
    await this.context.store.query(
      'update full_round set ended_at = $2, failed = $3 where number = $1',
      [number, this.context.clock(), why],
    )
  }
}

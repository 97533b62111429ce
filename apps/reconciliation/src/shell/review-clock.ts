// SPDX-License-Identifier: Apache-2.0
import {
  inTurns,
  reasonOf,
  serviceContext,
  type ServiceContext,
  type Turns,
} from '@corridor/platform'
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import type { Round } from '../domain/round'
import { ReviewService } from './review.service'

/** Terms are days. */
const everyMs = 10_000
/** Rounds looked at in one turn; the others follow in the next. */
const mostInTurn = 1_000

/** Lets time pass for cases and reports: who was silent is marked, nothing is agreed. */
@Injectable()
export class ReviewClock implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written at bootstrap only. */
  private turns: Turns | null = null

  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly review: ReviewService,
  ) {}

  onApplicationBootstrap(): void {
    this.turns = inTurns({
      ...{ everyMs, log: this.context.log },
      failed: 'the terms of cases were not looked at and will be later',
      turn: async (isClosing) => {
        for (const round of await this.review.due(mostInTurn)) {
          if (isClosing()) return
          await this.pass(round)
        }
      },
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns?.close()
  }

  // One that cannot be decided holds up none of the others.
  private async pass(round: Round): Promise<void> {
    try {
      await this.review.pass(round)
    } catch (error) {
      const reason = reasonOf(error)
      this.context.log.error('the terms of a round were not looked at', { ...round, reason })
    }
  }
}

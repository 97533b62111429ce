// SPDX-License-Identifier: Apache-2.0
import { dueInTurns, serviceContext, type ServiceContext, type Turns } from '@corridor/platform'
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
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
    this.turns = dueInTurns({
      ...{ everyMs, log: this.context.log },
      failed: 'the terms of cases were not looked at and will be later',
      due: () => this.review.due(mostInTurn),
      pass: (round) => this.review.pass(round),
      named: (round) => ({ ...round }),
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns?.close()
  }
}

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
import { AgreementsService } from './agreements.service'

/** Deadlines are days; whoever enforces an agreement looks at its days itself. */
const everyMs = 10_000
/** Agreements looked at in one turn; the others follow in the next. */
const mostInTurn = 1_000

/** Lets time pass for agreements: deadlines, days of entry into force, ends of terms. */
@Injectable()
export class AgreementClock implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written at bootstrap only. */
  private turns: Turns | null = null

  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly agreements: AgreementsService,
  ) {}

  onApplicationBootstrap(): void {
    this.turns = inTurns({
      ...{ everyMs, log: this.context.log },
      failed: 'deadlines of agreements were not looked at and will be later',
      turn: async (isClosing) => {
        for (const id of await this.agreements.due(mostInTurn)) {
          if (isClosing()) return
          await this.pass(id)
        }
      },
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns?.close()
  }

  // One that cannot be decided holds up none of the others.
  private async pass(agreement: string): Promise<void> {
    try {
      await this.agreements.pass(agreement)
    } catch (error) {
      const reason = reasonOf(error)
      this.context.log.error('the deadlines of an agreement were not looked at', {
        agreement,
        reason,
      })
    }
  }
}

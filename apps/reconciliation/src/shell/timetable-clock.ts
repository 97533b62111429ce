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
import { ReconciliationService } from './reconciliation.service'
import { StagesService } from './stages.service'
import { TimetableService } from './timetable.service'

/** Due dates are days. */
const everyMs = 10_000

/** Lets time pass for timetables: a day passes, and what has not come by then is missing. */
@Injectable()
export class TimetableClock implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written at bootstrap only. */
  private turns: Turns | null = null

  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly timetable: TimetableService,
    private readonly reconciliation: ReconciliationService,
    private readonly stages: StagesService,
  ) {}

  onApplicationBootstrap(): void {
    this.turns = inTurns({
      ...{ everyMs, log: this.context.log },
      failed: 'timetables were not looked at and will be later',
      turn: async (isClosing) => {
        for (const agreement of await this.timetable.agreements()) {
          if (isClosing()) return
          await this.pass(agreement)
        }
        this.context.relay.wake()
      },
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns?.close()
  }

  // One that cannot be looked at holds up none of the others.
  private async pass(agreement: string): Promise<void> {
    try {
      await this.timetable.pass(agreement, async (tx, known) => {
        await this.reconciliation.stands(tx, known)
        await this.stages.stands(tx, known)
      })
    } catch (error) {
      const reason = reasonOf(error)
      this.context.log.error('the timetable of an agreement was not looked at', {
        agreement,
        reason,
      })
    }
  }
}

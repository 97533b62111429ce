// SPDX-License-Identifier: Apache-2.0
import { dueInTurns, serviceContext, type ServiceContext, type Turns } from '@corridor/platform'
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
    this.turns = dueInTurns({
      ...{ everyMs, log: this.context.log },
      failed: 'timetables were not looked at and will be later',
      due: () => this.timetable.agreements(),
      pass: (agreement) => this.pass(agreement),
      named: (agreement) => ({ agreement }),
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns?.close()
  }

  private async pass(agreement: string): Promise<void> {
    await this.timetable.pass(agreement, async (tx, known) => {
      await this.reconciliation.stands(tx, known)
      await this.stages.stands(tx, known)
    })
    this.context.relay.wake()
  }
}

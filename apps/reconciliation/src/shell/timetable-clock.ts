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
/** The journal writes its line a moment after a message was recorded. */
const everyMsForTheJournal = 500

/** Lets time pass for timetables: a day passes, and what has not come by then is missing; the journal has its line, and a party is bound. */
@Injectable()
export class TimetableClock implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written at bootstrap only. */
  private turns: readonly Turns[] = []

  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly timetable: TimetableService,
    private readonly reconciliation: ReconciliationService,
    private readonly stages: StagesService,
  ) {}

  onApplicationBootstrap(): void {
    const turns = (every: number, due: () => Promise<readonly string[]>): Turns =>
      dueInTurns({
        ...{ everyMs: every, log: this.context.log, due },
        failed: 'timetables were not looked at and will be later',
        pass: (agreement) => this.pass(agreement),
        named: (agreement) => ({ agreement }),
      })
    this.turns = [
      turns(everyMs, () => this.timetable.agreements()),
      turns(everyMsForTheJournal, () => this.timetable.unjournalled()),
    ]
  }

  async onApplicationShutdown(): Promise<void> {
    for (const turns of this.turns) await turns.close()
  }

  private async pass(agreement: string): Promise<void> {
    await this.timetable.pass(agreement, async (tx, known) => {
      await this.reconciliation.stands(tx, known)
      await this.stages.stands(tx, known)
    })
    this.context.relay.wake()
  }
}

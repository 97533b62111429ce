// SPDX-License-Identifier: Apache-2.0
import { dueInTurns, serviceContext, type ServiceContext, type Turns } from '@corridor/platform'
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
    this.turns = dueInTurns({
      ...{ everyMs, log: this.context.log },
      failed: 'deadlines of agreements were not looked at and will be later',
      due: () => this.agreements.due(mostInTurn),
      pass: (agreement) => this.agreements.pass(agreement),
      named: (agreement) => ({ agreement }),
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns?.close()
  }
}

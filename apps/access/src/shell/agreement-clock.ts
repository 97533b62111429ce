// SPDX-License-Identifier: Apache-2.0
import { reasonOf, serviceContext, type ServiceContext } from '@corridor/platform'
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { AgreementsService } from './agreements.service'

/** Deadlines are days; whoever enforces an agreement looks at its days itself. */
const everyMs = 10_000
/** Agreements looked at in one transaction. */
const mostAtOnce = 100

/** Lets time pass for agreements: deadlines, days of entry into force, ends of terms. */
@Injectable()
export class AgreementClock implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written at bootstrap and shutdown only. */
  private timer: NodeJS.Timeout | null = null
  /** Written by `turn` only. */
  private running: Promise<void> | null = null

  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly agreements: AgreementsService,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.turn()
    }, everyMs)
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer)
    await this.running
  }

  private async turn(): Promise<void> {
    try {
      while ((await this.agreements.pass(mostAtOnce)) === mostAtOnce);
    } catch (error) {
      this.context.log.warn('deadlines of agreements were not looked at and will be later', {
        reason: reasonOf(error),
      })
    } finally {
      this.running = null
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { Controller } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { LearningService } from './learning.service'
import { ReconciliationService, type AgainAsk } from './reconciliation.service'

/** What an operator does about comparisons: learn now what the schedule would learn later, and compare again. Nothing else. */
@Controller()
export class ExpectationsCommands {
  constructor(
    private readonly learning: LearningService,
    private readonly reconciliation: ReconciliationService,
  ) {}

  @MessagePattern('reconciliation.command.learn.v1')
  async learn(): Promise<Outcome<object>> {
    return accept({ learnt: await this.learning.learnAll() })
  }

  /** Compares the figures of an agreement again, by what was learnt last; reports of what is compared get a new version. */
  @MessagePattern('reconciliation.command.compare-again.v1')
  again(@Payload() ask: AgainAsk): Promise<Outcome<object>> {
    return this.reconciliation.again(ask)
  }
}

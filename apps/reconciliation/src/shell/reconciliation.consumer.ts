// SPDX-License-Identifier: Apache-2.0
import { FactContext, together } from '@corridor/platform'
import type { KnownAgreement } from '@corridor/policy'
import { Controller } from '@nestjs/common'
import { Ctx, EventPattern, Payload } from '@nestjs/microservices'
import type { ErasedTold } from './erase-statements'
import { ReconciliationService, type RecordedTold } from './reconciliation.service'
import { TimetableService } from './timetable.service'
import { StagesService } from './stages.service'

/** What reconciliation hears: new messages, and agreements that begin and end. */
@Controller()
export class ReconciliationConsumer {
  constructor(
    private readonly reconciliation: ReconciliationService,
    private readonly stages: StagesService,
    private readonly timetable: TimetableService,
  ) {}

  @EventPattern('intake.recorded.v1', together)
  async recorded(
    @Payload() told: readonly RecordedTold[],
    @Ctx() { tx }: FactContext,
  ): Promise<void> {
    const changed = await this.timetable.recorded(tx, told)
    await this.reconciliation.recorded(tx, told)
    await this.stages.recorded(tx, told)
    // Who has caught up is given what was kept back, and what is open now is compared.
    for (const agreement of changed) {
      await this.reconciliation.stands(tx, agreement)
      await this.stages.stands(tx, agreement)
    }
  }

  @EventPattern('intake.erased.v1')
  async erased(@Payload() told: ErasedTold, @Ctx() { tx }: FactContext): Promise<void> {
    await this.reconciliation.erased(tx, told)
    await this.stages.erased(tx, told)
  }

  @EventPattern('access.agreement-standing.v1')
  async stands(@Payload() told: KnownAgreement, @Ctx() { tx }: FactContext): Promise<void> {
    await this.reconciliation.stands(tx, told)
    if (await this.timetable.stands(tx, told)) await this.reconciliation.stands(tx, told)
    await this.stages.stands(tx, told)
  }
}

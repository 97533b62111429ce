// SPDX-License-Identifier: Apache-2.0
import type { FactContext } from '@corridor/platform'
import type { KnownAgreement } from '@corridor/policy'
import { Controller } from '@nestjs/common'
import { Ctx, EventPattern, Payload } from '@nestjs/microservices'
import { ReconciliationService } from './reconciliation.service'
import { ReportsService } from './reports.service'
import { StagesService } from './stages.service'
import { TimetableService } from './timetable.service'

/** What reconciliation hears of agreements: those that begin, change, are suspended and end. */
@Controller()
export class StandingConsumer {
  constructor(
    private readonly reconciliation: ReconciliationService,
    private readonly stages: StagesService,
    private readonly timetable: TimetableService,
    private readonly reports: ReportsService,
  ) {}

  @EventPattern('access.agreement-standing.v1')
  async stands(@Payload() told: KnownAgreement, @Ctx() { tx }: FactContext): Promise<void> {
    await this.reconciliation.stands(tx, told)
    if (await this.timetable.stands(tx, told)) await this.reconciliation.stands(tx, told)
    await this.stages.stands(tx, told)
    await this.reports.stands(tx, told)
  }
}

// SPDX-License-Identifier: Apache-2.0
import { Module } from '@nestjs/common'
import { ReconciliationConsumer } from './reconciliation.consumer'
import { ReportsService } from './reports.service'
import { UseCommands } from './use.commands'
import { ReconciliationService } from './reconciliation.service'
import { StagesService } from './stages.service'

/** Pairs two statements about one flow, finds the differences, reports them. */
@Module({
  controllers: [ReconciliationConsumer, UseCommands],
  providers: [ReconciliationService, ReportsService, StagesService],
})
export class ReconciliationModule {}

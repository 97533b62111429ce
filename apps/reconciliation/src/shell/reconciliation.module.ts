// SPDX-License-Identifier: Apache-2.0
import { Module } from '@nestjs/common'
import { EmbargoesService } from './embargoes.service'
import { ExpectationsCommands } from './expectations.commands'
import { LearningService } from './learning.service'
import { ReconciliationConsumer } from './reconciliation.consumer'
import { OfficesService } from './offices/offices.service'
import { ReportsService } from './reports.service'
import { UseCommands } from './use.commands'
import { ReconciliationService } from './reconciliation.service'
import { RoundCommands } from './full-round/round.commands'
import { RoundService } from './full-round/round.service'
import { TimetableClock } from './timetable-clock'
import { TimetableService } from './timetable.service'
import { ReviewClock } from './review-clock'
import { ReviewCommands } from './review.commands'
import { ReviewService } from './review.service'
import { StandingConsumer } from './standing.consumer'
import { StagesService } from './stages.service'

/** Pairs two statements about one flow, finds the differences, reports them, and keeps their review. */
@Module({
  controllers: [
    ...[ReconciliationConsumer, StandingConsumer, RoundCommands, UseCommands, ExpectationsCommands],
    ReviewCommands,
  ],
  providers: [
    ...[ReconciliationService, ReportsService, LearningService, EmbargoesService],
    ...[RoundService, StagesService, OfficesService, TimetableService, TimetableClock],
    ...[ReviewService, ReviewClock],
  ],
})
export class ReconciliationModule {}

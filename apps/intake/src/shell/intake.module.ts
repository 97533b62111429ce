// SPDX-License-Identifier: Apache-2.0
import { Module } from '@nestjs/common'
import { ApprovalsService } from './approvals.service'
import { ClearancesCommands } from './clearances.commands'
import { DoubtsService } from './doubts.service'
import { DryRunService } from './dry-run.service'
import { ErasureCommands } from './erasure.commands'
import { ErasuresService } from './erasures.service'
import { InsideRetentionService } from './inside-retention.service'
import { IntakeCommands } from './intake.commands'
import { IntakeConsumer } from './intake.consumer'
import { IntakeService } from './intake.service'
import { SubmissionIntake } from './submission-intake'
import { UploadsService } from './uploads.service'
import { VerificationsService } from './verifications.service'
import { EarlierFigures } from './vintages-earlier'
import { VintagesInHand } from './vintages-in-hand'
import { VintageIndexing } from './vintages-indexing'

/** The way in: open → validate → record → receipt. */
@Module({
  controllers: [IntakeConsumer, IntakeCommands, ErasureCommands, ClearancesCommands],
  providers: [
    IntakeService,
    SubmissionIntake,
    VintagesInHand,
    VintageIndexing,
    EarlierFigures,
    DoubtsService,
    DryRunService,
    ApprovalsService,
    ErasuresService,
    InsideRetentionService,
    UploadsService,
    VerificationsService,
  ],
})
export class IntakeModule {}

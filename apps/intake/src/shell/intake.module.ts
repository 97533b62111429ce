// SPDX-License-Identifier: Apache-2.0
import { Module } from '@nestjs/common'
import { IntakeConsumer } from './intake.consumer'
import { IntakeService } from './intake.service'
import { SubmissionIntake } from './submission-intake'

/** The way in: open → validate → record → receipt. */
@Module({ controllers: [IntakeConsumer], providers: [IntakeService, SubmissionIntake] })
export class IntakeModule {}

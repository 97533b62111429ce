// SPDX-License-Identifier: Apache-2.0
import { Module } from '@nestjs/common'
import { JournalConsumer } from './journal.consumer'
import { JournalService } from './journal.service'

/** The log that proves: an append-only hash chain for now. */
@Module({ controllers: [JournalConsumer], providers: [JournalService] })
export class JournalModule {}

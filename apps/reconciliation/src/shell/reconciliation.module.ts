// SPDX-License-Identifier: Apache-2.0
import { Module } from '@nestjs/common'
import { ReconciliationConsumer } from './reconciliation.consumer'
import { ReconciliationService } from './reconciliation.service'

/** Pairs two statements about one flow, finds the differences, reports them. */
@Module({ controllers: [ReconciliationConsumer], providers: [ReconciliationService] })
export class ReconciliationModule {}

// SPDX-License-Identifier: Apache-2.0
import { Module } from '@nestjs/common'
import { AggregationConsumer } from './aggregation.consumer'
import { UseCommands } from './use.commands'
import { AggregationService } from './aggregation.service'

/** Regional feeds: add up what may be published, publish. */
@Module({ controllers: [AggregationConsumer, UseCommands], providers: [AggregationService] })
export class AggregationModule {}

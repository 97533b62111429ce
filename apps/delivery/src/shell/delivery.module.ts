// SPDX-License-Identifier: Apache-2.0
import { Module } from '@nestjs/common'
import { DeliveredService } from './delivered.service'
import { DeliveryConsumer } from './delivery.consumer'
import { UseCommands } from './use.commands'
import { DeliveryService } from './delivery.service'

/** The way out: project what the agreement allows, hand over, note the acknowledgement. */
@Module({
  controllers: [DeliveryConsumer, UseCommands],
  providers: [DeliveryService, DeliveredService],
})
export class DeliveryModule {}

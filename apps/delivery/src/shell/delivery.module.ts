// SPDX-License-Identifier: Apache-2.0
import { Module } from '@nestjs/common'
import { CatchUpService } from './catch-up.service'
import { CommentCommands } from './comment.commands'
import { DeadCommands } from './dead.commands'
import { DeliveredService } from './delivered.service'
import { DeliveryConsumer } from './delivery.consumer'
import { DoubtfulService } from './doubts.service'
import { IncidentsCommands } from './incidents.commands'
import { IncidentsService } from './incidents.service'
import { ExplainCommands } from './explain.commands'
import { LedgerCommands } from './ledger.commands'
import { ReplayCommands } from './replay.commands'
import { ReplayService } from './replay.service'
import { RetentionService } from './retention.service'
import { SuspensionService } from './suspension.service'
import { UseCommands } from './use.commands'
import { WebhookService } from './webhook.service'
import { DeliveryService } from './delivery.service'

/** The way out: project what the agreement allows, hand over, note the acknowledgement. */
@Module({
  controllers: [
    DeliveryConsumer,
    UseCommands,
    ReplayCommands,
    LedgerCommands,
    ExplainCommands,
    DeadCommands,
    CommentCommands,
    IncidentsCommands,
  ],
  providers: [
    DeliveryService,
    DeliveredService,
    CatchUpService,
    ReplayService,
    SuspensionService,
    DoubtfulService,
    RetentionService,
    WebhookService,
    IncidentsService,
  ],
})
export class DeliveryModule {}

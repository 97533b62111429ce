// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { Controller } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { ReplayService, type ReplayAsk, type ReplayPage } from './replay.service'
import { WebhookService, type WebhookAsk } from './webhook.service'

/** Deliveries that a recipient asks for again. The edge has verified who asks. */
@Controller()
export class ReplayCommands {
  constructor(
    private readonly replays: ReplayService,
    private readonly webhooks: WebhookService,
  ) {}

  @MessagePattern('delivery.command.webhook.v1')
  webhook(@Payload() ask: WebhookAsk): Promise<Outcome<object>> {
    return this.webhooks.register(ask)
  }

  @MessagePattern('delivery.command.pull.v1')
  pull(@Payload() ask: ReplayAsk): Promise<Outcome<ReplayPage>> {
    return this.replays.pull(ask)
  }

  @MessagePattern('delivery.command.replay.v1')
  replay(@Payload() ask: ReplayAsk): Promise<Outcome<object>> {
    return this.replays.replay(ask)
  }
}

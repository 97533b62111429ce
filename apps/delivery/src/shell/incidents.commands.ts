// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { Controller } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import {
  IncidentsService,
  type DestroyedAsk,
  type IncidentAsk,
  type ReleasesMeant,
} from './incidents.service'

/** Recalls, breaches, and recipients' word that something is destroyed. The edge has verified who asks. */
@Controller()
export class IncidentsCommands {
  constructor(private readonly incidents: IncidentsService) {}

  @MessagePattern('delivery.command.released.v1')
  released(@Payload() meant: ReleasesMeant): Promise<Outcome<readonly object[]>> {
    return this.incidents.released(meant)
  }

  @MessagePattern('delivery.command.declare.v1')
  declare(@Payload() ask: IncidentAsk): Promise<Outcome<object>> {
    return this.incidents.declare(ask)
  }

  @MessagePattern('delivery.command.destroyed.v1')
  destroyed(@Payload() ask: DestroyedAsk): Promise<Outcome<object>> {
    return this.incidents.destroyed(ask)
  }
}

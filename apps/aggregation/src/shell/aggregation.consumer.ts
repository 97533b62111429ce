// SPDX-License-Identifier: Apache-2.0
import { FactContext, together, type DoubtTold } from '@corridor/platform'
import type { KnownAgreement } from '@corridor/policy'
import { Controller } from '@nestjs/common'
import { Ctx, EventPattern, Payload } from '@nestjs/microservices'
import {
  AggregationService,
  type OpenedTold,
  type RecordedTold,
  type RegisteredTold,
} from './aggregation.service'
import type { ErasedTold } from './erase-flows'

/** What aggregation hears: regions, new messages, those in doubt or deleted, consents, and what both sides have committed to. */
@Controller()
export class AggregationConsumer {
  constructor(private readonly aggregation: AggregationService) {}

  @EventPattern('access.participant-registered.v1')
  registered(@Payload() told: RegisteredTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.aggregation.registered(tx, told)
  }

  @EventPattern('intake.recorded.v1', together)
  recorded(@Payload() told: readonly RecordedTold[], @Ctx() { tx }: FactContext): Promise<void> {
    return this.aggregation.recorded(tx, told)
  }

  @EventPattern('intake.doubted.v1')
  doubted(@Payload() told: DoubtTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.aggregation.restated(tx, told)
  }

  @EventPattern('intake.doubt-cleared.v1')
  cleared(@Payload() told: DoubtTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.aggregation.restated(tx, told)
  }

  @EventPattern('intake.erased.v1')
  erased(@Payload() told: ErasedTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.aggregation.erased(tx, told)
  }

  @EventPattern('reconciliation.opened.v1')
  opened(@Payload() told: OpenedTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.aggregation.opened(tx, told)
  }

  @EventPattern('access.agreement-standing.v1')
  stands(@Payload() told: KnownAgreement, @Ctx() { tx }: FactContext): Promise<void> {
    return this.aggregation.stands(tx, told)
  }
}

// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { FactContext, together } from '@corridor/platform'
import { Controller } from '@nestjs/common'
import { Ctx, EventPattern, Payload } from '@nestjs/microservices'
import { AggregationService, type RecordedTold, type RegisteredTold } from './aggregation.service'

/** What aggregation hears: regions, new messages, and consents that begin and end. */
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

  @EventPattern('access.agreement-in-force.v1')
  agreed(@Payload() told: { terms: Agreement }, @Ctx() { tx }: FactContext): Promise<void> {
    return this.aggregation.agreed(tx, told.terms)
  }

  @EventPattern('access.agreement-revoked.v1')
  revoked(@Payload() told: { agreement: string }, @Ctx() { tx }: FactContext): Promise<void> {
    return this.aggregation.revoked(tx, told.agreement)
  }
}

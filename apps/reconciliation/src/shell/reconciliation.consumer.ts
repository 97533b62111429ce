// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { FactContext, together } from '@corridor/platform'
import { Controller } from '@nestjs/common'
import { Ctx, EventPattern, Payload } from '@nestjs/microservices'
import { ReconciliationService, type RecordedTold } from './reconciliation.service'

/** What reconciliation hears: new messages, and agreements that begin and end. */
@Controller()
export class ReconciliationConsumer {
  constructor(private readonly reconciliation: ReconciliationService) {}

  @EventPattern('intake.recorded.v1', together)
  recorded(@Payload() told: readonly RecordedTold[], @Ctx() { tx }: FactContext): Promise<void> {
    return this.reconciliation.recorded(tx, told)
  }

  @EventPattern('access.agreement-in-force.v1')
  agreed(@Payload() told: { terms: Agreement }, @Ctx() { tx }: FactContext): Promise<void> {
    return this.reconciliation.agreed(tx, told.terms)
  }

  @EventPattern('access.agreement-revoked.v1')
  revoked(@Payload() told: { agreement: string }, @Ctx() { tx }: FactContext): Promise<void> {
    return this.reconciliation.revoked(tx, told.agreement)
  }
}

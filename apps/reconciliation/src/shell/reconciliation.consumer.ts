// SPDX-License-Identifier: Apache-2.0
import { FactContext, together } from '@corridor/platform'
import type { KnownAgreement } from '@corridor/policy'
import { Controller } from '@nestjs/common'
import { Ctx, EventPattern, Payload } from '@nestjs/microservices'
import type { ErasedTold } from './erase-statements'
import { ReconciliationService, type RecordedTold } from './reconciliation.service'

/** What reconciliation hears: new messages, and agreements that begin and end. */
@Controller()
export class ReconciliationConsumer {
  constructor(private readonly reconciliation: ReconciliationService) {}

  @EventPattern('intake.recorded.v1', together)
  recorded(@Payload() told: readonly RecordedTold[], @Ctx() { tx }: FactContext): Promise<void> {
    return this.reconciliation.recorded(tx, told)
  }

  @EventPattern('intake.erased.v1')
  erased(@Payload() told: ErasedTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.reconciliation.erased(tx, told)
  }

  @EventPattern('access.agreement-standing.v1')
  stands(@Payload() told: KnownAgreement, @Ctx() { tx }: FactContext): Promise<void> {
    return this.reconciliation.stands(tx, told)
  }
}

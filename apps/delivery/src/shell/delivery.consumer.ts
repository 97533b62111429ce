// SPDX-License-Identifier: Apache-2.0
import { FactContext, together, type DoubtTold } from '@corridor/platform'
import type { KnownAgreement } from '@corridor/policy'
import { Controller } from '@nestjs/common'
import { Ctx, EventPattern, Payload } from '@nestjs/microservices'
import type { BehindTold } from './behind'
import type { OpenedTold } from './opened'
import { DeliveryService, type RecordedTold, type VersionAcceptedTold } from './delivery.service'
import { DoubtfulService } from './doubts.service'
import type { ErasedTold } from './erase-releases'
import { SuspensionService, type RightsTold } from './suspension.service'

/** What delivery hears: new messages, agreements that begin and end, and in which version somebody takes figures. */
@Controller()
export class DeliveryConsumer {
  constructor(
    private readonly delivery: DeliveryService,
    private readonly suspensions: SuspensionService,
    private readonly doubts: DoubtfulService,
  ) {}

  @EventPattern('intake.erased.v1')
  erased(@Payload() told: ErasedTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.delivery.erased(tx, told)
  }

  @EventPattern('intake.doubted.v1')
  doubted(@Payload() told: DoubtTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.doubts.doubted(tx, told)
  }

  @EventPattern('intake.doubt-cleared.v1')
  doubtCleared(@Payload() told: DoubtTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.doubts.cleared(tx, told)
  }

  @EventPattern('access.rights-changed.v1')
  rightsChanged(@Payload() told: RightsTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.suspensions.rightsChanged(tx, told)
  }

  @EventPattern('intake.recorded.v1', together)
  recorded(@Payload() told: readonly RecordedTold[], @Ctx() { tx }: FactContext): Promise<void> {
    return this.delivery.recorded(tx, told)
  }

  @EventPattern('access.agreement-standing.v1')
  stands(@Payload() told: KnownAgreement, @Ctx() { tx }: FactContext): Promise<void> {
    return this.delivery.stands(tx, told)
  }

  @EventPattern('reconciliation.behind.v1')
  behind(@Payload() told: BehindTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.delivery.behind(tx, told)
  }

  @EventPattern('reconciliation.opened.v1')
  opened(@Payload() told: OpenedTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.delivery.opened(tx, told)
  }

  @EventPattern('access.version-accepted.v1')
  versionAccepted(@Payload() told: VersionAcceptedTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.delivery.versionAccepted(tx, told)
  }
}

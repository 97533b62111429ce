// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { FactContext } from '@corridor/platform'
import { Controller } from '@nestjs/common'
import { Ctx, EventPattern, MessagePattern, Payload } from '@nestjs/microservices'
import { ErasuresService, type ErasedTold, type RetentionTold } from './erasures.service'
import type { RequestProof } from './prove-act'

/** What has messages deleted: a signed order, and the end of a retention clause's days. */
@Controller()
export class ErasureCommands {
  constructor(private readonly erasures: ErasuresService) {}

  @MessagePattern('intake.command.erase.v1')
  erase(@Payload() { proof }: { proof: RequestProof }): Promise<Outcome<ErasedTold>> {
    return this.erasures.order(proof)
  }

  @EventPattern('delivery.retention-ended.v1')
  retentionEnded(@Payload() told: RetentionTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.erasures.retentionEnded(tx, told)
  }
}

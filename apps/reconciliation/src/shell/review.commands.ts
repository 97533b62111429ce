// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { Controller } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { ReviewService, type ReviewTold } from './review.service'

/** The acts of people on cases and reports: requests of the hub's own account, each carrying the actor's own signature. */
@Controller()
export class ReviewCommands {
  constructor(private readonly review: ReviewService) {}

  @MessagePattern('reconciliation.command.review.v1')
  act(@Payload() ask: { bytes: string; signature: string }): Promise<Outcome<ReviewTold>> {
    return this.review.act({ ...ask, bytes: Buffer.from(ask.bytes, 'base64') })
  }
}

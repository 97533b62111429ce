// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { Controller } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { RoundService } from './round.service'

/** What an operator may do about comparisons: have them made once more, and nothing else. */
@Controller()
export class RoundCommands {
  constructor(private readonly rounds: RoundService) {}

  @MessagePattern('reconciliation.command.round.v1')
  round(
    @Payload()
    { askedBy, agreement }: { readonly askedBy: string; readonly agreement: string | null },
  ): Promise<Outcome<object>> {
    return this.rounds.start(askedBy, agreement)
  }
}

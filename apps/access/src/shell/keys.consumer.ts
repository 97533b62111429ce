// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { Controller } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import {
  KeysService,
  type SealedRotation,
  type Withdrawal,
  type WithdrawalTold,
} from './keys.service'
import type { InvitationTold } from './new-code'
import type { Proof } from './proof'
import { ReEnrolmentsService, type ReEnrolmentAsk } from './re-enrolments.service'
import type { Enrolled } from './register-keys'

/** The commands about keys, each carrying the actor's own signature. */
@Controller()
export class KeysConsumer {
  constructor(
    private readonly keys: KeysService,
    private readonly reEnrolments: ReEnrolmentsService,
  ) {}

  @MessagePattern('access.command.rotate-keys.v1')
  rotate(@Payload() ask: { proof: Proof; sealed: SealedRotation }): Promise<Outcome<Enrolled>> {
    return this.keys.rotate(ask.proof, ask.sealed)
  }

  @MessagePattern('access.command.withdraw-key.v1')
  withdraw(
    @Payload() ask: { proof: Proof; withdrawal: Withdrawal },
  ): Promise<Outcome<WithdrawalTold>> {
    return this.keys.withdraw(ask.proof, ask.withdrawal)
  }

  @MessagePattern('access.command.ask-re-enrolment.v1')
  ask(
    @Payload() ask: { proof: Proof; asked: ReEnrolmentAsk },
  ): Promise<Outcome<{ readonly id: string }>> {
    return this.reEnrolments.ask(ask.proof, ask.asked)
  }

  @MessagePattern('access.command.second-re-enrolment.v1')
  second(@Payload() ask: { proof: Proof; id: string }): Promise<Outcome<InvitationTold>> {
    return this.reEnrolments.second(ask.proof, ask.id)
  }
}

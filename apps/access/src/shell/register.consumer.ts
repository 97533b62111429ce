// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { Controller } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { EnrolmentsService, type Enrolled } from './enrolments.service'
import type { Proof } from './proof'
import {
  RegisterService,
  type ApprovalTold,
  type InvitationTold,
  type NewParticipant,
} from './register.service'

/** The commands about who is registered: requests of the hub's own account, each carrying the actor's own signature. */
@Controller()
export class RegisterConsumer {
  constructor(
    private readonly register: RegisterService,
    private readonly enrolments: EnrolmentsService,
  ) {}

  @MessagePattern('access.command.invite.v1')
  invite(
    @Payload() ask: { proof: Proof; invited: NewParticipant },
  ): Promise<Outcome<InvitationTold>> {
    return this.register.invite(ask.proof, ask.invited)
  }

  @MessagePattern('access.command.require-approval.v1')
  requireApproval(
    @Payload() ask: { proof: Proof; required: boolean },
  ): Promise<Outcome<ApprovalTold>> {
    return this.register.requireApproval(ask.proof, ask.required)
  }

  @MessagePattern('access.command.enrol.v1')
  enrol(
    @Payload() ask: { readonly bytes: string; readonly signature: string },
  ): Promise<Outcome<Enrolled>> {
    return this.enrolments.enrol(Buffer.from(ask.bytes, 'base64'), ask.signature)
  }

  @MessagePattern('access.command.redeem-link.v1')
  async redeemLink(@Payload() ask: { nonce: string; expires: string }): Promise<Outcome<boolean>> {
    return { ok: true, value: await this.enrolments.redeemLink(ask.nonce, ask.expires) }
  }
}

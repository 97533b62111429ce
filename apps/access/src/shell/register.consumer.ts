// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { FactContext } from '@corridor/platform'
import { Controller } from '@nestjs/common'
import { Ctx, EventPattern, MessagePattern, Payload } from '@nestjs/microservices'
import { EnrolmentsService } from './enrolments.service'
import type { InvitationTold } from './new-code'
import type { Proof } from './proof'
import type { Enrolled } from './register-keys'
import { RegisterService, type ApprovalTold, type NewParticipant } from './register.service'
import { RegistrationsService, type Decision, type RegistrationTold } from './registrations.service'
import { RightsService, type RightsAsk, type RightsTold } from './rights.service'

interface RightsCommand {
  readonly act: 'grant' | 'suspend' | 'resume'
  readonly proof: Proof
  readonly ask: RightsAsk
}

/** The commands about who is registered: requests of the hub's own account, each carrying the actor's own signature. */
@Controller()
export class RegisterConsumer {
  constructor(
    private readonly register: RegisterService,
    private readonly enrolments: EnrolmentsService,
    private readonly registrations: RegistrationsService,
    private readonly rights: RightsService,
  ) {}

  @MessagePattern('access.command.register.v1')
  apply(
    @Payload() ask: { readonly bytes: string; readonly signature: string },
  ): Promise<Outcome<RegistrationTold>> {
    return this.registrations.apply(Buffer.from(ask.bytes, 'base64'), ask.signature)
  }

  @MessagePattern('access.command.registration-standing.v1')
  standing(@Payload() ask: { readonly kid: string }): Promise<Outcome<'approved'>> {
    return this.registrations.standing(ask.kid)
  }

  @MessagePattern('access.command.decide-registration.v1')
  decideRegistration(
    @Payload() ask: { proof: Proof; decision: Decision },
  ): Promise<Outcome<RegistrationTold>> {
    return this.registrations.decide(ask.proof, ask.decision)
  }

  @MessagePattern('access.command.change-rights.v1')
  changeRights(@Payload() { act, proof, ask }: RightsCommand): Promise<Outcome<RightsTold>> {
    return this.rights[act](proof, ask)
  }

  @MessagePattern('access.command.sent-contracts.v1')
  async sentContracts(
    @Payload() ask: { readonly participant: string },
  ): Promise<Outcome<readonly string[]>> {
    return { ok: true, value: await this.enrolments.sentContracts(ask.participant) }
  }

  @EventPattern('intake.rehearsed.v1')
  rehearsed(
    @Payload() told: { readonly participant: string; readonly step: string; readonly at: string },
    @Ctx() { tx }: FactContext,
  ): Promise<void> {
    return this.rights.noteStep(tx, told)
  }

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

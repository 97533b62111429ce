// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { Controller } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { AgreementsService, type AgreementTold } from './agreements.service'
import { CodesService, type CodesTold } from './codes.service'
import type { Proof } from './proof'
import {
  RegisterService,
  type ApprovalTold,
  type Enrolled,
  type InvitationTold,
  type NewParticipant,
} from './register.service'
import { VersionsService, type AcceptedVersion } from './versions.service'

interface SealedText {
  /** Base64 of the signed bytes. */
  readonly bytes: string
  readonly signature: string
}

/** The commands of access: requests of the hub's own account, each carrying the actor's own signature. */
@Controller()
export class AccessConsumer {
  constructor(
    private readonly register: RegisterService,
    private readonly agreements: AgreementsService,
    private readonly codes: CodesService,
    private readonly versions: VersionsService,
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

  @MessagePattern('access.command.accept-version.v1')
  acceptVersion(
    @Payload() ask: { proof: Proof; accepted: { contract: string; version: string } },
  ): Promise<Outcome<AcceptedVersion>> {
    return this.versions.accept(ask.proof, ask.accepted)
  }

  @MessagePattern('access.command.enrol.v1')
  enrol(@Payload() ask: SealedText): Promise<Outcome<Enrolled>> {
    return this.register.enrol(Buffer.from(ask.bytes, 'base64'), ask.signature)
  }

  @MessagePattern('access.command.propose.v1')
  propose(@Payload() ask: { proof: Proof }): Promise<Outcome<AgreementTold>> {
    return this.agreements.propose(ask.proof)
  }

  @MessagePattern('access.command.sign.v1')
  sign(@Payload() ask: SealedText & { agreement: string }): Promise<Outcome<AgreementTold>> {
    return this.agreements.sign({ ...ask, bytes: Buffer.from(ask.bytes, 'base64') })
  }

  @MessagePattern('access.command.revoke.v1')
  revoke(@Payload() ask: SealedText & { agreement: string }): Promise<Outcome<AgreementTold>> {
    return this.agreements.revoke({ ...ask, bytes: Buffer.from(ask.bytes, 'base64') })
  }

  @MessagePattern('access.command.redeem-link.v1')
  async redeemLink(@Payload() ask: { nonce: string; expires: string }): Promise<Outcome<boolean>> {
    return { ok: true, value: await this.register.redeemLink(ask.nonce, ask.expires) }
  }

  @MessagePattern('access.command.add-codes.v1')
  addCodes(@Payload() ask: { proof: Proof }): Promise<Outcome<CodesTold>> {
    return this.codes.add(ask.proof)
  }
}

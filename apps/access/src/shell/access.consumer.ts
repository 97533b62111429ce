// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { Controller } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { AgreementsService, type AgreementTold } from './agreements.service'
import { CodesService, type CodesTold } from './codes.service'
import type { Proof } from './proof'
import { VersionsService, type AcceptedVersion } from './versions.service'

interface SealedText {
  /** Base64 of the signed bytes. */
  readonly bytes: string
  readonly signature: string
}

/** The commands about agreements, versions and codes: requests of the hub's own account, each carrying the actor's own signature. */
@Controller()
export class AccessConsumer {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly codes: CodesService,
    private readonly versions: VersionsService,
  ) {}

  @MessagePattern('access.command.accept-version.v1')
  acceptVersion(
    @Payload() ask: { proof: Proof; accepted: { contract: string; version: string } },
  ): Promise<Outcome<AcceptedVersion>> {
    return this.versions.accept(ask.proof, ask.accepted)
  }

  @MessagePattern('access.command.propose.v1')
  propose(@Payload() ask: SealedText & { terms: unknown }): Promise<Outcome<AgreementTold>> {
    return this.agreements.propose({ ...ask, bytes: Buffer.from(ask.bytes, 'base64') })
  }

  @MessagePattern('access.command.sign.v1')
  sign(@Payload() ask: SealedText & { agreement: string }): Promise<Outcome<AgreementTold>> {
    return this.agreements.sign({ ...ask, bytes: Buffer.from(ask.bytes, 'base64') })
  }

  @MessagePattern('access.command.act-on-agreement.v1')
  perform(@Payload() ask: SealedText & { agreement: string }): Promise<Outcome<AgreementTold>> {
    return this.agreements.perform({ ...ask, bytes: Buffer.from(ask.bytes, 'base64') })
  }

  @MessagePattern('access.command.add-codes.v1')
  addCodes(@Payload() ask: { proof: Proof }): Promise<Outcome<CodesTold>> {
    return this.codes.add(ask.proof)
  }
}

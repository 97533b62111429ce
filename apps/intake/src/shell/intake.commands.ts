// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { Controller } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import type { DryRun, UnjudgedDataset } from '../domain/dry-run'
import type { Report } from '../domain/report'
import { ApprovalsService, type Settled } from './approvals.service'
import type { Act } from './prove-act'
import type { UploadAsked, UploadStanding } from '../domain/upload'
import { DryRunService } from './dry-run.service'
import { UploadsService } from './uploads.service'
import { VerificationsService, type Verified } from './verifications.service'

/** How far an upload is, as it travels: the sealed event in base64 once it is whole. */
interface PieceAnswer extends UploadStanding {
  readonly whole?: { readonly bytes: string; readonly signature: string }
}

/** What the edge asks of intake: requests of the hub's own account. */
@Controller()
export class IntakeCommands {
  constructor(
    private readonly dryRuns: DryRunService,
    private readonly approvals: ApprovalsService,
    private readonly uploads: UploadsService,
    private readonly verifications: VerificationsService,
  ) {}

  @MessagePattern('intake.command.judge.v1')
  async judge(
    @Payload() ask: { subject: string; bytes: string; signature: string },
  ): Promise<Outcome<DryRun>> {
    const { subject, signature } = ask
    const bytes = Buffer.from(ask.bytes, 'base64')
    return accept(await this.dryRuns.message({ bytes, signature }, subject))
  }

  @MessagePattern('intake.command.approve.v1')
  approve(@Payload() act: Act): Promise<Outcome<Settled>> {
    return this.approvals.approve(act)
  }

  @MessagePattern('intake.command.withdraw.v1')
  withdraw(@Payload() act: Act): Promise<Outcome<Settled>> {
    return this.approvals.withdraw(act)
  }

  @MessagePattern('intake.command.verify-rehearsal.v1')
  verifyRehearsal(@Payload() { act, said }: { act: Act; said: Verified }): Promise<Outcome<null>> {
    return this.verifications.note(act, said)
  }

  @MessagePattern('intake.command.check.v1')
  async check(
    @Payload()
    { participant, kid, ...dataset }: UnjudgedDataset & { participant: string; kid: string },
  ): Promise<Outcome<Report>> {
    return accept(await this.dryRuns.dataset({ participant, kid }, dataset))
  }

  @MessagePattern('intake.command.open-upload.v1')
  openUpload(@Payload() asked: UploadAsked): Promise<Outcome<UploadStanding>> {
    return this.uploads.open(asked)
  }

  @MessagePattern('intake.command.add-piece.v1')
  async addPiece(
    @Payload() ask: { participant: string; id: string; offset: number; bytes: string },
  ): Promise<Outcome<PieceAnswer>> {
    const added = await this.uploads.add({ ...ask, bytes: Buffer.from(ask.bytes, 'base64') })
    if (!added.ok) return added
    const { whole, ...standing } = added.value
    if (whole === undefined) return accept(standing)
    const bytes = Buffer.from(whole.bytes).toString('base64')
    return accept({ ...standing, whole: { bytes, signature: whole.signature } })
  }

  @MessagePattern('intake.command.close-upload.v1')
  closeUpload(@Payload() ask: { participant: string; id: string }): Promise<Outcome<null>> {
    return this.uploads.close(ask.participant, ask.id)
  }
}

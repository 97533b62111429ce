// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { Controller } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import type { DryRun, UnjudgedDataset } from '../domain/dry-run'
import type { Report } from '../domain/report'
import { ApprovalsService, type Settled } from './approvals.service'
import { DryRunService } from './dry-run.service'
import type { Act } from './prove-act'

/** What the edge asks of intake: requests of the hub's own account. */
@Controller()
export class IntakeCommands {
  constructor(
    private readonly dryRuns: DryRunService,
    private readonly approvals: ApprovalsService,
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

  @MessagePattern('intake.command.check.v1')
  async check(
    @Payload() { participant, ...dataset }: UnjudgedDataset & { participant: string },
  ): Promise<Outcome<Report>> {
    return accept(await this.dryRuns.dataset(participant, dataset))
  }
}

// SPDX-License-Identifier: Apache-2.0
import { AgreementDto, EnrolmentDto } from '@corridor/contracts/dto'
import type { Outcome } from '@corridor/kernel'
import { signatureHeader } from '@corridor/message'
import { command, Refused } from '@corridor/platform'
import {
  Body,
  Controller,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Req,
  UseGuards,
} from '@nestjs/common'
import type { Request } from 'express'
import {
  AcceptedVersionBody,
  ApprovalBody,
  NewParticipantBody,
  SignedStatementBody,
} from './bodies'
import { edgeToken, type Edge } from './edge'
import { JsonBody } from './json-body.pipe'
import { bodyOf, proofOf, SignedRequestGuard } from './signed-request.guard'

/** Acts: each goes to the service that owns the thing, with the actor's own signature, and that service decides. */
@Controller('api')
export class ActsController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  /** Signed with the key that is to be registered, so no guard knows it yet: access verifies. */
  @Post('enrolments')
  async enrol(
    @Body(new JsonBody(EnrolmentDto)) _: EnrolmentDto,
    @Req() request: Request,
  ): Promise<unknown> {
    const bytes = bodyOf(request).toString('base64')
    return this.ask('enrol', { bytes, signature: request.get(signatureHeader) ?? '' })
  }

  @Post('participants')
  @UseGuards(SignedRequestGuard)
  async invite(
    @Body(new JsonBody(NewParticipantBody)) invited: NewParticipantBody,
    @Req() request: Request,
  ): Promise<unknown> {
    return this.ask('invite', { proof: proofOf(request), invited })
  }

  @Put('participants/me/approval')
  @UseGuards(SignedRequestGuard)
  async requireApproval(
    @Body(new JsonBody(ApprovalBody)) { required }: ApprovalBody,
    @Req() request: Request,
  ): Promise<unknown> {
    return this.ask('require-approval', { proof: proofOf(request), required })
  }

  @Put('participants/me/contracts')
  @UseGuards(SignedRequestGuard)
  async acceptVersion(
    @Body(new JsonBody(AcceptedVersionBody)) accepted: AcceptedVersionBody,
    @Req() request: Request,
  ): Promise<unknown> {
    return this.ask('accept-version', { proof: proofOf(request), accepted })
  }

  @Post('agreements')
  @UseGuards(SignedRequestGuard)
  async propose(
    @Body(new JsonBody(AgreementDto, 'AGREEMENT_TERM_UNKNOWN')) _: AgreementDto,
    @Req() request: Request,
  ): Promise<unknown> {
    return this.ask('propose', { proof: proofOf(request) })
  }

  @Post('agreements/:id/signatures')
  @HttpCode(200)
  @UseGuards(SignedRequestGuard)
  async sign(
    @Param('id') agreement: string,
    @Body(new JsonBody(SignedStatementBody)) { bytes, signature }: SignedStatementBody,
  ): Promise<unknown> {
    return this.ask('sign', { agreement, bytes, signature })
  }

  @Post('agreements/:id/revocations')
  @HttpCode(200)
  @UseGuards(SignedRequestGuard)
  async revoke(
    @Param('id') agreement: string,
    @Body(new JsonBody(SignedStatementBody)) { bytes, signature }: SignedStatementBody,
  ): Promise<unknown> {
    return this.ask('revoke', { agreement, bytes, signature })
  }

  private async ask(verb: string, body: object): Promise<unknown> {
    const outcome: Outcome<unknown> = await command(
      this.edge.bus,
      `access.command.${verb}.v1`,
      body,
    )
    if (!outcome.ok) throw new Refused(outcome.refusal)
    return outcome.value
  }
}

// SPDX-License-Identifier: Apache-2.0
import { EnrolmentDto } from '@corridor/contracts/dto'
import { signatureHeader } from '@corridor/message'
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
import { askAccess } from './ask-access'
import {
  AcceptedVersionBody,
  ApprovalBody,
  NewParticipantBody,
  ProposalBody,
  SignedStatementBody,
} from './bodies'
import { edgeToken, type Edge } from './edge'
import { JsonBody } from './json-body.pipe'
import { bodyOf, proofOf, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

/** Acts: each goes to the service that owns the thing, with the actor's own signature, and that service decides. */
@Controller('api')
export class ActsController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  /** Signed with the key that is to be registered, so no guard knows it yet: access verifies. */
  @Told({
    summary:
      'Exchange a one-time code for registered keys; signed with the key that is to be registered',
    headers: { 'Corridor-Signature': 'Over the body, typ corridor-enrolment, by the new key.' },
    body: { contract: 'enrolment' },
    answers: { 201: 'Who is enrolled, and until when' },
  })
  @Post('enrolments')
  async enrol(
    @Body(new JsonBody(EnrolmentDto)) _: EnrolmentDto,
    @Req() request: Request,
  ): Promise<unknown> {
    const bytes = bodyOf(request).toString('base64')
    return this.ask('enrol', { bytes, signature: request.get(signatureHeader) ?? '' })
  }

  @Told({
    summary: 'The operator registers a participant',
    body: {
      members: {
        participant: 'Its id, such as BE',
        kind: 'state, committee, secretariat or partner',
        name: 'Its name',
        members: 'The members of a committee or region',
        roles: 'Of the official: publisher, approver, reviewer, signatory, observer',
        role: 'One of them, where there is one',
        office: 'The only office that the code will serve',
        holder: 'The name of the official',
        organisation: 'What a partner is: employers, workers, migrants, recruiters, research',
        productionAtOnce: 'Why production rights are given without a rehearsal',
      },
      optional: ['roles', 'role', 'office', 'holder', 'organisation', 'productionAtOnce'],
    },
    answers: { 201: 'The one-time code of the invitation' },
  })
  @Post('participants')
  @UseGuards(SignedRequestGuard)
  async invite(
    @Body(new JsonBody(NewParticipantBody)) invited: NewParticipantBody,
    @Req() request: Request,
  ): Promise<unknown> {
    return this.ask('invite', { proof: proofOf(request), invited })
  }

  @Told({
    summary: 'An approver says whether messages of the participant wait for an approval',
    body: { members: { required: 'true or false' } },
    answers: { 200: 'What holds from now on' },
  })
  @Put('participants/me/approval')
  @UseGuards(SignedRequestGuard)
  async requireApproval(
    @Body(new JsonBody(ApprovalBody)) { required }: ApprovalBody,
    @Req() request: Request,
  ): Promise<unknown> {
    return this.ask('require-approval', { proof: proofOf(request), required })
  }

  @Told({
    summary: 'Say which version of a contract the participant takes figures in',
    body: { members: { contract: 'The name of the contract', version: 'Its version' } },
    answers: { 200: 'What holds from now on' },
  })
  @Put('participants/me/contracts')
  @UseGuards(SignedRequestGuard)
  async acceptVersion(
    @Body(new JsonBody(AcceptedVersionBody)) accepted: AcceptedVersionBody,
    @Req() request: Request,
  ): Promise<unknown> {
    return this.ask('accept-version', { proof: proofOf(request), accepted })
  }

  @Told({
    summary: 'Propose an agreement, or answer the terms of others by other terms',
    body: {
      members: {
        terms: 'The terms (agreement)',
        bytes: 'The signed act (agreement-act: propose), base64',
        signature: 'Over it, typ corridor-agreement-act, by an office key or a passkey',
      },
    },
    answers: { 201: 'The agreement as it stands' },
  })
  @Post('agreements')
  @UseGuards(SignedRequestGuard)
  async propose(@Body(new JsonBody(ProposalBody)) proposal: ProposalBody): Promise<unknown> {
    return this.ask('propose', proposal)
  }

  @Told({
    summary: 'Sign an agreement',
    body: { members: { bytes: 'The signed bytes, base64', signature: 'The signature over them' } },
    answers: { 200: 'The agreement as it stands' },
  })
  @Post('agreements/:id/signatures')
  @HttpCode(200)
  @UseGuards(SignedRequestGuard)
  async sign(
    @Param('id') agreement: string,
    @Body(new JsonBody(SignedStatementBody)) { bytes, signature }: SignedStatementBody,
  ): Promise<unknown> {
    return this.ask('sign', { agreement, bytes, signature })
  }

  @Told({
    summary: 'Act on an agreement: decline, suspend, resume, terminate, withdraw, join …',
    body: { members: { bytes: 'The signed act, base64', signature: 'The signature over it' } },
    answers: { 200: 'The agreement as it stands' },
  })
  @Post('agreements/:id/acts')
  @HttpCode(200)
  @UseGuards(SignedRequestGuard)
  async act(
    @Param('id') agreement: string,
    @Body(new JsonBody(SignedStatementBody)) { bytes, signature }: SignedStatementBody,
  ): Promise<unknown> {
    return this.ask('act-on-agreement', { agreement, bytes, signature })
  }

  private ask(verb: string, body: object): Promise<unknown> {
    return askAccess(this.edge, verb, body)
  }
}

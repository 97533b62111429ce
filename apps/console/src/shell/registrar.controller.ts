// SPDX-License-Identifier: Apache-2.0
import { RegistrationDto } from '@corridor/contracts/dto'
import { refuse } from '@corridor/kernel'
import { signatureHeader } from '@corridor/message'
import { Refused } from '@corridor/platform'
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Req,
  UseGuards,
} from '@nestjs/common'
import type { Request } from 'express'
import type { Actor } from './actor'
import { askAccess } from './ask-access'
import { DecisionBody, ReasonBody } from './bodies'
import { edgeToken, type Edge } from './edge'
import { JsonBody } from './json-body.pipe'
import { registrationsOf } from './register-reading'
import { bodyOf, proofOf, Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

const why = { members: { reason: 'Why' } }
const holds = { 200: 'What holds from now on' }

/** Registration without a code, and what the registrar decides about who is registered. */
@Controller('api')
export class RegistrarController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  /** Signed with the key that is to be registered, so no guard knows it yet: access verifies. */
  @Told({
    summary: 'Ask the registrar for a place; signed with the key that is to be registered',
    headers: { 'Corridor-Signature': 'Over the body, typ corridor-registration, by the new key.' },
    body: { contract: 'registration' },
    answers: { 201: 'That it waits, or what was decided' },
  })
  @Post('registrations')
  apply(
    @Body(new JsonBody(RegistrationDto)) _: RegistrationDto,
    @Req() request: Request,
  ): Promise<unknown> {
    const bytes = bodyOf(request).toString('base64')
    const signature = request.get(signatureHeader) ?? ''
    return askAccess(this.edge, 'register', { bytes, signature })
  }

  @Told({
    summary: 'Registrations, for the operator',
    answers: { 200: 'Those that wait first' },
  })
  @Get('registrations')
  @UseGuards(SignedRequestGuard)
  list(@Signed() actor: Actor): Promise<object> {
    if (actor.kind === 'operator') return registrationsOf(this.edge.store)
    throw new Refused(refuse('NOT_ALLOWED', 'only the operator sees registrations').refusal)
  }

  @Told({
    summary: 'How a registration stands, by the thumbprint of its key',
    answers: { 200: 'That it was approved; a problem says that it waits, or why it was refused' },
  })
  @Get('registrations/:kid')
  standing(@Param('kid') kid: string): Promise<unknown> {
    return askAccess(this.edge, 'registration-standing', { kid })
  }

  @Told({
    summary: 'The operator approves or refuses a registration',
    body: {
      members: {
        decision: 'approved or refused',
        reason: 'Why it is refused',
        productionAtOnce: 'Why production rights are given without a rehearsal',
      },
      optional: ['reason', 'productionAtOnce'],
    },
    answers: { 200: 'What was decided' },
  })
  @Post('registrations/:kid/decisions')
  @HttpCode(200)
  @UseGuards(SignedRequestGuard)
  decide(
    @Param('kid') kid: string,
    @Body(new JsonBody(DecisionBody)) { decision, reason, productionAtOnce }: DecisionBody,
    @Req() request: Request,
  ): Promise<unknown> {
    const decided = { kid, decision, reason, productionAtOnce }
    const body = { proof: proofOf(request), decision: decided }
    return askAccess(this.edge, 'decide-registration', body)
  }

  @Told({
    summary: 'The operator grants production rights after a whole rehearsal',
    body: why,
    answers: holds,
  })
  @Post('participants/:id/production')
  @HttpCode(200)
  @UseGuards(SignedRequestGuard)
  grant(
    @Param('id') participant: string,
    @Body(new JsonBody(ReasonBody)) { reason }: ReasonBody,
    @Req() request: Request,
  ): Promise<unknown> {
    return this.change('grant', request, { participant, reason })
  }

  @Told({ summary: 'The operator stops a participant at once', body: why, answers: holds })
  @Post('participants/:id/suspension')
  @HttpCode(200)
  @UseGuards(SignedRequestGuard)
  suspend(
    @Param('id') participant: string,
    @Body(new JsonBody(ReasonBody)) { reason }: ReasonBody,
    @Req() request: Request,
  ): Promise<unknown> {
    return this.change('suspend', request, { participant, reason })
  }

  @Told({ summary: 'The operator ends a suspension', body: why, answers: holds })
  @Post('participants/:id/resumption')
  @HttpCode(200)
  @UseGuards(SignedRequestGuard)
  resume(
    @Param('id') participant: string,
    @Body(new JsonBody(ReasonBody)) { reason }: ReasonBody,
    @Req() request: Request,
  ): Promise<unknown> {
    return this.change('resume', request, { participant, reason })
  }

  private change(act: string, request: Request, ask: object): Promise<unknown> {
    return askAccess(this.edge, 'change-rights', { act, proof: proofOf(request), ask })
  }
}

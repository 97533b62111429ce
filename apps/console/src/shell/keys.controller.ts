// SPDX-License-Identifier: Apache-2.0
import { command, Refused } from '@corridor/platform'
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
import { ClearanceBody, ReEnrolmentBody, SignedStatementBody, WithdrawalBody } from './bodies'
import { edgeToken, type Edge } from './edge'
import { JsonBody } from './json-body.pipe'
import { keyHistoryOf } from './key-history'
import { affectedOf, keysOf, reEnrolmentsOf } from './keys-reading'
import { proofOf, Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

/** The life of keys. Each act is proved again by access, which decides. */
@Controller('api/keys')
@UseGuards(SignedRequestGuard)
export class KeysController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'Keys of the asker’s participant, with the days that are left',
    answers: { 200: 'Whose, with which roles, and the nearest warning' },
  })
  @Get()
  list(@Signed() actor: Actor): Promise<object> {
    return keysOf(this.edge.store, actor, this.edge.clock())
  }

  @Told({
    summary: 'What came of keys after they were withdrawn',
    answers: { 200: 'Doubtful messages, refused messages, doubtful acts on agreements' },
  })
  @Get('affected')
  affected(@Signed() actor: Actor): Promise<object> {
    return affectedOf(this.edge.store, actor)
  }

  @Told({
    summary: 'What has happened to keys and passkeys of the asker’s participant',
    answers: { 200: 'Each as a statement of the hub, whose digest stands in the journal' },
  })
  @Get('history')
  history(@Signed() actor: Actor): Promise<object> {
    return keyHistoryOf(this.edge, actor)
  }

  @Told({
    summary: 'Exchange one’s keys; signed with the old key, and what is sent with the new one',
    body: {
      members: {
        bytes: 'A key-rotation, base64',
        signature: 'Over it, typ corridor-rotation, by the new key',
      },
    },
    answers: { 201: 'Until when the new keys are good' },
  })
  @Post('rotations')
  rotate(
    @Body(new JsonBody(SignedStatementBody)) { bytes, signature }: SignedStatementBody,
    @Req() request: Request,
  ): Promise<unknown> {
    const body = { proof: proofOf(request), sealed: { bytes, signature } }
    return askAccess(this.edge, 'rotate-keys', body)
  }

  @Told({
    summary: 'A signatory withdraws a colleague’s key, the operator anybody’s, from an instant on',
    body: { members: { kid: 'The key', from: 'The instant', reason: 'Why' } },
    answers: { 200: 'What holds from now on' },
  })
  @Post('withdrawals')
  @HttpCode(200)
  withdraw(
    @Body(new JsonBody(WithdrawalBody)) { kid, from, reason }: WithdrawalBody,
    @Req() request: Request,
  ): Promise<unknown> {
    const body = { proof: proofOf(request), withdrawal: { kid, from, reason } }
    return askAccess(this.edge, 'withdraw-key', body)
  }

  @Told({
    summary:
      'A signatory says that doubtful messages are genuine: they are handed over again as far as they are granted',
    body: { members: { submissions: 'The sender’s ids of the messages', reason: 'Why' } },
    answers: { 200: 'What is in doubt no more' },
  })
  @Post('clearances')
  @HttpCode(200)
  async clear(
    @Body(new JsonBody(ClearanceBody)) _: ClearanceBody,
    @Req() request: Request,
  ): Promise<object> {
    const ask = { proof: proofOf(request) }
    const cleared = await command<object>(this.edge.bus, 'intake.command.clear-doubts.v1', ask)
    if (!cleared.ok) throw new Refused(cleared.refusal)
    return cleared.value
  }

  @Told({
    summary: 'New enrolments that wait for a second official',
    answers: { 200: 'Of the asker’s participant; all for the operator' },
  })
  @Get('re-enrolments')
  waiting(@Signed() actor: Actor): Promise<object> {
    return reEnrolmentsOf(this.edge.store, actor)
  }

  @Told({
    summary: 'An official asks for a new enrolment of somebody after a loss',
    body: {
      members: {
        participant: 'Whose official',
        office: 'In which office',
        roles: 'With which roles',
        holder: 'The official’s name',
        reason: 'Why',
      },
    },
    answers: { 201: 'The id that a second official names' },
  })
  @Post('re-enrolments')
  askAgain(
    @Body(new JsonBody(ReEnrolmentBody)) body: ReEnrolmentBody,
    @Req() request: Request,
  ): Promise<unknown> {
    const { participant, office, roles, holder, reason } = body
    const asked = { participant, office, roles, holder, reason }
    return askAccess(this.edge, 'ask-re-enrolment', { proof: proofOf(request), asked })
  }

  @Told({
    summary: 'A second official agrees to a new enrolment',
    answers: { 200: 'The one-time code' },
  })
  @Post('re-enrolments/:id/seconds')
  @HttpCode(200)
  second(@Param('id') id: string, @Req() request: Request): Promise<unknown> {
    return askAccess(this.edge, 'second-re-enrolment', { proof: proofOf(request), id })
  }
}

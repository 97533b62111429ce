// SPDX-License-Identifier: Apache-2.0
import { signatureHeader } from '@corridor/message'
import { command, Refused } from '@corridor/platform'
import type { Outcome } from '@corridor/kernel'
import { refuse } from '@corridor/kernel'
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common'
import type { Request, Response } from 'express'
import type { Actor } from './actor'
import { VerificationBody } from './bodies'
import { edgeToken, type Edge } from './edge'
import { erasureOf } from './erasures-reading'
import { longestWaitSeconds, within } from './hand-over'
import { JsonBody } from './json-body.pipe'
import { instantOf, switchOf, wholeOf, wordOf } from './query-words'
import { senderOfMessage, type SignedMessage } from './sender-of-message'
import { bodyOf, proofOf, Signed, SignedRequestGuard } from './signed-request.guard'
import { submissionById, submissionsOf, type SubmissionShown } from './submission-statements'
import { SubmissionsDesk } from './submissions-desk'
import { Told } from './told'

const words = ['received', 'refused', 'accepted', 'withdrawn', 'delivered'] as const

/** The way in over HTTP, and what the hub has stated of each message. */
@Controller('api')
export class SubmissionsController {
  constructor(
    @Inject(edgeToken) private readonly edge: Edge,
    private readonly desk: SubmissionsDesk,
  ) {}

  /** A sealed event, its signature in the header. The message's own signature says who sends it; no other is asked for. */
  @Told({
    summary: 'A sealed event, on the same path as over the bus',
    query: {
      wait: 'Seconds to wait for the signed statement, at most 30',
      dryRun: 'true: judged by all rules, nothing is recorded',
    },
    headers: { 'Corridor-Signature': 'Over the body, typ corridor-event, by the sender’s key.' },
    body: {
      media: 'application/cloudevents+json',
      about: 'The exact bytes that were signed, 1 MiB at most',
    },
    answers: {
      200: 'The newest signed statement; in a dry run what it would be',
      202: 'The hub has it and has stated nothing yet: ask at Location',
      422: {
        media: ['application/problem+json'],
        about: 'Refused, with the signed refusal and its report',
      },
    },
  })
  @Post('submissions')
  async submit(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<object> {
    const seconds = wholeOf('wait', query['wait'], { otherwise: 0, most: longestWaitSeconds })
    const isDryRun = switchOf('dryRun', query['dryRun'])
    const sealed = { bytes: bodyOf(request), signature: request.get(signatureHeader) ?? '' }
    const sender = await senderOfMessage(this.edge, sealed)
    if (!sender.ok) throw new Refused(sender.refusal)
    const message = sender.value
    if (isDryRun)
      return this.desk.inWork.within(message.participant, () => this.judge(message, response))
    return this.desk.tell(message, await this.desk.send(message, seconds), response)
  }

  @Told({
    summary: 'The asker’s messages, newest first',
    query: {
      state: 'received, refused, accepted, withdrawn or delivered',
      after: 'The next of the page before',
      limit: 'At most 1,000',
    },
    answers: { 200: 'Messages with their newest statement' },
  })
  @Get('submissions')
  @UseGuards(SignedRequestGuard)
  list(@Signed() actor: Actor, @Query() query: Readonly<Record<string, unknown>>): Promise<object> {
    return submissionsOf(this.edge, actor.participant, {
      state: wordOf('state', query['state'], words),
      before: instantOf('after', query['after']) === null ? null : String(query['after']),
      limit: wholeOf('limit', query['limit'], { otherwise: 100, most: 1_000 }),
    })
  }

  /** Every signed statement about one of the asker's own messages. */
  @Told({
    summary: 'Every signed statement about one of the asker’s messages',
    query: { wait: 'Seconds to wait for more than received, at most 30' },
    answers: {
      200: 'State and signed statements: bytes and signatures; `deleted` where its figures were deleted',
    },
  })
  @Get('submissions/:id')
  @UseGuards(SignedRequestGuard)
  async show(
    @Signed() { participant }: Actor,
    @Param('id') id: string,
    @Query('wait') wait?: string,
  ): Promise<object> {
    const seconds = wholeOf('wait', wait, { otherwise: 0, most: longestWaitSeconds })
    const ask = (): Promise<SubmissionShown | null> => submissionById(this.edge, participant, id)
    const found = await this.desk.inWork.within(participant, () =>
      within(seconds, ask, (shown) => shown !== null && shown.state !== 'received'),
    )
    if (found !== null) {
      const erased = await erasureOf(this.edge.store, participant, id)
      return erased === undefined ? found : { ...found, deleted: erased }
    }
    const detail = 'the hub has judged no message of yours with this id'
    throw new Refused(refuse('NOT_FOUND', detail).refusal)
  }

  /** An approver lets a message in that waits for one. */
  @Told({
    summary: 'An approver lets a message in that waits',
    answers: { 200: 'What became of it' },
  })
  @Post('submissions/:id/approvals')
  @HttpCode(200)
  @UseGuards(SignedRequestGuard)
  approve(@Param('id') id: string, @Req() request: Request): Promise<object> {
    return this.act('approve', id, request)
  }

  /** Takes a message back: while it waits, or until somebody has taken its figures into use. */
  @Told({
    summary: 'Takes a message back until somebody has its figures in use',
    body: { members: { reason: 'Why' } },
    answers: { 200: 'What became of it' },
  })
  @Post('submissions/:id/withdrawals')
  @HttpCode(200)
  @UseGuards(SignedRequestGuard)
  withdraw(@Param('id') id: string, @Req() request: Request): Promise<object> {
    return this.act('withdraw', id, request)
  }

  /** A participant that rehearses says that it has verified the hub's statement about a message in test mode. */
  @Told({
    summary: 'In a rehearsal: the hub’s statement was received and its signature verified',
    body: { members: { digest: 'Of the bytes of the statement', kid: 'The hub’s key' } },
    answers: { 204: { empty: 'Noted' } },
  })
  @Post('submissions/:id/verifications')
  @HttpCode(204)
  @UseGuards(SignedRequestGuard)
  async verified(
    @Param('id') id: string,
    @Body(new JsonBody(VerificationBody)) said: VerificationBody,
    @Req() request: Request,
  ): Promise<void> {
    const body = { act: { id, proof: proofOf(request) }, said }
    const noted: Outcome<null> = await command(
      this.edge.bus,
      'intake.command.verify-rehearsal.v1',
      body,
    )
    if (!noted.ok) throw new Refused(noted.refusal)
  }

  private async act(verb: 'approve' | 'withdraw', id: string, request: Request): Promise<object> {
    const act = { id, proof: proofOf(request) }
    const outcome: Outcome<object> = await command(this.edge.bus, `intake.command.${verb}.v1`, act)
    if (!outcome.ok) throw new Refused(outcome.refusal)
    return outcome.value
  }

  private async judge(
    { subject, bytes, signature }: SignedMessage,
    response: Response,
  ): Promise<object> {
    const judged: Outcome<object> = await command(this.edge.bus, 'intake.command.judge.v1', {
      subject,
      bytes: Buffer.from(bytes).toString('base64'),
      signature,
    })
    if (!judged.ok) throw new Refused(judged.refusal)
    response.status(200)
    return judged.value
  }
}

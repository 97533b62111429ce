// SPDX-License-Identifier: Apache-2.0
import { validate } from '@corridor/contracts'
import { parseJson, signatureHeader } from '@corridor/message'
import { command, Refused } from '@corridor/platform'
import type { Outcome } from '@corridor/kernel'
import { refuse } from '@corridor/kernel'
import {
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
import { edgeToken, type Edge } from './edge'
import { handOver, longestWaitSeconds, statedWithin, within } from './hand-over'
import { instantOf, switchOf, wholeOf, wordOf } from './query-words'
import { InWork } from './request-bounds'
import { senderOfMessage, type SignedMessage } from './sender-of-message'
import { bodyOf, proofOf, Signed, SignedRequestGuard } from './signed-request.guard'
import { submissionById, submissionsOf, type SubmissionShown } from './submission-statements'

const words = ['received', 'refused', 'accepted', 'withdrawn', 'delivered'] as const

/** The way in over HTTP, and what the hub has stated of each message. */
@Controller('api')
export class SubmissionsController {
  private readonly inWork = new InWork({ mostOfOne: 32, mostTogether: 256 })

  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  /** A sealed event, its signature in the header. The message's own signature says who sends it; no other is asked for. */
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
    return this.inWork.within(sender.value.participant, () =>
      isDryRun ? this.judge(sender.value, response) : this.send(sender.value, seconds, response),
    )
  }

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
  @Get('submissions/:id')
  @UseGuards(SignedRequestGuard)
  async show(
    @Signed() { participant }: Actor,
    @Param('id') id: string,
    @Query('wait') wait?: string,
  ): Promise<object> {
    const seconds = wholeOf('wait', wait, { otherwise: 0, most: longestWaitSeconds })
    const ask = (): Promise<SubmissionShown | null> => submissionById(this.edge, participant, id)
    const found = await this.inWork.within(participant, () =>
      within(seconds, ask, (shown) => shown !== null && shown.state !== 'received'),
    )
    if (found !== null) return found
    const detail = 'the hub has judged no message of yours with this id'
    throw new Refused(refuse('NOT_FOUND', detail).refusal)
  }

  /** An approver lets a message in that waits for one. */
  @Post('submissions/:id/approvals')
  @HttpCode(200)
  @UseGuards(SignedRequestGuard)
  approve(@Param('id') id: string, @Req() request: Request): Promise<object> {
    return this.act('approve', id, request)
  }

  /** Takes a message back: while it waits, or until somebody has taken its figures into use. */
  @Post('submissions/:id/withdrawals')
  @HttpCode(200)
  @UseGuards(SignedRequestGuard)
  withdraw(@Param('id') id: string, @Req() request: Request): Promise<object> {
    return this.act('withdraw', id, request)
  }

  private async act(verb: 'approve' | 'withdraw', id: string, request: Request): Promise<object> {
    const act = { id, proof: proofOf(request) }
    const outcome: Outcome<object> = await command(this.edge.bus, `intake.command.${verb}.v1`, act)
    if (!outcome.ok) throw new Refused(outcome.refusal)
    return outcome.value
  }

  private async send(message: SignedMessage, seconds: number, response: Response): Promise<object> {
    const before = await statedWithin(this.edge, message, 0)
    if (before !== null) return answer(before, response)
    const handed = await handOver(this.edge, message)
    if (!handed.ok) throw new Refused(handed.refusal, { headers: { 'Retry-After': '2' } })
    const stated = seconds === 0 ? null : await statedWithin(this.edge, message, seconds)
    return stated === null ? pending(message, response) : answer(stated, response)
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

/** 202: the hub has it, and has stated nothing yet. */
export function pending(message: SignedMessage, response: Response): object {
  response.status(202)
  locate(message.id, response)
  return { id: message.id, state: 'pending', digest: message.digest, statements: [] }
}

/** The newest statement, as 200; a refusal as 422 with the signed refusal and its report. */
export function answer(shown: SubmissionShown, response: Response): SubmissionShown {
  if (shown.state === 'refused') throw refusedBy(shown)
  response.status(200)
  locate(shown.id, response)
  return shown
}

function locate(id: string | null, response: Response): void {
  if (id !== null) response.set('Location', `/api/submissions/${encodeURIComponent(id)}`)
}

function refusedBy(shown: SubmissionShown): Refused {
  const { payload = '', signature } = shown
  const event = parseJson(Buffer.from(payload))
  const said: unknown =
    event.ok && typeof event.value === 'object' && event.value !== null
      ? Reflect.get(event.value, 'data')
      : undefined
  const receipt = validate('receipt', '1.0.0', said)
  const problem = receipt.ok ? receipt.value.problem : undefined
  const report = receipt.ok ? receipt.value.report : undefined
  const refusal = problem ?? { code: 'UNEXPECTED', detail: 'the refusal cannot be read' }
  return new Refused(refusal, {
    status: 422,
    members: {
      id: shown.id,
      state: shown.state,
      report,
      signature,
      payload,
      statements: shown.statements,
    },
  })
}

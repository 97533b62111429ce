// SPDX-License-Identifier: Apache-2.0
import { command, Refused } from '@corridor/platform'
import { Body, Controller, Get, HttpCode, Inject, Post, Req, UseGuards } from '@nestjs/common'
import { actOnce } from './act-once'
import type { Actor } from './actor'
import { StopBody } from './bodies'
import { edgeToken, type Edge } from './edge'
import { JsonBody } from './json-body.pipe'
import * as reading from './reading'
import { Signed, SignedRequestGuard, type SignedHttp } from './signed-request.guard'
import { Told } from './told'

/** Own figures that wait for their sender's comment before they are handed over. */
@Controller('api/deliveries')
@UseGuards(SignedRequestGuard)
export class CommentsController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'The asker’s own figures that wait for its comment before they are handed over',
    answers: { 200: 'Those that wait, were stopped, or have waited; newest first' },
  })
  @Get('waiting')
  waiting(@Signed() actor: Actor): Promise<object> {
    return reading.commentPeriodsOf(this.edge.store, actor)
  }

  @Told({
    summary: 'Stop the handing over of own figures while the time for comment runs',
    body: {
      members: { submission: 'The own id of the message', reason: 'Why' },
      optional: ['recipient'],
    },
    answers: { 200: 'To whom they are not handed over' },
  })
  @Post('stops')
  @HttpCode(200)
  async stop(
    @Signed() actor: Actor,
    @Body(new JsonBody(StopBody)) { submission, recipient, reason }: StopBody,
    @Req() request: SignedHttp,
  ): Promise<object> {
    await actOnce(this.edge, request, 'withdraw')
    const sender = actor.participant
    return this.ask({ sender, submission, recipient: recipient ?? null, reason })
  }

  private async ask(body: object): Promise<object> {
    const outcome = await command<object>(this.edge.bus, 'delivery.command.stop.v1', body)
    if (!outcome.ok) throw new Refused(outcome.refusal)
    return outcome.value
  }
}

// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import { command, Refused, rowsOfQuery } from '@corridor/platform'
import { Body, Controller, Get, HttpCode, Inject, Post, Req, UseGuards } from '@nestjs/common'
import { actOnce } from './act-once'
import type { Actor } from './actor'
import { RoundBody } from './bodies'
import { edgeToken, type Edge } from './edge'
import { JsonBody } from './json-body.pipe'
import { Signed, SignedRequestGuard, type SignedHttp } from './signed-request.guard'
import { Told } from './told'

/** Full rounds: the operator has comparisons made once more, and does nothing else about them. */
@Controller('api/rounds')
@UseGuards(SignedRequestGuard)
export class RoundsController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'The operator has all comparisons of one agreement, or of all, made once more',
    body: {
      members: { agreement: 'Which; all of them where it is left out' },
      optional: ['agreement'],
    },
    answers: { 202: 'The number of the full round, which is at work' },
  })
  @Post()
  @HttpCode(202)
  async begin(
    @Signed() actor: Actor,
    @Body(new JsonBody(RoundBody)) { agreement }: RoundBody,
    @Req() request: SignedHttp,
  ): Promise<object> {
    await actOnce(this.edge, request, 'register')
    const ask = { askedBy: actor.participant, agreement: agreement ?? null }
    const begun = await command<object>(this.edge.bus, 'reconciliation.command.round.v1', ask)
    if (!begun.ok) throw new Refused(begun.refusal)
    return begun.value
  }

  @Told({
    summary: 'The operator sees what came of the last full rounds: how many, no figures',
    answers: { 200: 'Newest first; without an end while it is at work' },
  })
  @Get()
  rounds(@Signed() actor: Actor): Promise<readonly object[]> {
    operatorOnly(actor)
    return rowsOfQuery(
      this.edge.store,
      `select number, started_at as "startedAt", ended_at as "endedAt", rounds, pairs::float8 as pairs, flagged::float8 as flagged,
         tested::float8 as tested, differing, refresh_ms as "refreshMs", failed
       from reconciliation.full_round_v1 order by number desc limit 20`,
    )
  }
}

function operatorOnly({ kind }: Actor): void {
  if (kind !== 'operator')
    throw new Refused(refuse('NOT_ALLOWED', 'only the operator may do this').refusal)
}

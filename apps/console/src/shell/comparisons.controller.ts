// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import { command, Refused } from '@corridor/platform'
import { Body, Controller, HttpCode, Inject, Post, UseGuards } from '@nestjs/common'
import { IsOptional, Matches } from 'class-validator'
import type { Actor } from './actor'
import { edgeToken, type Edge } from './edge'
import { JsonBody } from './json-body.pipe'
import { Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

/** Which figures are compared again. */
export class AgainBody {
  @Matches(/^[A-Z0-9-]{3,64}$/)
  agreement: string

  @IsOptional()
  @Matches(/^\d{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/)
  period?: string
}

/** What an operator may do about comparisons: have expectations learnt now, and figures compared again. It sees none of them. */
@Controller('api/comparisons')
@UseGuards(SignedRequestGuard)
export class ComparisonsController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'The operator has expectations learnt now, as the schedule would later',
    answers: { 200: 'A new version for each contract of which anything could be learnt' },
  })
  @Post('learn')
  @HttpCode(200)
  learn(@Signed() actor: Actor): Promise<object> {
    return this.ask(actor, 'learn', {})
  }

  @Told({
    summary: 'The operator has figures compared again, by what was learnt last',
    body: {
      members: { agreement: 'Of which agreement', period: 'All where it is left out' },
      optional: ['period'],
    },
    answers: { 200: 'How many cells were compared; their reports get a new version' },
  })
  @Post('again')
  @HttpCode(200)
  again(
    @Signed() actor: Actor,
    @Body(new JsonBody(AgainBody)) { agreement, period }: AgainBody,
  ): Promise<object> {
    return this.ask(actor, 'compare-again', { agreement, period: period ?? null })
  }

  private async ask({ kind }: Actor, verb: string, body: object): Promise<object> {
    if (kind !== 'operator')
      throw new Refused(refuse('NOT_ALLOWED', 'only the operator may do this').refusal)
    const outcome = await command<object>(this.edge.bus, `reconciliation.command.${verb}.v1`, body)
    if (!outcome.ok) throw new Refused(outcome.refusal)
    return outcome.value
  }
}

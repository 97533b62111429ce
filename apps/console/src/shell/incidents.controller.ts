// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import { command, Refused, rowsOfQuery } from '@corridor/platform'
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Post,
  Query,
  Req,
  UseGuards,
} from '@nestjs/common'
import { actOnce } from './act-once'
import type { Actor } from './actor'
import { edgeToken, type Edge } from './edge'
import { BreachBody, DestroyedBody, RecallBody } from './incident-bodies'
import { JsonBody } from './json-body.pipe'
import { ownRecipient, recipientTold } from './own-recipient'
import { proofOf, Signed, SignedRequestGuard, type SignedHttp } from './signed-request.guard'
import { Told } from './told'

const meantQuery = {
  agreement: 'Under this agreement',
  clause: 'Of it, by this clause',
  contract: 'Of this contract',
  submission: 'Of this message',
  recipient: 'To this participant',
  period: 'With figures of this period',
} as const

/** What is taken back, what was released in error, and who has said that it is destroyed. */
@Controller('api')
@UseGuards(SignedRequestGuard)
export class IncidentsController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary:
      'Recalls and breaches of the asker’s figures, with who has not confirmed; the operator sees all',
    query: { open: 'true: only what is not confirmed yet' },
    answers: { 200: 'A line for each release, newest first' },
  })
  @Get('recalls')
  recalls(@Signed() actor: Actor, @Query('open') open?: string): Promise<readonly object[]> {
    return rowsOfQuery<object>(this.edge.store, selectIncidents, [
      actor.kind === 'operator' ? null : actor.participant,
      open === 'true',
    ])
  }

  @Told({
    summary: 'The sender takes a message back from everybody who has it',
    body: { members: { submission: 'The message', reason: 'Why, for the record' } },
    answers: { 200: 'How many releases, and since when' },
  })
  @Post('recalls')
  @HttpCode(200)
  async recall(
    @Signed() actor: Actor,
    @Body(new JsonBody(RecallBody)) { submission, reason }: RecallBody,
    @Req() request: SignedHttp,
  ): Promise<object> {
    await actOnce(this.edge, request, 'withdraw')
    const meant = { ...nothingMeant, sender: actor.participant, submission }
    return this.declare(actor, { kind: 'recall', reason, meant })
  }

  @Told({
    summary:
      'What of the asker’s figures went out, to whom, since when, and whether it was destroyed; the operator sees all',
    query: meantQuery,
    answers: {
      200: 'A line for each release, with the deadline of notice where a breach is declared',
    },
  })
  @Get('breaches')
  breaches(
    @Signed() actor: Actor,
    @Query() asked: Readonly<Record<string, string | undefined>>,
  ): Promise<object> {
    return this.ask('released', meantBy(actor, asked))
  }

  @Told({
    summary:
      'Declare that something was released in error: it is withdrawn, and everybody who has it is told',
    body: {
      members: { ...meantQuery, reason: 'What happened, for the record' },
      optional: Object.keys(meantQuery),
    },
    answers: { 200: 'How many releases, and since when' },
  })
  @Post('breaches')
  @HttpCode(200)
  async breach(
    @Signed() actor: Actor,
    @Body(new JsonBody(BreachBody)) { reason, ...asked }: BreachBody,
    @Req() request: SignedHttp,
  ): Promise<object> {
    await actOnce(this.edge, request, 'speak')
    if (asked.agreement === undefined && asked.submission === undefined)
      throw new Refused(
        refuse('CONTENT_WRONG', 'name an agreement or a message, so that not all is withdrawn')
          .refusal,
      )
    return this.declare(actor, { kind: 'breach', reason, meant: meantBy(actor, asked) })
  }

  @Told({
    summary: 'The recipient confirms that it has destroyed withdrawn deliveries',
    body: {
      members: { numbers: 'Their numbers', recipient: recipientTold },
      optional: ['recipient'],
    },
    answers: { 200: 'Those that are confirmed' },
  })
  @Post('deliveries/destroyed')
  @HttpCode(200)
  async destroyed(
    @Signed() actor: Actor,
    @Body(new JsonBody(DestroyedBody)) { numbers, recipient }: DestroyedBody,
    @Req() request: SignedHttp,
  ): Promise<object> {
    await actOnce(this.edge, request, 'speak')
    return this.ask('destroyed', {
      recipient: ownRecipient(actor, recipient),
      numbers,
      proof: { kid: actor.kid, ...proofOf(request) },
    })
  }

  private declare(
    { participant, kid }: Actor,
    what: { readonly kind: string; readonly reason: string; readonly meant: object },
  ): Promise<object> {
    return this.ask('declare', { ...what, by: participant, kid })
  }

  private async ask(verb: string, body: object): Promise<object> {
    const outcome = await command<object>(this.edge.bus, `delivery.command.${verb}.v1`, body)
    if (!outcome.ok) throw new Refused(outcome.refusal)
    return outcome.value
  }
}

const nothingMeant = {
  ...{ submission: null, agreement: null, clause: null, contract: null, recipient: null },
  period: null,
} as const

function meantBy(actor: Actor, asked: Readonly<Record<string, string | undefined>>): object {
  const { agreement, clause, contract, submission, recipient, period } = asked
  return {
    sender: actor.kind === 'operator' ? null : actor.participant,
    ...{ agreement: agreement ?? null, clause: clause ?? null, contract: contract ?? null },
    ...{ submission: submission ?? null, recipient: recipient ?? null, period: period ?? null },
  }
}

const selectIncidents = `
select id::float8 as incident, kind, by, reason, to_json(at) #>> '{}' as at, agreement, clause, sender, recipient, number::float8 as number,
  submission, contract, rows, state, to_json(released_at) #>> '{}' as "releasedAt", to_json(acknowledged_at) #>> '{}' as "acknowledgedAt",
  to_json(note_acknowledged_at) #>> '{}' as "toldAt", to_json(destroyed_at) #>> '{}' as "destroyedAt", stands,
  to_json(notice_due_at) #>> '{}' as "noticeDueAt"
from delivery.incident_v1
where ($1::text is null or sender = $1) and (not $2 or stands in ('told', 'not told yet'))
order by id desc, recipient, number limit 1000`

// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import { command, Refused } from '@corridor/platform'
import {
  Body,
  Controller,
  Delete,
  Get,
  Put,
  HttpCode,
  Inject,
  Post,
  Query,
  Req,
  UseGuards,
} from '@nestjs/common'
import { actOnce } from './act-once'
import type { Actor } from './actor'
import { ReplayBody, ResendBody, WebhookBody } from './bodies'
import { edgeToken, type Edge } from './edge'
import { JsonBody } from './json-body.pipe'
import { ownRecipient, recipientTold } from './own-recipient'
import * as reading from './reading'
import { Signed, SignedRequestGuard, type SignedHttp } from './signed-request.guard'
import { Told } from './told'

/** Deliveries: what was handed to whom, and what a recipient asks for again. Delivery decides anew what it may have. */
@Controller('api/deliveries')
@UseGuards(SignedRequestGuard)
export class DeliveriesController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary:
      'Deliveries that the asker sent or received; with `after` or `since`, those handed to the asker, as they were sealed',
    query: {
      after: 'The number after which to begin; 0 for all',
      since: 'An instant in UTC: those made since then',
      limit: 'At most 1,000; 100 where it is left out',
      recipient: recipientTold,
    },
    answers: {
      200: 'Without `after` and `since`: newest first. With one: bytes and signatures in the order of their numbers, and the last number',
    },
  })
  @Get()
  deliveries(
    @Signed() actor: Actor,
    @Query() asked: Readonly<Record<string, string | undefined>>,
  ): Promise<object> {
    const { after, since, limit, recipient } = asked
    if (after === undefined && since === undefined)
      return reading.deliveriesOf(this.edge.store, actor)
    const most = wholeNumber(limit ?? '100', 'limit')
    return this.ask('pull', {
      recipient: ownRecipient(actor, recipient),
      after: wholeNumber(after ?? '0', 'after'),
      since: instant(since),
      limit: Math.min(most, 1_000),
    })
  }

  @Told({
    summary: 'Have deliveries put into the asker’s stream once more, at most 1,000',
    body: {
      members: {
        after: 'The number after which to begin',
        since: 'Or an instant in UTC',
        recipient: recipientTold,
      },
      optional: ['after', 'since', 'recipient'],
    },
    answers: { 200: 'How many are sent again, and how many are not granted now' },
  })
  @Post('replay')
  @HttpCode(200)
  async replay(
    @Signed() actor: Actor,
    @Body(new JsonBody(ReplayBody)) { after, since, recipient }: ReplayBody,
    @Req() request: SignedHttp,
  ): Promise<object> {
    await actOnce(this.edge, request, 'take')
    const own = ownRecipient(actor, recipient)
    const ask = { recipient: own, after: after ?? 0, since: since ?? null }
    return this.ask('replay', { ...ask, limit: 1_000 })
  }

  @Told({
    summary:
      'The operator sees which deliveries could not be carried or were terminated again and again',
    answers: { 200: 'Recipient, number, failures, the last reason; oldest first' },
  })
  @Get('dead')
  dead(@Signed() actor: Actor): Promise<object> {
    operatorOnly(actor)
    return reading.deadDeliveries(this.edge.store)
  }

  @Told({
    summary: 'The operator sends dead deliveries again',
    body: {
      members: { recipient: 'Whose', numbers: 'Which; all of them where it is left out' },
      optional: ['numbers'],
    },
    answers: { 200: 'How many go' },
  })
  @Post('dead/resend')
  @HttpCode(200)
  async resend(
    @Body(new JsonBody(ResendBody)) { recipient, numbers }: ResendBody,
    @Req() request: SignedHttp,
  ): Promise<object> {
    await actOnce(this.edge, request, 'register')
    return this.ask('resend', { recipient, numbers: numbers ?? null })
  }

  @Told({
    summary: 'Where the asker’s deliveries are posted, how far, and what went wrong last',
    answers: { 200: 'At most one for the participant, and one for the asker’s office' },
  })
  @Get('webhook')
  webhook(@Signed() actor: Actor): Promise<object> {
    return reading.webhookOf(this.edge.store, actor)
  }

  @Told({
    summary: 'Have deliveries posted to an address too',
    body: {
      members: {
        url: 'https, or http with a port on the hub’s own machine',
        recipient: recipientTold,
      },
      optional: ['recipient'],
    },
    answers: { 200: 'What holds from now on' },
  })
  @Put('webhook')
  async setWebhook(
    @Signed() actor: Actor,
    @Body(new JsonBody(WebhookBody)) { url, recipient }: WebhookBody,
    @Req() request: SignedHttp,
  ): Promise<object> {
    await actOnce(this.edge, request, 'take')
    return this.ask('webhook', {
      participant: ownRecipient(actor, recipient),
      url,
      kid: actor.kid,
    })
  }

  @Told({
    summary: 'Have deliveries posted no more',
    query: { recipient: recipientTold },
    answers: { 200: 'What holds from now on' },
  })
  @Delete('webhook')
  async endWebhook(
    @Signed() actor: Actor,
    @Query() { recipient }: Readonly<Record<string, string | undefined>>,
    @Req() request: SignedHttp,
  ): Promise<object> {
    await actOnce(this.edge, request, 'take')
    return this.ask('webhook', {
      participant: ownRecipient(actor, recipient),
      url: null,
      kid: actor.kid,
    })
  }

  private async ask(verb: string, body: object): Promise<object> {
    const outcome = await command<object>(this.edge.bus, `delivery.command.${verb}.v1`, body)
    if (!outcome.ok) throw new Refused(outcome.refusal)
    return outcome.value
  }
}

function operatorOnly({ kind }: Actor): void {
  if (kind !== 'operator')
    throw new Refused(refuse('NOT_ALLOWED', 'only the operator may do this').refusal)
}

function wholeNumber(text: string, name: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new Refused(refuse('CONTENT_WRONG', `${name} is not a whole number`).refusal)
  return Number(text)
}

function instant(text: string | undefined): string | null {
  if (text === undefined) return null
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(text) || isNaN(Date.parse(text)))
    throw new Refused(
      refuse('CONTENT_WRONG', 'since is no instant in UTC, such as 2026-01-31T09:12:00Z').refusal,
    )
  return text
}

// SPDX-License-Identifier: Apache-2.0
import { decideAct } from '@corridor/message'
import { command, Refused } from '@corridor/platform'
import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common'
import type { Actor } from './actor'
import { edgeToken, type Edge } from './edge'
import { ledgerOf } from './ledger-reading'
import { instantOf, wholeOf, wrongQuery } from './query-words'
import { Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

const mostPosition = 999_999_999_999

/** What of an origin's own went to whom: its ledger, and whether that is complete. */
@Controller('api/ledger')
@UseGuards(SignedRequestGuard)
export class LedgerController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'What of the asker’s own figures went to whom, when, under which clause, in what form',
    query: {
      recipient:
        'To one recipient: a participant with all its offices, or one office, such as DK-STAT',
      contract: 'By one contract',
      agreement: 'Under one agreement',
      submission: 'Of one message, by the sender’s id',
      dataset: 'Of one dataset, by its position',
      from: 'Released at this instant or later',
      until: 'Released before this instant',
      before: 'The next of the page before',
      limit: 'At most 1,000; 100 where it is left out',
    },
    answers: { 200: 'A line for each clause of each release, newest first, and the next page' },
  })
  @Get()
  ledger(
    @Signed() { participant: origin }: Actor,
    @Query() asked: Readonly<Record<string, unknown>>,
  ): Promise<object> {
    return ledgerOf(this.edge.store, {
      origin,
      recipient: textOf('recipient', asked['recipient']),
      contract: textOf('contract', asked['contract']),
      agreement: textOf('agreement', asked['agreement']),
      submission: textOf('submission', asked['submission']),
      dataset: placeOf('dataset', asked['dataset']),
      from: instantOf('from', asked['from']),
      until: instantOf('until', asked['until']),
      before: placeOf('before', asked['before']),
      limit: Math.max(1, wholeOf('limit', asked['limit'], { otherwise: 100, most: 1_000 })),
    })
  }

  @Told({
    summary:
      'One step of an audit: statements that the ledger does not have, and rows that no clause granted; the operator’s is of all origins',
    query: { after: 'The next of the step before' },
    answers: { 200: 'What was found, how many statements were looked at, and where to go on' },
  })
  @Get('audit')
  async audit(@Signed() actor: Actor, @Query('after') after?: string): Promise<object> {
    const origin = decideAct(actor, 'register').ok ? null : actor.participant
    const ask = { origin, after: after ?? null }
    const found = await command<object>(this.edge.bus, 'delivery.command.audit-ledger.v1', ask)
    if (!found.ok) throw new Refused(found.refusal)
    return found.value
  }
}

function textOf(name: string, text: unknown): string | null {
  if (text === undefined) return null
  return typeof text === 'string' && text.length <= 128 ? text : wrongQuery(`${name} is a word`)
}

function placeOf(name: string, text: unknown): number | null {
  return text === undefined ? null : wholeOf(name, text, { otherwise: 0, most: mostPosition })
}

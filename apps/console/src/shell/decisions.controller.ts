// SPDX-License-Identifier: Apache-2.0
import { command, Refused } from '@corridor/platform'
import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common'
import type { Actor } from './actor'
import { edgeToken, type Edge } from './edge'
import { instantOf, wrongQuery } from './query-words'
import { Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

/** Why figures of the asker's own left or stayed. */
@Controller('api/decisions')
@UseGuards(SignedRequestGuard)
export class DecisionsController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary:
      'Which rows of the asker’s own message left for a recipient under which clause, and which stayed and why',
    query: {
      submission: 'The sender’s id of the message',
      recipient: 'For whom: a participant, or one office of it, such as DK-STAT',
      at: 'As of an instant; of the release where it is left out, or of now where there was none',
    },
    answers: { 200: 'For each dataset, rows of one fate and one reason together' },
  })
  @Get()
  async explain(
    @Signed() { participant: origin }: Actor,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<object> {
    const at = instantOf('at', query['at'])?.toISOString() ?? null
    const submission = wordIn(query, 'submission')
    const recipient = wordIn(query, 'recipient')
    const ask = { origin, submission, recipient, at }
    const told = await command<object>(this.edge.bus, 'delivery.command.explain.v1', ask)
    if (!told.ok) throw new Refused(told.refusal)
    return { submission, recipient, datasets: told.value }
  }
}

function wordIn(query: Readonly<Record<string, unknown>>, name: string): string {
  const word = query[name]
  return typeof word === 'string' && word !== '' && word.length <= 128
    ? word
    : wrongQuery(`${name} is missing`)
}

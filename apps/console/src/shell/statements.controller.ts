// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import { Refused } from '@corridor/platform'
import { Controller, Get, Inject, Param, Query, UseGuards } from '@nestjs/common'
import type { Actor } from './actor'
import { edgeToken, type Edge } from './edge'
import { signedActsOf } from './passkeys/signed-acts'
import { dueOf } from './due-reading'
import * as reading from './reading'
import { stagesOf } from './stages-reading'
import { Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

/** What a participant may read through the API: what is its own, or was shared with it, and nothing else. */
@Controller('api')
@UseGuards(SignedRequestGuard)
export class StatementsController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'Agreements that the asker is a party to',
    answers: { 200: 'Terms, state, signatures' },
  })
  @Get('agreements')
  agreements(@Signed() actor: Actor): Promise<object> {
    return reading.agreementsOf(this.edge.store, actor)
  }

  @Told({ summary: 'One of them', answers: { 200: 'Terms, state, signatures' } })
  @Get('agreements/:id')
  async agreement(@Signed() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = (await reading.agreementsOf(this.edge.store, actor)).find(
      (agreement) => agreement.id === id,
    )
    return found ?? notShared('AGREEMENT_UNKNOWN')
  }

  @Told({
    summary: 'What has happened to one of them, with the signed acts',
    answers: { 200: 'Oldest first' },
  })
  @Get('agreements/:id/acts')
  async acts(@Signed() actor: Actor, @Param('id') id: string): Promise<object> {
    const acts = await reading.actsOf(this.edge.store, actor, id)
    return acts === undefined ? notShared('AGREEMENT_UNKNOWN') : { acts }
  }

  @Told({
    summary: 'Its signed acts, each with whose key it was, sealed by the hub for later proof',
    answers: { 200: 'Oldest first: payload and signature (contract signed-act)' },
  })
  @Get('agreements/:id/proofs')
  async proofs(@Signed() actor: Actor, @Param('id') id: string): Promise<object> {
    const proofs = await signedActsOf(this.edge, actor, id)
    return proofs === undefined ? notShared('AGREEMENT_UNKNOWN') : { proofs }
  }

  @Told({ summary: 'The asker’s newest receipts and refusals', answers: { 200: 'Newest first' } })
  @Get('receipts')
  receipts(@Signed() actor: Actor): Promise<object> {
    return reading.receiptsOf(this.edge.store, actor)
  }

  @Told({
    summary: 'The newest reports that the asker may see',
    answers: { 200: 'One for each agreement and period' },
  })
  @Get('reports')
  reports(@Signed() actor: Actor): Promise<object> {
    return reading.reportsOf(this.edge.store, actor)
  }

  @Told({
    summary: 'A report as it was sealed',
    query: {
      period: 'The last one where it is left out',
      version: 'The newest where it is left out',
    },
    answers: { 200: 'Bytes and signature' },
  })
  @Get('reports/:agreement')
  async report(
    @Signed() actor: Actor,
    @Param('agreement') agreement: string,
    @Query() { period, version }: Readonly<Record<string, unknown>>,
  ): Promise<object> {
    const wanted = typeof version === 'string' && /^\d{1,9}$/.test(version) ? Number(version) : null
    return (
      (await reading.sealedReport(this.edge.store, actor, {
        ...{ agreement, version: wanted, period: typeof period === 'string' ? period : null },
      })) ?? notShared('NOT_FOUND')
    )
  }

  @Told({
    summary: 'Reports that parties owe by the timetables of their agreements',
    answers: { 200: 'What is due, came in time or late, or is missing' },
  })
  @Get('due')
  due(@Signed() actor: Actor): Promise<object> {
    return dueOf(this.edge.store, actor)
  }

  @Told({
    summary: 'Stages of one path, each held against the stages before it',
    answers: { 200: 'What was found; nothing for strangers' },
  })
  @Get('reports/:agreement/stages')
  stages(@Signed() actor: Actor, @Param('agreement') agreement: string): Promise<object> {
    return stagesOf(this.edge.store, actor, agreement)
  }

  @Told({ summary: 'The newest feed of the asker’s region', answers: { 200: 'At most one' } })
  @Get('feeds')
  feeds(@Signed() actor: Actor): Promise<object> {
    return reading.feedsOf(this.edge.store, actor)
  }

  @Told({ summary: 'A feed as it was sealed', answers: { 200: 'Bytes and signature' } })
  @Get('feeds/:region')
  async feed(@Signed() actor: Actor, @Param('region') region: string): Promise<object> {
    return (await reading.sealedFeed(this.edge.store, actor, region)) ?? notShared('NOT_FOUND')
  }

  @Told({
    summary: 'Lines of the journal: digests only',
    query: { from: 'The first position', limit: 'At most 10,000' },
    answers: { 200: 'Links, and the end of the chain' },
  })
  @Get('journal')
  journal(@Query('from') from?: string, @Query('limit') limit?: string): Promise<object> {
    return reading.journalFrom(this.edge.store, {
      from: count(from, 1),
      limit: Math.min(count(limit, 1_000), 10_000),
    })
  }
}

// The same words for what does not exist and for what is not shared: a stranger learns nothing.
function notShared(code: 'AGREEMENT_UNKNOWN' | 'NOT_FOUND'): never {
  throw new Refused(refuse(code, 'there is no such thing, or it is not shared with you').refusal)
}

function count(text: string | undefined, otherwise: number): number {
  return /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : otherwise
}

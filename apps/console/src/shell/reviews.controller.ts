// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import { Refused } from '@corridor/platform'
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  UseGuards,
} from '@nestjs/common'
import type { Actor } from './actor'
import { askReview } from './ask-review'
import { SignedStatementBody } from './bodies'
import { edgeToken, type Edge } from './edge'
import { JsonBody } from './json-body.pipe'
import { casesOf, caseOf, reviewOf, reviewsOf, signedReportOf } from './review-reading'
import { Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

const signedAct = { bytes: 'The signed act, base64', signature: 'The signature over it' } as const
const ofVersion = { version: 'The newest where it is left out' } as const

/** Cases and the review of reports: what the asker may read of them, and acts, which reconciliation proves and decides. */
@Controller('api')
@UseGuards(SignedRequestGuard)
export class ReviewsController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'The cases that the asker may see',
    query: { agreement: 'Of this agreement' },
    answers: { 200: 'Those due first' },
  })
  @Get('cases')
  cases(@Signed() actor: Actor, @Query('agreement') agreement?: string): Promise<object> {
    return casesOf(this.edge.store, actor, agreement ?? null)
  }

  @Told({
    summary: 'One case: figures, answers, and what has happened',
    answers: { 200: 'Without the other side’s own comments' },
  })
  @Get('cases/:id')
  async case(@Signed() actor: Actor, @Param('id') id: string): Promise<object> {
    return (await caseOf(this.edge.store, actor, id)) ?? notShared('CASE_UNKNOWN')
  }

  @Told({
    summary: 'Act on a case: comment, propose, counter, agree, differ, explain, close (review-act)',
    body: { members: signedAct },
    answers: { 200: 'Where it stands' },
  })
  @Post('cases/:id/acts')
  @HttpCode(200)
  actOnCase(@Body(new JsonBody(SignedStatementBody)) body: SignedStatementBody): Promise<unknown> {
    return askReview(this.edge, body)
  }

  @Told({
    summary: 'Where the review of each report stands that the asker may see',
    answers: { 200: 'The newest version of each' },
  })
  @Get('reviews')
  reviews(@Signed() actor: Actor): Promise<object> {
    return reviewsOf(this.edge.store, actor)
  }

  @Told({
    summary: 'The review of one report: what there is to sign, and what has happened',
    query: ofVersion,
    answers: { 200: 'State, text, moves' },
  })
  @Get('reviews/:agreement/:period')
  async review(
    @Signed() actor: Actor,
    @Param() { agreement, period }: { agreement: string; period: string },
    @Query('version') version?: string,
  ): Promise<object> {
    const asked = { agreement, period, version: numberIn(version) }
    return (await reviewOf(this.edge.store, actor, asked)) ?? notShared('REPORT_UNKNOWN')
  }

  @Told({
    summary: 'The report that all have signed, as the hub sealed it',
    query: ofVersion,
    answers: { 200: 'Bytes and signature' },
  })
  @Get('reviews/:agreement/:period/signed')
  async signed(
    @Signed() actor: Actor,
    @Param() { agreement, period }: { agreement: string; period: string },
    @Query('version') version?: string,
  ): Promise<object> {
    const asked = { agreement, period, version: numberIn(version) }
    return (await signedReportOf(this.edge.store, actor, asked)) ?? notShared('REPORT_UNKNOWN')
  }

  @Told({
    summary: 'Act on a report: sign, withdraw, return, renew (review-act)',
    body: { members: signedAct },
    answers: { 200: 'Where it stands' },
  })
  @Post('reviews/:agreement/:period/acts')
  @HttpCode(200)
  actOnReport(
    @Body(new JsonBody(SignedStatementBody)) body: SignedStatementBody,
  ): Promise<unknown> {
    return askReview(this.edge, body)
  }
}

// The same words for what does not exist and for what is not shared: a stranger learns nothing.
function notShared(code: 'CASE_UNKNOWN' | 'REPORT_UNKNOWN'): never {
  const what = code === 'CASE_UNKNOWN' ? 'case' : 'report'
  throw new Refused(refuse(code, `there is no such ${what}, or it is not shared with you`).refusal)
}

function numberIn(text: string | undefined): number | null {
  return /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : null
}

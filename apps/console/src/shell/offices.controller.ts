// SPDX-License-Identifier: Apache-2.0
import { Body, Controller, Get, HttpCode, Inject, Post, Query, UseGuards } from '@nestjs/common'
import type { Actor } from './actor'
import { askAccess } from './ask-access'
import { SignedStatementBody } from './bodies'
import { edgeToken, type Edge } from './edge'
import { JsonBody } from './json-body.pipe'
import { officePairsOf } from './office-pairs-reading'
import { releasingOfficesOf } from './register-reading'
import { Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

/** Which office of a state releases its figures, and how its offices compare: its own people alone read it. */
@Controller('api')
@UseGuards(SignedRequestGuard)
export class OfficesController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'Which offices of the asker’s state release its figures',
    answers: { 200: 'By contract, with who signed it; office null where none is named any more' },
  })
  @Get('releasing-offices')
  list(@Signed() actor: Actor): Promise<object> {
    return releasingOfficesOf(this.edge.store, actor)
  }

  @Told({
    summary: 'A signatory names the office that releases figures by a contract (releasing-office)',
    body: {
      members: {
        bytes: 'The signed act, base64',
        signature: 'Over it, typ corridor-office-act, by an office key or a passkey',
      },
    },
    answers: { 200: 'What holds from now on' },
  })
  @Post('releasing-offices')
  @HttpCode(200)
  name(
    @Body(new JsonBody(SignedStatementBody)) { bytes, signature }: SignedStatementBody,
  ): Promise<unknown> {
    return askAccess(this.edge, 'name-releasing-office', { bytes, signature })
  }

  @Told({
    summary: 'How the offices of the asker’s state compare on the same figures',
    query: {
      contract: 'By this contract',
      period: 'Of this period',
      outcome: 'agrees, differs, counted-differently, not-comparable or one-sided',
    },
    answers: {
      200: 'Two offices a figure, the largest differences first, at most 1,000; and how many there are of each outcome',
    },
  })
  @Get('office-comparisons')
  compared(
    @Signed() actor: Actor,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<object> {
    const asked = (name: string): string | null => {
      const told = query[name]
      return typeof told === 'string' ? told : null
    }
    const [contract, period, outcome] = [asked('contract'), asked('period'), asked('outcome')]
    return officePairsOf(this.edge.store, actor, { contract, period, outcome })
  }
}

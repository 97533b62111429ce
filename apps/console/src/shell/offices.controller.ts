// SPDX-License-Identifier: Apache-2.0
import { Body, Controller, Get, HttpCode, Inject, Post, UseGuards } from '@nestjs/common'
import type { Actor } from './actor'
import { askAccess } from './ask-access'
import { SignedStatementBody } from './bodies'
import { edgeToken, type Edge } from './edge'
import { JsonBody } from './json-body.pipe'
import { releasingOfficesOf } from './register-reading'
import { Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

/** Which office of a state releases its figures: the state says it, and its own people alone read it. */
@Controller('api/releasing-offices')
@UseGuards(SignedRequestGuard)
export class OfficesController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'Which offices of the asker’s state release its figures',
    answers: { 200: 'By contract, with who signed it; office null where none is named any more' },
  })
  @Get()
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
  @Post()
  @HttpCode(200)
  name(
    @Body(new JsonBody(SignedStatementBody)) { bytes, signature }: SignedStatementBody,
  ): Promise<unknown> {
    return askAccess(this.edge, 'name-releasing-office', { bytes, signature })
  }
}

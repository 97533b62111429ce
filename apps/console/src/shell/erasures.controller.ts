// SPDX-License-Identifier: Apache-2.0
import { decideAct } from '@corridor/message'
import { command, Refused } from '@corridor/platform'
import { Body, Controller, Get, HttpCode, Inject, Post, Req, UseGuards } from '@nestjs/common'
import type { Request } from 'express'
import type { Actor } from './actor'
import { ErasureBody } from './erasure-body'
import { erasuresOf } from './erasures-reading'
import { edgeToken, type Edge } from './edge'
import { JsonBody } from './json-body.pipe'
import { proofOf, Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

/** Deleting messages, and what was deleted under what. */
@Controller('api/erasures')
@UseGuards(SignedRequestGuard)
export class ErasuresController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary:
      'Have a message deleted: its sender’s signatory, or the operator by the order of a competent authority. Receipt and digest stay',
    body: {
      members: {
        submission: 'The sender’s id of the message',
        participant: 'Whose message, where the operator asks',
        agreement: 'The agreement of the clause',
        clause: 'The clause under which it is deleted',
        reference: 'The reference of the order; the operator has to name it',
        reason: 'Why',
      },
      optional: ['participant', 'agreement', 'clause', 'reference'],
    },
    answers: { 200: 'What was deleted, and under what' },
  })
  @Post()
  @HttpCode(200)
  async erase(
    @Body(new JsonBody(ErasureBody)) _: ErasureBody,
    @Req() request: Request,
  ): Promise<object> {
    const ask = { proof: proofOf(request) }
    const erased = await command<object>(this.edge.bus, 'intake.command.erase.v1', ask)
    if (!erased.ok) throw new Refused(erased.refusal)
    return erased.value
  }

  @Told({
    summary: 'Messages of the asker that were deleted; the operator’s list is of all',
    answers: { 200: 'Newest first, with the signed orders' },
  })
  @Get()
  async list(@Signed() actor: Actor): Promise<object> {
    const whose = decideAct(actor, 'register').ok ? null : actor.participant
    return { erasures: await erasuresOf(this.edge.store, whose) }
  }
}

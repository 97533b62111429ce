// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import { Refused } from '@corridor/platform'
import { Controller, Get, Inject, Param, UseGuards } from '@nestjs/common'
import type { Actor } from './actor'
import { edgeToken, type Edge } from './edge'
import { participantOf, participantsOf } from './register-reading'
import { Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

/** What may be read of the register. */
@Controller('api/participants')
@UseGuards(SignedRequestGuard)
export class ParticipantsController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'Who is registered at this hub',
    answers: { 200: 'Ids, kinds, names and the codes of offices; no keys' },
  })
  @Get()
  list(): Promise<object> {
    return participantsOf(this.edge.store)
  }

  @Told({
    summary: 'One participant, for its own people and the operator',
    answers: { 200: 'Offices, keys with their roles, open invitations' },
  })
  @Get(':id')
  async show(@Signed() actor: Actor, @Param('id') id: string): Promise<object> {
    const found = await participantOf(this.edge.store, actor, id)
    if (found !== null) return found
    const detail = 'there is no such participant, or only its own people may see it'
    throw new Refused(refuse('NOT_FOUND', detail).refusal)
  }
}

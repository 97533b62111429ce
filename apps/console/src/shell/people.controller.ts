// SPDX-License-Identifier: Apache-2.0
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Req,
  UseGuards,
} from '@nestjs/common'
import type { Request } from 'express'
import type { Actor } from './actor'
import { askAccess } from './ask-access'
import { PersonBody } from './bodies'
import { edgeToken, type Edge } from './edge'
import { JsonBody } from './json-body.pipe'
import { peopleOf } from './person'
import { SignInProviders } from './sign-in/sign-in.service'
import { proofOf, Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

/** People who sign in by OpenID Connect, and their place in the register. */
@Controller('api/people')
@UseGuards(SignedRequestGuard)
export class PeopleController {
  constructor(
    @Inject(edgeToken) private readonly edge: Edge,
    private readonly providers: SignInProviders,
  ) {}

  @Told({
    summary: 'People of the asker’s participant',
    answers: { 200: 'Names, offices, roles; all people for the operator' },
  })
  @Get()
  list(@Signed() actor: Actor): Promise<object> {
    return peopleOf(this.edge.store, actor)
  }

  @Told({
    summary: 'A signatory registers a colleague, the operator anybody',
    body: {
      members: {
        participant: 'Whose',
        office: 'Of which office',
        roles: 'With which roles',
        name: 'The name',
        subject: 'As the provider of sign-ins names the person',
      },
    },
    answers: { 201: 'The id; of the local provider the passphrase too, once' },
  })
  @Post()
  register(
    @Body(new JsonBody(PersonBody)) body: PersonBody,
    @Req() request: Request,
  ): Promise<unknown> {
    const { participant, office, roles, name, subject } = body
    const issuer = this.providers.registeredIssuer
    const person = { participant, office, roles, name, subject, issuer }
    return askAccess(this.edge, 'register-person', { proof: proofOf(request), person })
  }

  @Told({ summary: 'A person leaves: nobody from this moment on', answers: { 200: 'Its id' } })
  @Post(':id/endings')
  @HttpCode(200)
  end(@Param('id') id: string, @Req() request: Request): Promise<unknown> {
    return askAccess(this.edge, 'end-person', { proof: proofOf(request), id })
  }
}

// SPDX-License-Identifier: Apache-2.0
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { renderAgreement, renderSigning, type ActWords } from '../../views'
import { askAccess } from '../ask-access'
import { edgeToken, type Edge } from '../edge'
import { sendPage } from '../send-page'
import { Told } from '../told'
import { allowOwnScript, formOf } from './page-form'
import { signedByForm } from './passkey-signing'
import { actNamed, agreementProps, signingProps } from './signing-props'

const page = { 200: { media: ['text/html'], about: 'The page' } }

interface ActPath {
  readonly id: string
  readonly act: string
}

/** Pages of an agreement on which people sign. A session shows a page; only a passkey signs what it shows. */
@Controller('agreements')
export class AgreementPagesController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'The page of an agreement: terms, history, and what the reader can sign',
    query: { done: 'Given right after a signature' },
    answers: page,
  })
  @Get(':id')
  async agreement(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
  ): Promise<void> {
    await sendPage(this.edge, { request, response }, async (reader) => {
      const done = request.query['done'] !== undefined
      const props = await agreementProps(this.edge, reader, { id, done })
      return props === null ? null : renderAgreement(props)
    })
  }

  @Told({
    summary: 'The page of one act: what has to be said with it, then what is signed',
    query: {
      reason: 'Why, where the act needs it',
      clauses: 'Which clauses are left out',
      participant: 'Who asks to join',
    },
    answers: page,
  })
  @Get(':id/acts/:act')
  async act(
    @Param() { id, act: name }: ActPath,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendPage(this.edge, { request, response }, async (reader) => {
      const act = actNamed(name)
      if (act === undefined) return null
      const props = await signingProps(this.edge, reader, {
        id,
        act,
        words: wordsOf(request.query),
      })
      if (props === null) return null
      if (props.toSign?.ask) allowOwnScript(response)
      return renderSigning(props)
    })
  }

  /** The form of that page. Access verifies the passkey, decides, and lets the act take effect once. */
  @Told({
    summary: 'Signs an act with the passkey that the page has asked',
    body: { media: 'application/x-www-form-urlencoded', about: 'The form of the page' },
    answers: { 303: { empty: 'On to the agreement' } },
  })
  @Post(':id/acts/:act')
  async sign(
    @Param() { id: agreement, act: name }: ActPath,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendPage(this.edge, { request, response }, async ({ person }) => {
      const act = actNamed(name)
      if (act === undefined) return null
      const form = formOf(this.edge, request)
      const typ = act === 'sign' ? 'corridor-agreement' : 'corridor-agreement-act'
      const { bytes, signature } = await signedByForm(this.edge, person, { form, typ })
      const verb = act === 'sign' ? 'sign' : 'act-on-agreement'
      await askAccess(this.edge, verb, { agreement, bytes, signature })
      response.redirect(303, `/agreements/${encodeURIComponent(agreement)}?done`)
      return undefined
    })
  }
}

function wordsOf(query: Readonly<Record<string, unknown>>): ActWords {
  const { reason, clauses, participant } = query
  const given = (value: unknown): value is string => typeof value === 'string' && value !== ''
  return {
    ...(given(reason) && { reason: reason.slice(0, 500) }),
    // None is an answer too, where somebody asks to join.
    ...(typeof clauses === 'string' && { clauses: clauses.slice(0, 500) }),
    ...(given(participant) && { participant: participant.slice(0, 16) }),
  }
}

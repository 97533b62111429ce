// SPDX-License-Identifier: Apache-2.0
import { Refused } from '@corridor/platform'
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { renderCaseAct } from '../../views'
import { askReview, type SignedReviewAct } from '../ask-review'
import { edgeToken, type Edge } from '../edge'
import { allowForm, allowOwnScript, formOf } from '../passkeys/page-form'
import { signedByForm } from '../passkeys/passkey-signing'
import { sendPage, type Reader } from '../send-page'
import { Told } from '../told'
import { actIn, caseActNamed, caseActProps, type CaseActAsked } from './case-act-props'
import { caseHref } from './places'
import { wordsOf } from './written-words'

const page = { 200: { media: ['text/html'], about: 'The page' } }
const form = { media: 'application/x-www-form-urlencoded', about: 'The form of the page' } as const

interface ActPath {
  readonly id: string
  readonly act: string
}

/** Acts about cases on pages: a form, what is signed, and the signature of a passkey. Figures and words stand in no address. */
@Controller('cases/:id/acts/:act')
export class CaseActsController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'The page of one act about a case: what has to be said with it',
    query: { figure: 'Which figure it is about' },
    answers: page,
  })
  @Get()
  async form(
    @Param() path: ActPath,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendPage(this.edge, { request, response }, (reader) => {
      const { figure } = request.query
      const asked = { figure: typeof figure === 'string' ? figure : null, written: null }
      return this.page(reader, response, { ...path, ...asked, answers: null, again: false })
    })
  }

  @Told({
    summary: 'What is signed by the words of that form, and the passkey that is asked',
    body: form,
    answers: page,
  })
  @Post('document')
  async document(
    @Param() path: ActPath,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendPage(this.edge, { request, response }, (reader) => {
      const sent = formOf(this.edge, request)
      const asked = { figure: sent.get('figure'), answers: Number(sent.get('answers')) }
      const again = sent.has('more')
      return this.page(reader, response, { ...path, ...asked, written: wordsOf(sent), again })
    })
  }

  /** Reconciliation verifies the passkey and decides. Where the case was changed meanwhile no word is lost. */
  @Told({
    summary: 'Signs an act about a case with the passkey that the page has asked',
    body: form,
    answers: { 303: { empty: 'On to the case' } },
  })
  @Post()
  async sign(
    @Param() path: ActPath,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendPage(this.edge, { request, response }, async (reader) => {
      const sent = formOf(this.edge, request)
      const typ = 'corridor-review-act'
      const signed = await signedByForm(this.edge, reader.person, { form: sent, typ })
      try {
        await askReview(this.edge, signed)
      } catch (error) {
        if (!(error instanceof Refused) || error.refusal.code !== 'REVIEW_VERSION_STALE')
          throw error
        response.status(409)
        return this.tooLate(reader, response, { path, signed })
      }
      response.redirect(303, `${caseHref(path.id)}?done`)
      return undefined
    })
  }

  private tooLate(
    reader: Reader,
    response: Response,
    { path, signed }: { readonly path: ActPath; readonly signed: SignedReviewAct },
  ): Promise<string | null> {
    const found = actIn(signed.bytes)
    const asked = {
      ...{ figure: found?.act.figure ?? null, answers: found?.act.answers ?? null, again: true },
      written: found?.written ?? null,
    }
    return this.page(reader, response, { ...path, ...asked })
  }

  private async page(
    reader: Reader,
    response: Response,
    { act: name, ...asked }: Omit<CaseActAsked, 'act'> & { readonly act: string },
  ): Promise<string | null> {
    const act = caseActNamed(name)
    if (act === undefined) return null
    const props = await caseActProps(this.edge, reader, { ...asked, act })
    if (props === null) return null
    if (props.toSign?.ask) allowOwnScript(response)
    else allowForm(response)
    return renderCaseAct(props)
  }
}

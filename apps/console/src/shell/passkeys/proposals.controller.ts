// SPDX-License-Identifier: Apache-2.0
import { httpNumber, Refused } from '@corridor/platform'
import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { renderProposal } from '../../views'
import { askAccess } from '../ask-access'
import { edgeToken, type Edge } from '../edge'
import { sendPage, type Reader } from '../send-page'
import { Told } from '../told'
import { allowForm, allowOwnScript, fileFormOf, formOf } from './page-form'
import { signedByForm } from './passkey-signing'
import { answeredIn, proposalProps, termsIn, type ProposalAsked } from './proposal-props'

const page = { 200: { media: ['text/html'], about: 'The page' } }

/** Pages on which terms are proposed, or answered by other terms: a file or a text, what it comes to, and a passkey. */
@Controller('proposals')
export class ProposalsController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'The page of a proposal: a form for its terms',
    query: { answers: 'The agreement whose terms are answered; none for a new one' },
    answers: page,
  })
  @Get()
  async form(@Req() request: Request, @Res() response: Response): Promise<void> {
    await sendPage(this.edge, { request, response }, (reader) => {
      const { answers } = request.query
      const asked = { answers: typeof answers === 'string' ? answers : null, text: null }
      return this.page(reader, response, { ...asked, refused: null })
    })
  }

  @Told({
    summary: 'What is proposed by the terms of that form, and the passkey that is asked',
    body: { media: 'multipart/form-data', about: 'The form of the page, with a file or a text' },
    answers: page,
  })
  @Post('document')
  async document(@Req() request: Request, @Res() response: Response): Promise<void> {
    await sendPage(this.edge, { request, response }, async (reader) => {
      const form = await fileFormOf(this.edge, request)
      return this.page(reader, response, { ...(await askedBy(form)), refused: null })
    })
  }

  /** Access verifies the passkey and decides. Terms that it does not take come back in the form, with the reason. */
  @Told({
    summary: 'Proposes terms with the passkey that the page has asked',
    body: { media: 'application/x-www-form-urlencoded', about: 'The form of the page' },
    answers: { 303: { empty: 'On to the agreement' } },
  })
  @Post()
  async propose(@Req() request: Request, @Res() response: Response): Promise<void> {
    await sendPage(this.edge, { request, response }, async (reader) => {
      const form = formOf(this.edge, request)
      const typ = 'corridor-agreement-act'
      const signed = await signedByForm(this.edge, reader.person, { form, typ })
      const brought = termsIn(form)
      if (!brought.ok) throw new Refused(brought.refusal)
      const { text, terms } = brought.value
      try {
        const told = await askAccess(this.edge, 'propose', { ...signed, terms })
        const { agreement } = told as { readonly agreement: string }
        response.redirect(303, `/agreements/${encodeURIComponent(agreement)}?done`)
        return undefined
      } catch (error) {
        if (!(error instanceof Refused) || !error.refusal.code.startsWith('AGREEMENT_')) throw error
        const { code, detail } = error.refusal
        response.status(httpNumber(code))
        const answers = answeredIn(signed.bytes)
        return this.page(reader, response, { answers, text, refused: `${code}: ${detail}` })
      }
    })
  }

  private async page(
    reader: Reader,
    response: Response,
    asked: ProposalAsked,
  ): Promise<string | null> {
    const props = await proposalProps(this.edge, reader, asked)
    if (props === null) return null
    if (props.toSign?.ask) allowOwnScript(response)
    else allowForm(response)
    return renderProposal(props)
  }
}

/** What a form asks for. A file goes before a text; a field for one without a file sends an empty one. */
async function askedBy(form: FormData): Promise<Omit<ProposalAsked, 'refused'>> {
  const [answers, file, terms] = ['answers', 'file', 'terms'].map((name) => form.get(name))
  const isFile = file instanceof File && file.size > 0
  const text = typeof terms === 'string' ? terms : ''
  return {
    answers: typeof answers === 'string' ? answers : null,
    text: isFile ? await file.text() : text,
  }
}

// SPDX-License-Identifier: Apache-2.0
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { renderReportAct } from '../../views'
import type { WrittenWords } from '../../views'
import { askReview } from '../ask-review'
import { edgeToken, type Edge } from '../edge'
import { allowForm, allowOwnScript, formOf } from '../passkeys/page-form'
import { signedByForm } from '../passkeys/passkey-signing'
import { sendPage, type Reader } from '../send-page'
import { Told } from '../told'
import { reportHref } from './places'
import { reportActNamed, reportActProps } from './report-act-props'
import { wordsOf } from './written-words'

const page = { 200: { media: ['text/html'], about: 'The page' } }
const form = { media: 'application/x-www-form-urlencoded', about: 'The form of the page' } as const

interface ActPath {
  readonly agreement: string
  readonly period: string
  readonly act: string
}

/** Acts about reports on pages: what a signature binds to, and the signature of a passkey. */
@Controller('reports/:agreement/:period/acts/:act')
export class ReportActsController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'The page of one act about a report: what is signed, or the form of its reason',
    answers: page,
  })
  @Get()
  async form(
    @Param() path: ActPath,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendPage(this.edge, { request, response }, (reader) =>
      this.page(reader, response, { ...path, written: null }),
    )
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
    await sendPage(this.edge, { request, response }, (reader) =>
      this.page(reader, response, { ...path, written: wordsOf(formOf(this.edge, request)) }),
    )
  }

  @Told({
    summary: 'Signs an act about a report with the passkey that the page has asked',
    body: form,
    answers: { 303: { empty: 'On to the report' } },
  })
  @Post()
  async sign(
    @Param() { agreement, period }: ActPath,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendPage(this.edge, { request, response }, async ({ person }) => {
      const sent = formOf(this.edge, request)
      const typ = 'corridor-review-act'
      await askReview(this.edge, await signedByForm(this.edge, person, { form: sent, typ }))
      response.redirect(303, `${reportHref(agreement, period)}?done`)
      return undefined
    })
  }

  private async page(
    reader: Reader,
    response: Response,
    { act: name, ...asked }: ActPath & { readonly written: WrittenWords | null },
  ): Promise<string | null> {
    const act = reportActNamed(name)
    if (act === undefined) return null
    const props = await reportActProps(this.edge, reader, { ...asked, act })
    if (props === null) return null
    if (props.toSign?.ask) allowOwnScript(response)
    else allowForm(response)
    return renderReportAct(props)
  }
}

// SPDX-License-Identifier: Apache-2.0
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { renderReport, renderReports } from '../../views'
import { edgeToken, type Edge } from '../edge'
import { signedReportOf } from '../review-reading'
import { sendPage } from '../send-page'
import { Told } from '../told'
import { reportProps, reportsProps } from './report-props'

const page = { 200: { media: ['text/html'], about: 'The page' } }

interface ReportPath {
  readonly agreement: string
  readonly period: string
}

/** Pages of reports. A session shows a page; only a passkey signs what it shows. */
@Controller('reports')
export class ReportPagesController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({ summary: 'The page of reports, the newest version of each', answers: page })
  @Get()
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    await sendPage(this.edge, { request, response }, async (reader) =>
      renderReports(await reportsProps(this.edge, reader)),
    )
  }

  @Told({
    summary: 'The page of one report: where it stands, what is signed, what was compared',
    query: {
      version: 'The newest where it is left out',
      from: 'The first of the compared figures to show, from 0',
      done: 'Given right after a signature',
    },
    answers: page,
  })
  @Get(':agreement/:period')
  async one(
    @Param() place: ReportPath,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendPage(this.edge, { request, response }, async (reader) => {
      const { version, from, done } = request.query
      const props = await reportProps(this.edge, reader, {
        ...place,
        ...{ version: numberIn(version), from: numberIn(from) ?? 0, done: done !== undefined },
      })
      return props === null ? null : renderReport(props)
    })
  }

  @Told({
    summary: 'The report that all have signed, as a file that corridor verify reads',
    answers: { 200: { media: ['application/json'], about: 'Bytes and the hub’s signature' } },
  })
  @Get(':agreement/:period/signed/:version')
  async signed(
    @Param() { version, ...place }: ReportPath & { readonly version: string },
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendPage(this.edge, { request, response }, async ({ actor }) => {
      const asked = { ...place, version: numberIn(version) }
      const sealed = await signedReportOf(this.edge.store, actor, asked)
      if (sealed === null) return null
      response.attachment(`${place.agreement}.${place.period}.${version}.signed.json`)
      // As `corridor` keeps sealed statements.
      response.json({ corridor: 'sealed', ...sealed })
      return undefined
    })
  }
}

function numberIn(text: unknown): number | null {
  return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}

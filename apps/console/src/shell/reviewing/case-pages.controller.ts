// SPDX-License-Identifier: Apache-2.0
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { renderCase, renderCases } from '../../views'
import { edgeToken, type Edge } from '../edge'
import { sendPage } from '../send-page'
import { Told } from '../told'
import { caseProps } from './case-props'
import { casesProps } from './cases-props'

const page = { 200: { media: ['text/html'], about: 'The page' } }

/** Pages of cases. A session shows a page; only a passkey signs what it shows. */
@Controller('cases')
export class CasePagesController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'The page of cases, those due first',
    query: {
      agreement: 'Of this agreement',
      show: 'open, ours, settled or all',
      page: 'A later page of the list',
    },
    answers: page,
  })
  @Get()
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    await sendPage(this.edge, { request, response }, async (reader) =>
      renderCases(await casesProps(this.edge, reader, request.query)),
    )
  }

  @Told({
    summary: 'The page of one case: both sides, what is on the table, what has happened',
    query: { figure: 'Which figure to show in full', done: 'Given right after a signature' },
    answers: page,
  })
  @Get(':id')
  async one(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
  ): Promise<void> {
    await sendPage(this.edge, { request, response }, async (reader) => {
      const { figure, done } = request.query
      const asked = { id, figure: typeof figure === 'string' ? figure : null }
      const props = await caseProps(this.edge, reader, { ...asked, done: done !== undefined })
      return props === null ? null : renderCase(props)
    })
  }
}

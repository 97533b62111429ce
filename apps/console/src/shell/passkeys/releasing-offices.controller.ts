// SPDX-License-Identifier: Apache-2.0
import { statisticalContracts, validate, type ReleasingOffice } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { Refused } from '@corridor/platform'
import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { renderReleasingOffices, type ReleasingOfficesProps } from '../../views'
import { askAccess } from '../ask-access'
import { edgeToken, type Edge } from '../edge'
import { frameOf } from '../frame'
import { officesOf, releasingOfficesOf } from '../register-reading'
import { sendPage, type Reader } from '../send-page'
import { Told } from '../told'
import { allowOwnScript, formOf } from './page-form'
import { signedByForm, toBeSigned } from './passkey-signing'

const typ = 'corridor-office-act'
type Asked = NonNullable<ReleasingOfficesProps['asked']>

/** The page on which a signatory of a state names the office that releases its figures. */
@Controller('offices')
export class ReleasingOfficesController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'The page of releasing offices, and what is signed to name one',
    query: {
      contract: 'By which contract',
      office: 'Which office; empty for none any more',
      done: 'Given right after a signature',
    },
    answers: { 200: { media: ['text/html'], about: 'The page' } },
  })
  @Get()
  async page(@Req() request: Request, @Res() response: Response): Promise<void> {
    await sendPage(this.edge, { request, response }, async (reader) => {
      if (reader.actor.kind !== 'state') return null
      const { contract, office, done } = request.query
      const isAsked = typeof contract === 'string' && typeof office === 'string'
      const asked = isAsked ? { contract, office: office === '' ? null : office } : null
      const props = await this.propsOf(reader, asked, done !== undefined)
      if (props.toSign?.ask) allowOwnScript(response)
      return renderReleasingOffices(props)
    })
  }

  /** Access verifies the passkey, and whether the office is one of the state. */
  @Told({
    summary: 'Names a releasing office with the passkey that the page has asked',
    body: { media: 'application/x-www-form-urlencoded', about: 'The form of the page' },
    answers: { 303: { empty: 'Back to the page' } },
  })
  @Post()
  async name(@Req() request: Request, @Res() response: Response): Promise<void> {
    await sendPage(this.edge, { request, response }, async ({ person }) => {
      const form = formOf(this.edge, request)
      await askAccess(
        this.edge,
        'name-releasing-office',
        await signedByForm(this.edge, person, { form, typ }),
      )
      response.redirect(303, '/offices?done')
      return undefined
    })
  }

  private async propsOf(
    reader: Reader,
    asked: Asked | null,
    done: boolean,
  ): Promise<ReleasingOfficesProps> {
    const { store } = this.edge
    const [said, offices] = await Promise.all([
      releasingOfficesOf(store, reader.actor),
      officesOf(store, reader.actor),
    ])
    const named = statisticalContracts.map((contract) => {
      const found = said.find((one) => one.contract === contract)
      const signed = found && { at: found.at, by: found.name, office: found.signedIn }
      return { contract, office: found?.office ?? null, signed: signed ?? null }
    })
    const toSign = asked === null ? null : await this.toSign(reader, asked)
    return { frame: frameOf(this.edge, reader.actor), named, offices, asked, done, toSign }
  }

  private toSign(reader: Reader, { contract, office }: Asked) {
    const at = this.edge.clock().toISOString()
    const document: ReleasingOffice = { contract, at, ...(office !== null && { office }) }
    const judged = validate('releasing-office', '0.1.0', document)
    if (!judged.ok) throw new Refused(judged.refusal)
    return toBeSigned(this.edge, reader, {
      ...{ typ, role: 'name-office', text: canonicalJson(document), action: '/offices' },
      command: `corridor offices name ${contract} ${office ?? '--nobody'}`,
    })
  }
}

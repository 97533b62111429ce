// SPDX-License-Identifier: Apache-2.0
import { claimOf, parseJson, verify } from '@corridor/message'
import { command } from '@corridor/platform'
import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { renderAgreements, renderCorridors, renderReview, type SignedOutProps } from '../views'
import { findActor, type Actor } from './actor'
import { edgeToken, type Edge } from './edge'
import { agreementsProps, corridorsProps, reviewProps } from './page-props'
import { sendPage, sendSignedOut } from './send-page'
import { makeSession, sessionCookie, sessionSeconds } from './session'
import { isSecure } from './sign-in/local-provider'
import { Told } from './told'

const page = { 200: { media: ['text/html'], about: 'The page' } }

/** The pages. Each shows what its reader's participant may see, looked up anew at every request. */
@Controller()
export class PagesController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({ summary: 'The page of corridors', answers: page })
  @Get()
  async home(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.page(request, response, async (actor) =>
      renderCorridors(await corridorsProps(this.edge, actor)),
    )
  }

  @Told({ summary: 'The page of agreements', answers: page })
  @Get('agreements')
  async agreements(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.page(request, response, async (actor) =>
      renderAgreements(await agreementsProps(this.edge, actor)),
    )
  }

  @Told({ summary: 'The page of a comparison', answers: page })
  @Get('corridors/:agreement')
  async corridor(
    @Req() request: Request,
    @Res() response: Response,
    @Param('agreement') agreement: string,
  ): Promise<void> {
    const figure = typeof request.query['figure'] === 'string' ? request.query['figure'] : null
    await this.page(request, response, async (actor) => {
      const props = await reviewProps(this.edge, actor, { agreement, figure })
      return props === null ? null : renderReview(props)
    })
  }

  /** A one-use link made with a profile's key: verified here, used up by access, answered with a session. */
  @Told({
    summary: 'Opens a session by a signed link, once',
    query: { link: 'The signed link' },
    answers: { 303: { empty: 'On to the pages' } },
  })
  @Get('enter')
  async enter(@Res() response: Response, @Query('pass') pass?: unknown): Promise<void> {
    // Given twice it is a list.
    const kid = await this.redeem(typeof pass === 'string' ? pass : '')
    if (kid === null) {
      this.signedOut(response, 'link-not-good')
      return
    }
    const { environment, sessionSecret } = this.edge
    const session = { subject: kid, signedInAt: null }
    const token = await makeSession(session, environment.hubId, sessionSecret)
    response.cookie(sessionCookie, token, {
      ...({ httpOnly: true, sameSite: 'lax', secure: isSecure(this.edge.address()) } as const),
      path: '/',
      maxAge: sessionSeconds * 1_000,
    })
    response.redirect(303, '/')
  }

  @Told({ summary: 'Ends the session', answers: { 303: { empty: 'Back to the first page' } } })
  @Post('leave')
  leave(@Res() response: Response): void {
    response.clearCookie(sessionCookie, { path: '/' })
    this.signedOut(response, 'signed-out')
  }

  private async page(
    request: Request,
    response: Response,
    render: (actor: Actor) => Promise<string | null>,
  ): Promise<void> {
    await sendPage(this.edge, { request, response }, ({ actor }) => render(actor))
  }

  private signedOut(response: Response, why: SignedOutProps['why']): void {
    sendSignedOut(this.edge, response, why)
  }

  private async redeem(pass: string): Promise<string | null> {
    const [encoded = '', signature = ''] = pass.split('~')
    const bytes = Buffer.from(encoded, 'base64url')
    const kid = claimOf(signature)?.kid
    const found = kid === undefined ? null : await findActor(this.edge.store, kid)
    const at = this.edge.clock()
    const expected = {
      typ: 'corridor-link',
      aud: this.edge.environment.hubId,
      at,
      keyOf: () => found?.key,
    } as const
    const verified = await verify({ bytes, signature }, expected)
    const link = parseJson(bytes)
    if (!verified.ok || !link.ok) return null
    const { nonce, expires } = (link.value ?? {}) as { nonce?: unknown; expires?: unknown }
    if (
      typeof nonce !== 'string' ||
      typeof expires !== 'string' ||
      !(Date.parse(expires) > at.getTime())
    )
      return null
    const first = await command<boolean>(this.edge.bus, 'access.command.redeem-link.v1', {
      nonce,
      expires,
    })
    return first.ok && first.value ? verified.value.kid : null
  }
}

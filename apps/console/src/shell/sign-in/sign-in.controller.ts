// SPDX-License-Identifier: Apache-2.0
import { command } from '@corridor/platform'
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { renderLocalSignIn, renderSignedOut } from '../../views'
import { edgeToken, type Edge } from '../edge'
import { frameOf } from '../frame'
import { personOfSubject } from '../person'
import { makeSession, sessionCookie, sessionSeconds } from '../session'
import { bodyOf } from '../signed-request.guard'
import { Told } from '../told'
import { signInSeconds } from './relying-party'
import { SignInProviders } from './sign-in.service'

const departedCookie = 'corridor_signing_in'

/** People sign in by OpenID Connect: away to the provider, back with a code, and on with a session. */
@Controller('sign-in')
export class SignInController {
  constructor(
    @Inject(edgeToken) private readonly edge: Edge,
    private readonly providers: SignInProviders,
  ) {}

  @Told({
    summary: 'Sends a person to the provider of sign-ins',
    query: {
      to: 'The page to go on to afterwards',
      fresh: 'Given: the provider asks who it is, whatever it remembers',
    },
    answers: { 303: { empty: 'On to the provider' } },
  })
  @Get()
  async depart(@Req() request: Request, @Res() response: Response): Promise<void> {
    // Cookies and passkeys belong to one address: whoever came by another name of it is sent there first.
    const address = new URL(this.edge.address())
    if (request.headers.host !== address.host && request.query['again'] === undefined) {
      const there = new URL(request.originalUrl, address)
      there.searchParams.set('again', '')
      response.redirect(303, there.toString())
      return
    }
    const { to, fresh } = request.query
    const wish = { to: pageOfHub(to), fresh: fresh !== undefined }
    const { url, cookie } = await (await this.providers.relyingParty()).depart(wish)
    response.cookie(departedCookie, cookie, this.cookieFor('/sign-in', signInSeconds))
    response.redirect(303, url.toString())
  }

  @Told({
    summary: 'A person comes back from the provider',
    query: { code: 'The provider’s code', state: 'As it was sent away' },
    answers: { 303: { empty: 'On to the pages' } },
  })
  @Get('callback')
  async arrive(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.clearCookie(departedCookie, { path: '/sign-in' })
    const cookie = /(?:^|;\s*)corridor_signing_in=([A-Za-z0-9_.-]+)/.exec(
      request.headers.cookie ?? '',
    )?.[1]
    const query = request.originalUrl.slice(request.path.length)
    const party = await this.providers.relyingParty()
    const arrived = await party.arrive(query, cookie ?? '')
    const person = arrived.ok
      ? await personOfSubject(
          this.edge.store,
          this.providers.registeredIssuer,
          arrived.value.subject,
        )
      : null
    if (person === null || !arrived.ok) {
      this.refused(response)
      return
    }
    const { hubId } = this.edge.environment
    const { to, signedInAt } = arrived.value
    const session = { subject: `person:${person}`, signedInAt }
    const token = await makeSession(session, hubId, this.edge.sessionSecret)
    response.cookie(sessionCookie, token, this.cookieFor('/', sessionSeconds))
    response.redirect(303, to)
  }

  @Told({
    summary: 'The form of the local provider',
    answers: { 200: { media: ['text/html'], about: 'The form' } },
  })
  @Get('local/:uid')
  async form(@Req() request: Request, @Res() response: Response): Promise<void> {
    const local = await this.providers.localProvider()
    // Only the browser that departed has the cookie of this sign-in: the provider looks for it.
    const uid = await local?.provider.interactionDetails(request, response).catch(() => undefined)
    if (local === undefined || uid === undefined) {
      this.refused(response)
      return
    }
    const props = { frame: frameOf(this.edge, null), uid: uid.uid, wrong: false }
    response.type('html').send(renderLocalSignIn(props))
  }

  @Told({
    summary: 'Name and passphrase for the local provider',
    body: { media: 'application/x-www-form-urlencoded', about: 'name and passphrase' },
    answers: { 303: { empty: 'Back to the provider, and on' } },
  })
  @Post('local/:uid')
  async enter(
    @Req() request: Request,
    @Res() response: Response,
    @Param('uid') uid: string,
  ): Promise<void> {
    const local = await this.providers.localProvider()
    const details = await local?.provider
      .interactionDetails(request, response)
      .catch(() => undefined)
    if (local === undefined || details?.uid !== uid) {
      this.refused(response)
      return
    }
    const form = new URLSearchParams(bodyOf(request).toString('utf8'))
    const [subject, passphrase] = [form.get('name') ?? '', form.get('passphrase') ?? '']
    const ask = { subject, passphrase }
    const right = await command(this.edge.bus, 'access.command.check-passphrase.v1', ask)
    if (!right.ok) {
      const props = { frame: frameOf(this.edge, null), uid, wrong: true }
      response.status(401).type('html').send(renderLocalSignIn(props))
      return
    }
    const result = { login: { accountId: subject } }
    await local.provider.interactionFinished(request, response, result, {
      mergeWithLastSubmission: false,
    })
  }

  private refused(response: Response): void {
    const html = renderSignedOut({ frame: frameOf(this.edge, null), why: 'sign-in-wrong' })
    response.status(401).type('html').send(html)
  }

  private cookieFor(path: string, seconds: number) {
    return {
      ...({ httpOnly: true, sameSite: 'lax', secure: this.providers.isSecure } as const),
      ...{ path, maxAge: seconds * 1_000 },
    }
  }
}

/** A page of this hub that somebody may be sent on to: never another site's address. */
function pageOfHub(to: unknown): string {
  const isPage = typeof to === 'string' && /^\/(passkeys|agreements(\/[A-Za-z0-9/-]+)?)$/.test(to)
  return isPage ? to : '/'
}

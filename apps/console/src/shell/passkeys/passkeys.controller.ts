// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '@corridor/kernel'
import { decideAct, digestOf, newSalt, passkeyChallenge } from '@corridor/message'
import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { renderPasskeys, type PasskeyAsk, type PasskeyLine, type PasskeysProps } from '../../views'
import { script } from '../../styles'
import { askAccess } from '../ask-access'
import { edgeToken, type Edge } from '../edge'
import { frameOf } from '../frame'
import type { Person } from '../person'
import { sendPage, type Reader } from '../send-page'
import { Told } from '../told'
import { hubPlace, type HubPlace } from './hub-place'
import { allowOwnScript, formOf } from './page-form'
import { passkeysOf, type PasskeyShown } from './passkeys-reading'

const form = { media: 'application/x-www-form-urlencoded', about: 'The form of the page' } as const

/** The longest name of a passkey; its owner chooses it. */
const longestName = 60
/** Seconds after a sign-in within which a passkey is registered; access decides it again. */
const freshSeconds = 300

/** A person's passkeys: what there is, one more, one less. */
@Controller('passkeys')
export class PasskeysController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'The page of a person’s passkeys',
    query: { said: 'What was just done: registered or removed' },
    answers: { 200: { media: ['text/html'], about: 'The page' } },
  })
  @Get()
  async page(@Req() request: Request, @Res() response: Response): Promise<void> {
    await sendPage(this.edge, { request, response }, async (reader) => {
      if (reader.person === null) return null
      allowOwnScript(response)
      const { said } = request.query
      const done = said === 'registered' || said === 'removed' ? said : null
      return renderPasskeys(await this.propsOf(reader, reader.person, done))
    })
  }

  @Told({
    summary: 'Registers the passkey that the browser has made',
    body: form,
    answers: { 303: { empty: 'Back to the page' } },
  })
  @Post()
  async register(@Req() request: Request, @Res() response: Response): Promise<void> {
    await sendPage(this.edge, { request, response }, async ({ person, signedInAt }) => {
      const sent = formOf(this.edge, request)
      const place = hubPlace(this.edge.address())
      if (person === null || place === undefined) return null
      const field = (name: string): string => sent.get(name) ?? ''
      await askAccess(this.edge, 'register-passkey', {
        ...{ person: person.id, signedInAt: signedInAt?.toISOString() ?? null, ...place },
        name: field('name').trim().slice(0, longestName) || 'passkey',
        bytes: Buffer.from(field('bytes'), 'base64url').toString('base64'),
        iat: Number(/^\d{1,12}$/.exec(field('iat'))?.[0] ?? 0),
        credential: {
          id: field('credential'),
          clientDataJSON: field('clientDataJSON'),
          attestationObject: field('attestationObject'),
        },
      })
      response.redirect(303, '/passkeys?said=registered')
      return undefined
    })
  }

  @Told({
    summary: 'A person removes a passkey of its own',
    body: form,
    answers: { 303: { empty: 'Back to the page' } },
  })
  @Post('removals')
  async remove(@Req() request: Request, @Res() response: Response): Promise<void> {
    await sendPage(this.edge, { request, response }, async ({ person }) => {
      const kid = formOf(this.edge, request).get('kid') ?? ''
      if (person === null) return null
      await askAccess(this.edge, 'remove-own-passkey', { person: person.id, kid })
      response.redirect(303, '/passkeys?said=removed')
      return undefined
    })
  }

  private async propsOf(
    { actor, signedInAt }: Reader,
    person: Person,
    said: PasskeysProps['said'],
  ): Promise<PasskeysProps> {
    const address = this.edge.address()
    const place = hubPlace(address)
    const all = await passkeysOf(this.edge.store, actor)
    const own = all.filter((one) => one.person === person.id)
    const signs = decideAct(actor, 'sign').ok || decideAct(actor, 'review').ok
    const away = this.edge.clock().getTime() - (signedInAt?.getTime() ?? 0)
    const isFresh = away <= freshSeconds * 1_000
    const why = notNow({ signs, isNamed: place !== undefined, isFresh })
    const colleagues = all.filter((one) => one.person !== person.id && one.removedAt === null)
    return {
      ...{
        frame: frameOf(this.edge, actor),
        script: `/assets/${script().name}`,
        why,
        address,
        said,
      },
      own: own.map(lineOf),
      colleagues: colleagues.map(lineOf),
      ask: why === null && place !== undefined ? this.ask(person, place, own) : null,
    }
  }

  /** What the browser is asked for. The person and a nonce are in the challenge, so what it makes serves for nobody else. */
  private ask(person: Person, { rpId }: HubPlace, own: readonly PasskeyShown[]): PasskeyAsk {
    const bytes = Buffer.from(canonicalJson({ person: person.id, nonce: newSalt() }))
    const iat = Math.floor(this.edge.clock().getTime() / 1_000)
    const { hubId } = this.edge.environment
    const id = digestOf(Buffer.from(person.id)).slice('sha-256:'.length)
    const options = {
      rp: { id: rpId, name: `Corridor ${hubId}` },
      user: { id, name: `${person.name} (${person.actor.participant})`, displayName: person.name },
      challenge: passkeyChallenge(bytes, { typ: 'corridor-passkey', aud: hubId, iat }),
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      excludeCredentials: own
        .filter(({ removedAt }) => removedAt === null)
        .map(({ credential }) => ({ type: 'public-key', id: credential })),
      ...{ attestation: 'none', timeout: 240_000 },
    }
    const hidden = { bytes: bytes.toString('base64url'), iat: String(iat) }
    return { action: '/passkeys', kind: 'create', options, hidden }
  }
}

function notNow({
  signs,
  isNamed,
  isFresh,
}: {
  readonly signs: boolean
  readonly isNamed: boolean
  readonly isFresh: boolean
}): PasskeysProps['why'] {
  if (!signs) return 'signs-nothing'
  if (!isNamed) return 'no-name'
  return isFresh ? null : 'sign-in-again'
}

function lineOf(row: PasskeyShown): PasskeyLine {
  const { kid, name, personName: person, registeredAt, synced, removedAt, confirmedAt } = row
  const standing = confirmedAt === null ? 'waits' : 'good'
  return {
    kid,
    name,
    person,
    registeredAt,
    synced,
    state: removedAt === null ? standing : 'removed',
  }
}

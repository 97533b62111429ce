// SPDX-License-Identifier: Apache-2.0
// A machine client that speaks OAuth: an assertion signed with its registered key (RFC 7523) for a short token that reads.
import { randomBytes } from 'node:crypto'
import type { Profile } from '@corridor/sdk'
import { SignJWT, type JWTPayload } from 'jose'
import { newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { ask, type RawAnswer } from './raw-request'

let hub: Hub
let be: Profile
let dk: Profile

beforeAll(async () => {
  hub = await raiseHub('in one process')
  const operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
}, 60_000)

afterAll(() => hub.close())

const now = (): number => Math.floor(Date.now() / 1_000)

function assertionOf(
  { signer, hub: { id: aud } }: Profile,
  change: JWTPayload = {},
  kid = signer.kid,
): Promise<string> {
  const claims = {
    ...{ iss: signer.kid, sub: signer.kid, aud, exp: now() + 120 },
    ...{ jti: randomBytes(16).toString('base64url'), ...change },
  }
  return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid }).sign(signer.key)
}

async function exchange(
  assertion: string,
  change: Record<string, string> = {},
): Promise<RawAnswer> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    ...change,
  }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return ask(hub.http, { method: 'POST', target: '/api/token', headers, body })
}

const tokenOf = async (profile: Profile): Promise<string> =>
  (await exchange(await assertionOf(profile))).json['access_token'] as string

describe('an assertion of a registered key', () => {
  it('is exchanged for a token that reads as its participant', async () => {
    const headers = { authorization: `Bearer ${await tokenOf(be)}` }
    const me = await ask(hub.http, { target: '/api/me', headers })
    expect(me).toMatchObject({ status: 200, json: { participant: 'BE' } })
  })

  it('serves once', async () => {
    const assertion = await assertionOf(be)
    expect(await exchange(assertion)).toMatchObject({ status: 200 })
    expect(await exchange(assertion)).toMatchObject({
      status: 401,
      json: { code: 'REQUEST_REPLAYED' },
    })
  })

  it.each([
    ['for another hub', (p: Profile) => assertionOf(p, { aud: 'another-hub' })],
    ['that has ended', (p: Profile) => assertionOf(p, { exp: now() - 10 })],
    ['that would be good for a day', (p: Profile) => assertionOf(p, { exp: now() + 86_400 })],
    ['without an id of its own', (p: Profile) => assertionOf(p, { jti: '' })],
    [
      "about another's key",
      (p: Profile) => assertionOf(p, { sub: dk.signer.kid, iss: dk.signer.kid }),
    ],
    ["under another's key id", (p: Profile) => assertionOf(p, {}, dk.signer.kid)],
    ['that is none', () => Promise.resolve('a.b.c')],
  ])('%s is refused', async (_, make) => {
    expect(await exchange(await make(be))).toMatchObject({
      status: 401,
      json: { code: 'SIGN_IN_WRONG' },
    })
  })
})

describe('a token', () => {
  it('does nothing but read', async () => {
    const headers = {
      authorization: `Bearer ${await tokenOf(be)}`,
      'content-type': 'application/json',
    }
    const act = { method: 'PUT', target: '/api/participants/me/contracts', headers, body: '{}' }
    expect(await ask(hub.http, act)).toMatchObject({ status: 403, json: { code: 'NOT_ALLOWED' } })
  })

  it('that was altered or made up opens nothing', async () => {
    const token = await tokenOf(be)
    for (const one of [`${token.slice(0, -2)}xx`, 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.']) {
      const headers = { authorization: `Bearer ${one}` }
      expect(await ask(hub.http, { target: '/api/me', headers })).toMatchObject({ status: 401 })
    }
  })

  it('ends with its key', async () => {
    const headers = { authorization: `Bearer ${await tokenOf(dk)}` }
    await hub.query(`update access.signing_key set revoked_from = now() where participant = 'DK'`)
    expect(await ask(hub.http, { target: '/api/me', headers })).toMatchObject({ status: 401 })
  })
})

// SPDX-License-Identifier: Apache-2.0
// The life of keys: exchanged with an overlap, withdrawn from an instant on, cut at the broker, and given anew by two officials.
import { canonicalJson } from '@corridor/kernel'
import { newSigningKey, seal, signatureHeader, signerOf, type Signer } from '@corridor/message'
import {
  affectedByKeys,
  askReEnrolment,
  connectParticipant,
  enrol,
  listKeys,
  openProfile,
  profileFolder,
  rotateKeys,
  secondReEnrolment,
  signedRequest,
  withdrawKey,
  type ParticipantConnection,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { createUser, fromSeed } from '@nats-io/nkeys'
import { Events, headers } from 'nats'
import { cpSync, mkdirSync } from 'node:fs'
import { connectAsHub } from './as-the-hub'
import { codeOf, must, newColleague, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'
import { type RawAnswer } from './raw-request'

let hub: Hub
let operator: Profile
let be: Profile
let anna: Profile
let ben: Profile

beforeAll(async () => {
  hub = await raiseHub('in one process')
  operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  anna = await official('Anna', ['signatory'])
  ben = await official('Ben', ['signatory'])
}, 60_000)

afterAll(() => hub.close())

async function official(holder: string, roles: readonly string[]): Promise<Profile> {
  return newColleague(hub, operator, { participant: 'BE', holder, roles })
}

async function enrolAs(name: string, code: string): Promise<Profile> {
  const folder = profileFolder(hub.home, name)
  const office = { code: 'STAT', name: 'Statistics' }
  must(await enrol({ folder, http: hub.http, code, office }), `enrol ${name}`)
  return must(await openProfile(hub.home, name), 'open the profile')
}

const me = (profile: Profile) => signedRequest(profile, { method: 'GET', target: '/api/me' })

async function post(profile: Profile, id: string): Promise<RawAnswer> {
  const bytes = messageBytes('BE', { id, data: outflow('BE', { value: id.length }) })
  return submit(hub, await sealedBy(profile, bytes))
}

describe('keys that are exchanged', () => {
  let old: Profile

  it('sign from now on, and the old ones are good for the days that were asked for', async () => {
    old = be
    be = must(await rotateKeys(hub.home, old, 30), 'rotate')
    expect(be.signer.kid).not.toBe(old.signer.kid)
    expect(await me(be)).toMatchObject({ ok: true })
    expect(await me(old)).toMatchObject({ ok: true })
    expect(await post(old, 'by-the-old-key')).toMatchObject({ status: 200 })
    expect(await post(be, 'by-the-new-key')).toMatchObject({ status: 200 })
  })

  it('sign in to the broker, both of them while they overlap', async () => {
    for (const profile of [old, be])
      await must(await connectParticipant(profile), 'connect').close()
  })

  it('are listed with the days that are left, and a warning where they are few', async () => {
    const keys = must(await listKeys(be), 'list')
    expect(keys.find(({ kid }) => kid === old.signer.kid)).toMatchObject({
      ...{ replacedBy: be.signer.kid, daysLeft: 29, warning: 30, own: false },
    })
    expect(keys.find(({ kid }) => kid === be.signer.kid)).toMatchObject({
      warning: null,
      own: true,
    })
  })

  it('take their place where the command was cut off after the hub had registered them', async () => {
    const before = be
    const first = must(await rotateKeys(hub.home, be, 30), 'rotate')
    // As a crash leaves it: the hub knows the keys in next/, the profile has the old ones.
    mkdirSync(`${be.folder}/next`, { recursive: true })
    for (const file of ['signing.jwk', 'signin.seed'])
      cpSync(`${be.folder}/${file}`, `${be.folder}/next/${file}`)
    be = must(await rotateKeys(hub.home, before, 30), 'rotate again')
    expect(be.signer.kid).toBe(first.signer.kid)
  })

  it('are refused where what names them was not sealed by the new key, or a key is somebody’s already', async () => {
    const { publicJwk, privateJwk } = await newSigningKey()
    const rotate = async (signer: Signer, signinKey: string) => {
      const bytes = Buffer.from(canonicalJson({ signingKey: publicJwk, signinKey, keepDays: 0 }))
      const purpose = { typ: 'corridor-rotation', aud: be.hub.id } as const
      const { signature } = await seal(bytes, purpose, signer)
      const body = Buffer.from(JSON.stringify({ bytes: bytes.toString('base64'), signature }))
      return signedRequest(be, { method: 'POST', target: '/api/keys/rotations', body })
    }
    expect(codeOf(await rotate(be.signer, createUser().getPublicKey()))).toBe('SIGNATURE_WRONG')
    const theirs = fromSeed(Buffer.from(be.signinSeed)).getPublicKey()
    const other = await rotate(await signerOf(privateJwk), theirs)
    expect(codeOf(other)).toBe('KEY_OF_ANOTHER_PARTICIPANT')
  })
})

describe('a key that was stolen', () => {
  let connection: ParticipantConnection
  let stolen: Profile
  let since: string

  beforeAll(async () => {
    stolen = be
    connection = must(await connectParticipant(stolen), 'connect')
    expect(await post(stolen, 'before-the-theft')).toMatchObject({ status: 200 })
    await new Promise((resolve) => setTimeout(resolve, 50))
    since = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await post(stolen, 'after-the-theft')).toMatchObject({ status: 200 })
  })

  const withdraw = (profile: Profile, from = since) =>
    withdrawKey(profile, { kid: stolen.signer.kid, from, reason: 'a laptop was stolen' })

  it('is not withdrawn by itself, by another state, or from tomorrow on', async () => {
    const dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
    expect(codeOf(await withdraw(stolen))).toBe('NOT_ALLOWED')
    expect(codeOf(await withdraw(dk))).toBe('NOT_FOUND')
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    expect(codeOf(await withdraw(anna, tomorrow))).toBe('REVOCATION_INSTANT_WRONG')
    expect(await me(stolen)).toMatchObject({ ok: true })
  })

  it('is withdrawn by a colleague: cut at the broker within a second, and nobody from then on', async () => {
    const cut = (async () => {
      for await (const { type } of connection.nats.status())
        if (type === Events.Disconnect) return performance.now()
      return Infinity
    })()
    const begun = performance.now()
    must(await withdraw(anna), 'withdraw')
    expect((await cut) - begun).toBeLessThan(1_000)
    await connection.nats.close()
    expect(codeOf(await me(stolen))).toBe('KEY_REVOKED')
    expect(codeOf(await connectParticipant(stolen))).toBe('NOT_ENROLLED')
  })

  it('sends nothing more: over HTTP it is refused at the door, over the bus it is quarantined', async () => {
    expect(await post(stolen, 'too-late')).toMatchObject({ json: { code: 'KEY_REVOKED' } })
    const bytes = messageBytes('BE', { id: 'by-the-bus' })
    const { signature } = await sealedBy(stolen, bytes)
    const head = headers()
    head.set(signatureHeader, signature)
    // The thief cannot sign in any more: somebody else carries what the stolen key signed.
    const carrier = await connectAsHub(hub)
    carrier.publish('corridor.submit.BE.migration-flow', bytes, { headers: head })
    await carrier.drain()
    const refused = await eventually(
      async () => must(await affectedByKeys(anna), 'ask').refused,
      (rows) => rows.length > 0,
    )
    expect(refused).toHaveLength(1)
    expect(await hub.query(`select 1 from intake.submission where id = 'by-the-bus'`)).toEqual([])
  })

  it('leaves what was accepted since as doubtful, listed and told to the sender, and what was before untouched', async () => {
    const affected = await eventually(
      async () => must(await affectedByKeys(anna), 'ask').doubtful,
      (doubtful) => doubtful.length > 0,
    )
    expect(affected.map(({ id }) => id)).toEqual(['after-the-theft'])
    expect(must(await affectedByKeys(operator), 'ask').doubtful).toHaveLength(1)
    const told = await hub.query<{ body: Buffer }>(
      `select body from intake.outbox where typ = 'corridor-receipt' and position(convert_to('urn:corridor:contract:doubt', 'utf8') in body) > 0`,
    )
    expect(told.map(({ body }) => JSON.parse(body.toString()) as object)).toMatchObject([
      { data: { kid: stolen.signer.kid, messages: [{ id: 'after-the-theft' }] } },
    ])
    const before = { method: 'GET', target: '/api/submissions/before-the-theft' } as const
    expect(await signedRequest(anna, before)).toMatchObject({ value: { state: 'accepted' } })
  })

  it('is told by nobody else', async () => {
    const dk = must(await openProfile(hub.home, 'DK'), 'open')
    expect(must(await affectedByKeys(dk), 'ask')).toEqual({
      doubtful: [],
      refused: [],
      acts: [],
    })
  })
})

describe('a new enrolment after the loss', () => {
  const asked = {
    ...{ participant: 'BE', office: 'STAT', roles: ['publisher', 'reviewer'], holder: 'Bea' },
    reason: 'a laptop was stolen',
  }

  it('needs two officials: one alone gets no code', async () => {
    const { id } = must(await askReEnrolment(anna, asked), 'ask')
    expect(codeOf(await secondReEnrolment(anna, id))).toBe('OFFICIALS_WRONG')
    const { code } = must(await secondReEnrolment(ben, id), 'second')
    expect(codeOf(await secondReEnrolment(operator, id))).toBe('NOT_FOUND')
    const bea = await enrolAs('Bea', code)
    expect(await me(bea)).toMatchObject({ value: { roles: ['publisher', 'reviewer'] } })
    expect(await post(bea, 'by-the-new-official')).toMatchObject({ status: 200 })
  })

  it('is asked for by nobody without the role or of another state', async () => {
    const dk = must(await openProfile(hub.home, 'DK'), 'open')
    expect(codeOf(await askReEnrolment(dk, asked))).toBe('OFFICIALS_WRONG')
    const { id } = must(await askReEnrolment(operator, asked), 'ask as the operator')
    expect(codeOf(await secondReEnrolment(dk, id))).toBe('OFFICIALS_WRONG')
    expect(await secondReEnrolment(anna, id)).toMatchObject({ ok: true })
  })
})

describe('a participant that is suspended', () => {
  it('is cut at the broker at once', async () => {
    const fi = await newParticipant(hub, operator, { participant: 'FI', kind: 'state' })
    const live = must(await connectParticipant(fi), 'connect')
    const cut = (async () => {
      for await (const { type } of live.nats.status()) if (type === Events.Disconnect) return true
      return false
    })()
    const body = Buffer.from(JSON.stringify({ reason: 'a court order' }))
    const target = '/api/participants/FI/suspension'
    must(await signedRequest(operator, { method: 'POST', target, body }), 'suspend')
    expect(await cut).toBe(true)
    await live.nats.close()
    expect(codeOf(await connectParticipant(fi))).toBe('NOT_ENROLLED')
  })
})

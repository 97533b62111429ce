// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '@corridor/kernel'
import { newSigningKey, seal, signatureHeader, signerOf, type Signer } from '@corridor/message'
import type { Profile } from '@corridor/sdk'
import { createUser, fromSeed } from '@nats-io/nkeys'
import { invite, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { ask, signedRaw, type RawAnswer } from './raw-request'

let hub: Hub
let operator: Profile
let be: Profile
let code: string

/** What an office that enrols says, and what a test has otherwise. */
interface Claim {
  readonly [member: string]: unknown
  readonly signer?: Signer
  readonly hubId?: string
}

async function enrol({ signer, hubId, ...change }: Claim): Promise<RawAnswer> {
  const { publicJwk, privateJwk } = await newSigningKey()
  const claim = {
    code,
    participant: 'DK',
    office: { code: 'DST', name: 'Danmarks Statistik' },
    signingKey: publicJwk,
    signinKey: createUser().getPublicKey(),
    ...change,
  }
  const body = canonicalJson(claim)
  const purpose = { typ: 'corridor-enrolment', aud: hubId ?? be.hub.id } as const
  const sealed = await seal(Buffer.from(body), purpose, signer ?? (await signerOf(privateJwk)))
  const headers = { [signatureHeader]: sealed.signature }
  return ask(hub.http, { method: 'POST', target: '/api/enrolments', headers, body })
}

beforeAll(async () => {
  hub = await raiseHub('in one process')
  operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  code = await invite(operator, { participant: 'DK', kind: 'state' })
})

afterAll(() => hub.close())

const keysOfDenmark = (): Promise<readonly unknown[]> =>
  hub.query(`select 1 from access.signing_key where participant = 'DK'`)

describe('an enrolment is refused', () => {
  afterEach(async () => {
    expect(await keysOfDenmark()).toEqual([])
  })

  it('with a wrong code', async () => {
    const answer = await enrol({ code: `DK-${'0'.repeat(24)}` })
    expect(answer).toMatchObject({ status: 403, json: { code: 'INVITATION_WRONG' } })
  })

  it("with another's code", async () => {
    const swedish = await invite(operator, { participant: 'SE', kind: 'state' })
    const answer = await enrol({ code: swedish })
    expect(answer).toMatchObject({ status: 403, json: { code: 'INVITATION_WRONG' } })
  })

  it('with the code of another, as that other, in the same words for one whom nobody registered', async () => {
    const known = await enrol({ code: `BE-${'0'.repeat(24)}`, participant: 'BE' })
    const unknown = await enrol({ code: `XX-${'0'.repeat(24)}`, participant: 'XX' })
    expect(unknown).toMatchObject({ status: 403, json: { code: 'INVITATION_WRONG' } })
    expect(unknown.text).toBe(known.text)
  })

  it('with a code that was renewed since', async () => {
    const before = code
    code = await invite(operator, { participant: 'DK', kind: 'state' })
    const answer = await enrol({ code: before })
    expect(answer).toMatchObject({ status: 403, json: { code: 'INVITATION_WRONG' } })
  })

  it('with a code whose days are over', async () => {
    const late = await invite(operator, { participant: 'FI', kind: 'state' })
    await hub.query(`update access.invitation set expires_at = now() where participant = 'FI'`)
    const answer = await enrol({ code: late, participant: 'FI' })
    expect(answer).toMatchObject({ status: 403, json: { code: 'INVITATION_EXPIRED' } })
  })

  it('where it is not signed by the key that it brings', async () => {
    const other = await newSigningKey()
    const answer = await enrol({ signer: await signerOf(other.privateJwk) })
    expect(answer).toMatchObject({ status: 401, json: { code: 'SIGNATURE_WRONG' } })
  })

  it('where it was signed for another hub', async () => {
    const answer = await enrol({ hubId: 'other-hub' })
    expect(answer).toMatchObject({ status: 401, json: { code: 'SIGNATURE_HEADER_UNEXPECTED' } })
  })

  it('where it has a member that the contract does not have', async () => {
    const answer = await enrol({ kind: 'operator' })
    expect(answer).toMatchObject({ status: 422, json: { code: 'CONTENT_WRONG' } })
  })

  it("where it brings another's sign-in key, and the code stays good", async () => {
    const theirs = fromSeed(Buffer.from(be.signinSeed)).getPublicKey()
    const answer = await enrol({ signinKey: theirs })
    expect(answer).toMatchObject({ status: 422, json: { code: 'KEY_OF_ANOTHER_PARTICIPANT' } })
  })

  it("where it brings another's signing key, even with its signature", async () => {
    const { signer } = be
    // A profile folder that one person uses for two participants.
    const jwk = (
      await hub.query<{ jwk: object }>(
        `select jwk from access.signing_key where participant = 'BE'`,
      )
    )[0]
    const answer = await enrol({ signingKey: jwk?.jwk, signer })
    expect(answer).toMatchObject({ status: 422, json: { code: 'KEY_OF_ANOTHER_PARTICIPANT' } })
  })

  it('where its name cannot be kept', async () => {
    const answer = await enrol({ office: { code: 'DST', name: 'a\0b' } })
    expect(answer).toMatchObject({ status: 422, json: { code: 'CONTENT_WRONG' } })
  })
})

describe('a one-time code', () => {
  it('enrols once, and never a second time', async () => {
    expect(await enrol({})).toMatchObject({ status: 201, json: { participant: 'DK' } })
    expect(await enrol({})).toMatchObject({ status: 403, json: { code: 'INVITATION_USED' } })
    expect(await keysOfDenmark()).toHaveLength(1)
  })
})

describe('a participant', () => {
  const newcomer = { participant: 'NL', kind: 'state', name: 'Netherlands', members: [] }

  it('is registered by the operator only', async () => {
    const attempt = await signedRaw(be, '/api/participants', { body: newcomer })
    const answer = await ask(hub.http, attempt)
    expect(answer).toMatchObject({ status: 403, json: { code: 'NOT_ALLOWED' } })
    expect(await hub.query(`select 1 from access.participant where id = 'NL'`)).toEqual([])
  })

  it('is never registered as an operator', async () => {
    const body = { ...newcomer, kind: 'operator' }
    const answer = await ask(hub.http, await signedRaw(operator, '/api/participants', { body }))
    expect(answer).toMatchObject({ status: 422, json: { code: 'CONTENT_WRONG' } })
  })

  it('is not registered over one that has enrolled', async () => {
    const body = { ...newcomer, participant: 'BE', kind: 'committee' }
    const answer = await ask(hub.http, await signedRaw(operator, '/api/participants', { body }))
    expect(answer).toMatchObject({ status: 409, json: { code: 'PARTICIPANT_EXISTS' } })
    expect(await hub.query(`select kind from access.participant where id = 'BE'`)).toEqual([
      { kind: 'state' },
    ])
  })
})

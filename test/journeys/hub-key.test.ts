// SPDX-License-Identifier: Apache-2.0
// The hub changes its own signing key: old receipts stay good, and whoever pinned the old key is led to the new one by it.
import { join } from 'node:path'
import { seal, signerOf, newSigningKey, type Sealed } from '@corridor/message'
import { canonicalJson } from '@corridor/kernel'
import { rotateHubKey } from '@corridor/platform'
import {
  askHub,
  askStatements,
  follow,
  followHub,
  openProfile,
  openStatement,
  type Profile,
} from '@corridor/sdk'
import { codeOf, must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'

let hub: Hub
let be: Profile

beforeAll(async () => {
  // Each service reads the keys when it starts, as after a real rotation.
  hub = await raiseHub('split')
  const operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
}, 180_000)

afterAll(() => hub.close(), 60_000)

async function receiptFor(id: string): Promise<Sealed> {
  const bytes = messageBytes('BE', { id, data: outflow('BE', { value: id.length }) })
  const answer = await submit(hub, await sealedBy(be, bytes))
  const told = answer.json as { payload: string; signature: string }
  return { bytes: Buffer.from(told.payload), signature: told.signature }
}

/** The profile as it stands on the disk, with the address that the hub has now. */
async function reopened(): Promise<Profile> {
  const profile = must(await openProfile(hub.home, 'BE'), 'open the profile')
  return { ...profile, hub: { ...profile.hub, http: hub.http } }
}

describe('a hub that changes its key', () => {
  let before: Sealed
  let oldKey: Profile['hub']['key']

  beforeAll(async () => {
    before = await receiptFor('before')
    oldKey = be.hub.key
    const keysFolder = join(hub.home, 'keys')
    await rotateHubKey(keysFolder, { hubId: be.hub.id, keepDays: 30, at: new Date() })
    await hub.restart()
    be = await reopened()
  }, 180_000)

  it('signs with the new one, which whoever pinned the old one does not believe by itself', async () => {
    const after = await receiptFor('after')
    expect(codeOf(await openStatement('receipt', after, be.hub))).toBe('RECEIPT_NOT_OF_THIS_HUB')
  })

  it('is followed by a statement that the old key signed, and the profile keeps both', async () => {
    const [statement] = must(await askStatements(be, 'after'), 'ask for the statements')
    expect(statement).toMatchObject({ receipt: { statement: 'accepted' } })
    be = await reopened()
    const { key } = must(await askHub(hub.http), 'ask the hub')
    expect(be.hub.key).toEqual(key)
    expect(be.hub.former).toMatchObject([{ key: oldKey }])
  })

  it('leaves receipts of before as good as they were', async () => {
    expect(await openStatement('receipt', before, be.hub)).toMatchObject({ ok: true })
  })

  it('is not believed about what the old key signs after its time', async () => {
    const until = new Date(Date.now() - 60_000).toISOString()
    const late = { ...be.hub, former: [{ key: oldKey, until }] }
    expect(codeOf(await openStatement('receipt', before, late))).toBe('RECEIPT_NOT_OF_THIS_HUB')
  })

  it('is followed nowhere by a statement that somebody else signed', async () => {
    const { privateJwk, publicJwk: key } = await newSigningKey()
    const said = {
      hub: be.hub.id,
      key,
      at: new Date().toISOString(),
      oldUntil: new Date().toISOString(),
    }
    const payload = canonicalJson(said)
    const purpose = { typ: 'corridor-succession', aud: be.hub.id } as const
    const { signature } = await seal(Buffer.from(payload), purpose, await signerOf(privateJwk))
    expect(await follow(be.hub, [{ payload, signature }])).toEqual(be.hub)
    const elsewhere = { ...be, hub: { ...be.hub, key } }
    expect(codeOf(await followHub(elsewhere))).toBe('RECEIPT_NOT_OF_THIS_HUB')
  })
})

// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { open } from '@corridor/message'
import { enrolled, flow, newHome, newHub } from './given'
import { checkFlow, putInOutbox, waiting } from './outbox'
import { openProfile, profileKeys, type Profile } from './profile'

let home: string
let profile: Profile
beforeEach(async () => {
  home = newHome()
  profile = await enrolled(home, await newHub())
})
afterEach(() => rmSync(home, { recursive: true }))

/** The same office in a process of its own, with nothing in its memory. */
async function startedAgain(): Promise<Profile> {
  const again = await openProfile(home, 'be')
  if (!again.ok) throw new Error(again.refusal.detail)
  return again.value
}
const place = (name: string): string => join(profile.folder, name)

describe('figures in the outbox', () => {
  it("are a submission that is sealed for the profile's hub", async () => {
    const { sealed, contract } = await putInOutbox(profile, flow)
    const keys = await profileKeys(profile.folder)
    if (!keys.ok) throw new Error(keys.refusal.detail)
    const { signingKey } = keys.value
    const record = {
      kid: profile.signer.kid,
      participant: 'BE',
      jwk: signingKey,
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '9999-01-01T00:00:00Z',
      revokedFrom: null,
    }
    const at = new Date('2026-11-23T09:12:00Z')
    const opened = await open(sealed, {
      typ: 'corridor-event',
      aud: 'hub',
      keyOf: () => record,
      at,
    })
    expect(contract).toBe('migration-flow')
    expect(opened).toMatchObject({
      ok: true,
      value: {
        body: {
          source: 'urn:corridor:participant:BE',
          type: 'corridor.submission.v1',
          dataschema: 'urn:corridor:contract:migration-flow:1.1.0',
          data: flow,
        },
      },
    })
  })

  it('are the same bytes when they are put there again, also after a crash', async () => {
    const first = await putInOutbox(profile, flow)
    expect(await putInOutbox(profile, { ...flow })).toEqual(first)
    expect(await putInOutbox(await startedAgain(), flow)).toEqual(first)
    expect(readdirSync(place('outbox'))).toEqual([`${first.id}.json`])
  })

  it('are the same bytes when they are published again after they were sent', async () => {
    const first = await putInOutbox(profile, flow)
    mkdirSync(place('sent'))
    renameSync(join(place('outbox'), `${first.id}.json`), join(place('sent'), `${first.id}.json`))
    expect(await putInOutbox(await startedAgain(), flow)).toEqual(first)
    expect(waiting(profile)).toEqual([])
  })

  it('are the same message in whatever order their members are written', async () => {
    const turned = Object.fromEntries(Object.entries(flow).reverse()) as unknown as typeof flow
    expect(await putInOutbox(profile, turned)).toEqual(await putInOutbox(profile, flow))
  })

  it('are another message when one figure is another', async () => {
    const first = await putInOutbox(profile, flow)
    const second = await putInOutbox(profile, { ...flow, value: 410 })
    expect(second.id).not.toBe(first.id)
    expect(
      waiting(profile)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([first.id, second.id].sort())
  })

  it('wait there with the bytes that were sealed', async () => {
    expect(waiting(profile)).toEqual([])
    const outgoing = await putInOutbox(profile, flow)
    expect(waiting(await startedAgain())).toEqual([outgoing])
  })

  it('do not wait where a kill left half a file beside them', async () => {
    const outgoing = await putInOutbox(profile, flow)
    writeFileSync(join(place('outbox'), `${outgoing.id}.json.99.new`), '{"corridor":"sea')
    expect(waiting(profile)).toEqual([outgoing])
  })
})

describe('figures before they are sealed', () => {
  it('are judged as the hub judges them', () => {
    expect(checkFlow(flow)).toEqual({ ok: true, value: flow })
    expect(checkFlow({ ...flow, value: 4.5 })).toMatchObject({ refusal: { code: 'CONTENT_WRONG' } })
    expect(checkFlow({ ...flow, origin: 'DK' })).toMatchObject({
      refusal: { code: 'DIRECTION_WRONG' },
    })
  })
})

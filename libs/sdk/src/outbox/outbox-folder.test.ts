// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newestVersion } from '@corridor/contracts'
import { open } from '@corridor/message'
import { enrolled, flow, newHome, newHub } from '../given'
import { openProfile, profileKeys, type Profile } from '../profile'
import { describeOutbox, dropMessage, noteTry, putInOutbox, waiting } from './outbox-folder'
import { messageFacts, submissionOf } from './submission'

const figures = submissionOf('migration-flow', flow)

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
    const { sealed, contract } = await putInOutbox(profile, figures)
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
          dataschema: `urn:corridor:contract:migration-flow:${newestVersion('migration-flow')}`,
          data: flow,
        },
      },
    })
  })

  it('are the same bytes when they are put there again, also after a crash', async () => {
    const first = await putInOutbox(profile, figures)
    expect(await putInOutbox(profile, submissionOf('migration-flow', { ...flow }))).toEqual(first)
    expect(await putInOutbox(await startedAgain(), figures)).toEqual(first)
    expect(readdirSync(place('outbox'))).toEqual([`${first.id}.json`])
  })

  it('are the same bytes when they are published again after they were sent', async () => {
    const first = await putInOutbox(profile, figures)
    mkdirSync(place('sent'))
    renameSync(join(place('outbox'), `${first.id}.json`), join(place('sent'), `${first.id}.json`))
    expect(await putInOutbox(await startedAgain(), figures)).toEqual(first)
    expect(waiting(profile)).toEqual([])
  })

  it('are the same message in whatever order their members are written', async () => {
    const turned = Object.fromEntries(Object.entries(flow).reverse())
    expect(await putInOutbox(profile, submissionOf('migration-flow', turned))).toEqual(
      await putInOutbox(profile, figures),
    )
  })

  it('are another message when one figure is another', async () => {
    const first = await putInOutbox(profile, figures)
    const second = await putInOutbox(
      profile,
      submissionOf('migration-flow', { ...flow, value: 410 }),
    )
    expect(second.id).not.toBe(first.id)
    expect(
      waiting(profile)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([first.id, second.id].sort())
  })

  it('wait there with the bytes that were sealed', async () => {
    expect(waiting(profile)).toEqual([])
    const outgoing = await putInOutbox(profile, figures)
    expect(waiting(await startedAgain())).toEqual([outgoing])
  })

  it('do not wait where a kill left half a file beside them', async () => {
    const outgoing = await putInOutbox(profile, figures)
    writeFileSync(join(place('outbox'), `${outgoing.id}.json.99.new`), '{"corridor":"sea')
    expect(waiting(profile)).toEqual([outgoing])
  })
})

describe('the outbox', () => {
  it('says what waits, why, and since when', async () => {
    const outgoing = await putInOutbox(profile, figures, new Date('2026-11-23T09:12:00Z'))
    noteTry(profile, outgoing.id, {
      at: '2026-11-23T09:13:00Z',
      code: 'HUB_UNREACHABLE',
      detail: 'no answer',
    })
    expect(describeOutbox(await startedAgain()).waiting).toMatchObject([
      {
        facts: {
          id: outgoing.id,
          sealedAt: '2026-11-23T09:12:00.000Z',
          test: false,
          datasets: [{ contract: 'migration-flow', rows: 1 }],
        },
        lastTry: { code: 'HUB_UNREACHABLE' },
      },
    ])
  })

  it('names files that are no message', async () => {
    await putInOutbox(profile, figures)
    writeFileSync(join(place('outbox'), 'half.json'), '{"corridor":"sea')
    expect(describeOutbox(profile)).toMatchObject({
      waiting: [{}],
      unreadable: [join(place('outbox'), 'half.json')],
    })
  })

  it('keeps what was given up, and takes it up again with the same bytes', async () => {
    const outgoing = await putInOutbox(profile, figures)
    expect(dropMessage(profile, outgoing.id)).toEqual({ ok: true, value: null })
    expect(waiting(profile)).toEqual([])
    expect(dropMessage(profile, outgoing.id)).toMatchObject({ refusal: { code: 'NOT_FOUND' } })
    expect(await putInOutbox(profile, figures)).toEqual(outgoing)
    expect(waiting(profile)).toEqual([outgoing])
  })

  it.each(['../profile', 'a/b', ''])('gives up nothing that is no id: "%s"', (id) => {
    expect(dropMessage(profile, id)).toMatchObject({ refusal: { code: 'NOT_FOUND' } })
  })
})

describe('a rehearsal', () => {
  it('is another message than the same figures in earnest, and says so inside what is signed', async () => {
    const earnest = await putInOutbox(profile, figures)
    const test = await putInOutbox(profile, { ...figures, test: true })
    expect(test.id).not.toBe(earnest.id)
    expect(messageFacts(test.sealed)).toMatchObject({ test: true })
    expect(messageFacts(earnest.sealed)).toMatchObject({ test: false })
  })
})

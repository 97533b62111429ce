// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { enrolled, newHome, newHub } from '../given'
import type { Profile } from '../profile'
import { lockOutbox } from './lock'

let home: string
let profile: Profile
beforeEach(async () => {
  home = newHome()
  profile = await enrolled(home, await newHub())
})
afterEach(() => rmSync(home, { recursive: true }))

const folder = (): string => join(profile.folder, 'lock')

function heldBy(holder: object, secondsAgo = 0): void {
  mkdirSync(folder(), { recursive: true })
  writeFileSync(join(folder(), '7.lock'), JSON.stringify(holder))
  const at = new Date(Date.now() - secondsAgo * 1_000)
  utimesSync(join(folder(), '7.lock'), at, at)
}

describe('the right to send what is in the outbox', () => {
  it('is one at a time', async () => {
    const first = await lockOutbox(profile)
    expect(await lockOutbox(profile)).toMatchObject({ refusal: { code: 'OUTBOX_BUSY' } })
    if (first.ok) first.value.release()
    expect(await lockOutbox(profile)).toMatchObject({ ok: true })
  })

  it('goes to one of many who ask in the same moment', async () => {
    const asked = await Promise.all(Array.from({ length: 20 }, () => lockOutbox(profile)))
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('is waited for as long as one is patient', async () => {
    const first = await lockOutbox(profile)
    const second = lockOutbox(profile, { patienceMs: 10_000 })
    if (first.ok) first.value.release()
    expect(await second).toMatchObject({ ok: true })
  })

  it('is free where its holder was killed', async () => {
    // No process has this number: Linux ends at 4,194,304.
    heldBy({ pid: 99_999_999, host: hostname() })
    expect(await lockOutbox(profile)).toMatchObject({ ok: true })
    expect(readdirSync(folder())).toEqual(['8.lock'])
  })

  it('is held by a living process, and by another machine that was heard of a moment ago', async () => {
    heldBy({ pid: process.ppid, host: hostname() })
    expect(await lockOutbox(profile)).toMatchObject({ ok: false })
    heldBy({ pid: 1, host: 'elsewhere' }, 5)
    expect(await lockOutbox(profile)).toMatchObject({ ok: false })
  })

  it('is free where its holder has been silent for more than a minute', async () => {
    heldBy({ pid: process.ppid, host: hostname() }, 90)
    expect(await lockOutbox(profile)).toMatchObject({ ok: true })
  })
})

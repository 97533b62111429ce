// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeHubLock } from './hub-lock'
import { beginningOf } from './processes'

describe('the lock of a home', () => {
  let home = ''
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'corridor-lock-'))
  })
  afterEach(() => {
    rmSync(home, { recursive: true, force: true })
  })
  const take = () => takeHubLock(home, { waitSeconds: 0 })

  it('is had by one hub; the second is told so in a plain sentence', async () => {
    const first = await take()
    expect(first.ok).toBe(true)
    expect(await take()).toMatchObject({
      ok: false,
      refusal: {
        code: 'HUB_ALREADY_RUNS',
        detail: says(`process ${String(process.pid)}`),
      },
    })
  })

  it('is free again when it was given back', async () => {
    const first = await take()
    if (first.ok) first.value.release()
    expect((await take()).ok).toBe(true)
  })

  it('is free when its holder was killed', async () => {
    const holder = spawn('sleep', ['60'])
    const beginning = beginningOf(holder.pid ?? 0)
    writeFileSync(join(home, 'hub.lock'), JSON.stringify({ pid: holder.pid, beginning }))
    expect((await take()).ok).toBe(false)
    holder.kill('SIGKILL')
    await new Promise((resolve) => holder.once('exit', resolve))
    expect((await take()).ok).toBe(true)
  })

  it('is free when its number is now another process', async () => {
    writeFileSync(
      join(home, 'hub.lock'),
      JSON.stringify({ pid: process.pid, beginning: 'long ago' }),
    )
    expect((await take()).ok).toBe(true)
  })

  it('is free when its file was cut short', async () => {
    writeFileSync(join(home, 'hub.lock'), '{"pid":')
    expect((await take()).ok).toBe(true)
  })

  it('goes to one of many that find a stale one at the same time, and leaves nothing beside it', async () => {
    writeFileSync(
      join(home, 'hub.lock'),
      JSON.stringify({ pid: process.pid, beginning: 'long ago' }),
    )
    const taken = await Promise.all(Array.from({ length: 8 }, take))
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1)
    expect(readdirSync(home)).toEqual(['hub.lock'])
  })
})

// Jest's matchers are of type any.
function says(text: string | RegExp): unknown {
  return expect.stringMatching(text)
}

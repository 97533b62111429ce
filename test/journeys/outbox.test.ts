// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { corridor, corridorProgram, type Ended } from './corridor-command'
import { copyAway, figuresOf, flowOf } from './office-files'
import { raiseHub, type Hub } from './raise-hub'

const belgium = figuresOf('BE-DK-2026', 'BE')
/** Figures of as many years as messages: each dataset goes by itself. */
const parts = belgium.map((figure) => ({
  contract: 'migration-flow',
  version: '1.0.0',
  data: flowOf([figure]),
}))

// What differs from what was stated before is asked about.
const notes = ['--note', 'W510=made up for a test', '--note', 'W511=made up for a test']

// A machine is cut off at any moment, and everything arrives once.
describe('what an office sends over a weak line from a machine that is cut off', () => {
  let hub: Hub
  const run = (...words: string[]): Promise<Ended> => corridor(hub.home, words)
  const at = (name: string): string => join(hub.home, name)
  const place = (profile: string, name: string): readonly string[] => {
    const folder = join(hub.home, 'profiles', profile, name)
    if (!existsSync(folder)) return []
    return readdirSync(folder).filter((file) => file.endsWith('.json'))
  }
  const recorded = (): Promise<readonly { id: string; digest: string }[]> =>
    hub.query('select id, digest from intake.submission order by id')

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    writeFileSync(at('years.json'), JSON.stringify({ parts }))
    await enrol('OPERATOR', ['--code-file', join('keys', 'operator.code')])
    const invited = await run(
      ...['participants', 'invite', 'BE', '--name', 'Belgium'],
      ...['--production-at-once', 'a journey', '--profile', 'OPERATOR', '--json'],
    )
    await enrol('BE', ['--code', String(invited.json['code'])])
    await copyAway(join(hub.home, 'profiles'), { name: 'BE', copy: 'AWAY' })
  })

  afterAll(() => hub.close())

  it('is sealed once: killed while it seals, the bytes that were there stay as they were', async () => {
    const sealed = new Map<string, string>()
    const words = ['publish', 'years.json', '--separate', '--wait', '0', '--profile', 'AWAY']
    // The command needs about a second before it seals its first message.
    for (const milliseconds of [600, 900, 1_200, 1_600, 2_200]) {
      await killedAfter(milliseconds, words)
      for (const file of place('AWAY', 'outbox')) {
        const text = readFileSync(join(hub.home, 'profiles', 'AWAY', 'outbox', file), 'utf8')
        expect(sealed.get(file) ?? text).toBe(text)
        sealed.set(file, text)
      }
    }
    expect(await run(...words, '--json')).toMatchObject({ exit: 6 })
    expect(place('AWAY', 'outbox')).toHaveLength(parts.length)
    const { waiting } = (await run('outbox', '--profile', 'AWAY', '--json')).json
    expect(waiting).toHaveLength(parts.length)
    for (const one of waiting as readonly unknown[])
      expect(one).toMatchObject({
        contract: { name: 'migration-flow' },
        datasets: [{ rows: 1 }],
        lastTry: { code: 'HUB_UNREACHABLE' },
      })
    for (const [file, text] of sealed)
      expect(readFileSync(join(hub.home, 'profiles', 'AWAY', 'outbox', file), 'utf8')).toBe(text)
  })

  it('arrives once: killed while it sends, every message is in one place and one time at the hub', async () => {
    const words = ['publish', 'years.json', '--separate', '--profile', 'BE']
    for (const milliseconds of randomMoments(6)) {
      await killedAfter(milliseconds, words)
      const [waits, sent] = [place('BE', 'outbox'), place('BE', 'sent')]
      expect(new Set([...waits, ...sent]).size).toBe(waits.length + sent.length)
    }
    // What was sealed waits; the rest is sealed now.
    expect(await run('publish', '--resume', '--profile', 'BE', '--json')).toMatchObject({ exit: 0 })
    const last = await run(...words, '--json')
    expect(last).toMatchObject({ exit: 0, json: { rows: parts.length } })
    expect([place('BE', 'outbox'), place('BE', 'sent')]).toEqual([[], expect.any(Array)])
    expect(place('BE', 'sent')).toHaveLength(parts.length)
    const rows = await recorded()
    expect(rows).toHaveLength(parts.length)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(parts.length)
  })

  it('is sent by one command at a time', async () => {
    await copyAway(join(hub.home, 'profiles'), { name: 'BE', copy: 'TWICE' })
    const file = join(hub.home, 'profiles', 'TWICE', 'profile.json')
    const changed = parts.map((part) => ({ ...part, data: { ...part.data, value: 7 } }))
    writeFileSync(at('changed.json'), JSON.stringify({ parts: changed }))
    const words = ['publish', 'changed.json', ...notes, '--separate', '--wait', '0']
    expect(await run(...words, '--profile', 'TWICE', '--json')).toMatchObject({ exit: 6 })
    writeFileSync(file, readFileSync(join(hub.home, 'profiles', 'BE', 'profile.json')))
    const resume = ['publish', '--resume', '--profile', 'TWICE', '--json']
    const both = await Promise.all([run(...resume), run(...resume)])
    // The second waits for the first and finds nothing left, or is told that another sends.
    for (const { exit } of both) expect([0, 6]).toContain(exit)
    expect(both.map(({ exit }) => exit)).toContain(0)
    expect(await recorded()).toHaveLength(2 * parts.length)
    expect(place('TWICE', 'outbox')).toEqual([])
  })

  it('is given up only by its id, and taken up again with the same bytes', async () => {
    const [file = ''] = place('AWAY', 'outbox')
    const id = file.replace(/\.json$/, '')
    const kept = readFileSync(join(hub.home, 'profiles', 'AWAY', 'outbox', file), 'utf8')
    expect((await run('outbox', 'drop', id, '--profile', 'AWAY')).exit).toBe(2)
    const dropped = await run('outbox', 'drop', id, '--yes', '--profile', 'AWAY', '--json')
    expect(dropped).toMatchObject({ exit: 0, json: { dropped: id } })
    expect(place('AWAY', 'outbox')).toHaveLength(parts.length - 1)
    await run('publish', 'years.json', '--separate', '--wait', '0', '--profile', 'AWAY')
    expect(readFileSync(join(hub.home, 'profiles', 'AWAY', 'outbox', file), 'utf8')).toBe(kept)
  })

  describe('over HTTP, where the broker cannot be reached', () => {
    const words = ['publish', 'http.json', '--via', 'http', '--profile', 'HTTP']

    beforeAll(async () => {
      const profiles = join(hub.home, 'profiles')
      await copyAway(profiles, { name: 'BE', copy: 'HTTP' })
      const file = join(profiles, 'HTTP', 'profile.json')
      const facts = JSON.parse(readFileSync(file, 'utf8')) as { hub: object }
      writeFileSync(file, JSON.stringify({ ...facts, hub: { ...facts.hub, http: hub.http } }))
      const other = parts.map((part) => ({ ...part, data: { ...part.data, value: 9 } }))
      writeFileSync(at('http.json'), JSON.stringify({ parts: other }))
    })

    it('is judged by the hub beforehand, which keeps nothing of it', async () => {
      const before = (await recorded()).length
      const asked = await run(...words, '--dry-run', '--ask-hub', '--json')
      expect(asked).toMatchObject({
        json: { dryRun: true, judged: [{ wouldBe: expect.any(String) as string }] },
      })
      expect(await recorded()).toHaveLength(before)
    })

    it('is sent as one message, and all that the hub states of it is shown', async () => {
      const sent = await run(...words, '--test', ...notes, '--json')
      expect(sent).toMatchObject({ exit: 0, json: { rows: parts.length } })
      const [{ message }] = sent.json['receipts'] as [{ message: string }]
      const shown = await run('receipts', message, '--profile', 'HTTP', '--json')
      expect(shown.json['statements']).toContainEqual(
        expect.objectContaining({ statement: 'accepted' }),
      )
      expect(place('HTTP', 'outbox')).toEqual([])
    })
  })

  it('is read back as it stands', async () => {
    const data = ['data', 'migration-flow', '--profile', 'BE']
    const csv = await run(...data, '--out', 'mine.csv', '--json')
    expect(csv).toMatchObject({ exit: 0, json: { contract: 'migration-flow', format: 'csv' } })
    // A row's notes may have lines of their own.
    const rows = readFileSync(at('mine.csv'), 'utf8').match(/^BE,(in|out)flow,/gm)
    expect(rows).toHaveLength(parts.length)
    const sdmx = await run(...data, '--format', 'sdmx-json')
    expect(JSON.parse(sdmx.out)).toMatchObject({ data: { dataSets: expect.any(Array) as object } })
  })

  it('waits for an approver where the office wants two people', async () => {
    const chief = await run(
      ...['participants', 'invite', 'BE', '--name', 'Belgium', '--role', 'approver'],
      ...['--profile', 'OPERATOR', '--json'],
    )
    await enrol('CHIEF', ['--code', String(chief.json['code'])])
    // Who publishes cannot say that nobody needs to look.
    expect(await run('submissions', 'approval', 'off', '--profile', 'BE')).toMatchObject({
      exit: 5,
    })
    const two = await run('submissions', 'approval', 'on', '--profile', 'CHIEF')
    expect(two).toMatchObject({ exit: 0 })
    const [one] = parts
    writeFileSync(at('one.json'), JSON.stringify({ ...one, data: { ...one?.data, value: 11 } }))
    const sent = await run('publish', 'one.json', ...notes, '--profile', 'BE', '--json')
    expect(sent).toMatchObject({ exit: 0, json: { receipts: [{ statement: 'received' }] } })
    const [{ message }] = sent.json['receipts'] as [{ message: string }]
    const own = await run('submissions', 'approve', message, '--profile', 'BE', '--json')
    expect(own.exit).toBe(5)
    const approved = await run('submissions', 'approve', message, '--profile', 'CHIEF', '--json')
    expect(approved).toMatchObject({ exit: 0, json: { state: 'approved' } })
    const back = ['submissions', 'withdraw', message, '--reason', 'the wrong year']
    const withdrawn = await run(...back, '--yes', '--profile', 'BE', '--json')
    expect(withdrawn).toMatchObject({ exit: 0, json: { state: 'withdrawn' } })
  })

  function enrol(profile: string, code: readonly string[]): Promise<Ended> {
    const office = ['--office', 'STAT:Statistics office']
    return run('enrol', ...code, ...office, '--profile', profile, '--hub', hub.http, '--json')
  }

  async function killedAfter(milliseconds: number, words: readonly string[]): Promise<void> {
    const env = { PATH: process.env['PATH'], CORRIDOR_HOME: hub.home, LANG: 'C.UTF-8' }
    const child = spawn(process.execPath, [corridorProgram, ...words], {
      cwd: hub.home,
      env,
      stdio: 'ignore',
    })
    const ended = new Promise((resolve) => child.once('close', resolve))
    await Promise.race([sleep(milliseconds), ended])
    child.kill('SIGKILL')
    await ended
  }
})

// Moments between the start of the command and the end of its sending on a busy machine.
function randomMoments(number: number): readonly number[] {
  return Array.from({ length: number }, () => 800 + Math.floor(Math.random() * 4_000))
}

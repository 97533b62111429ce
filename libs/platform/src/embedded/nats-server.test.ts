// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { connect } from 'nats'
import { readSettings, type Settings } from '../config/settings'
import { findNatsServer, isAtLeast } from './nats-program'
import { archiveName, natsRelease } from './nats-release'
import { greet, startNats, type NatsPlace } from './nats-server'
import { freePort } from './ports'
import type { RunningServer } from './postgres'
import { isAlive } from './processes'

const projectRoot = resolve(__dirname, '../../../..')
jest.setTimeout(240_000)

let folder = ''
let program = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'corridor-nats-'))
  const cache = join(projectRoot, '.cache')
  mkdirSync(cache, { recursive: true })
  const found = await findNatsServer({
    settings: settings(),
    projectRoot,
    cache,
    progress: () => undefined,
  })
  if (!found.ok) throw new Error(found.refusal.detail)
  program = found.value.program
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a nats-server that is started', () => {
  let port = 0
  let running: RunningServer[] = []
  beforeAll(async () => {
    port = await freePort()
  })
  afterEach(async () => {
    for (const server of running) await server.stop()
    running = []
  })
  const start = async (text = config) => {
    const places = { nats: join(folder, 'nats'), logs: folder }
    mkdirSync(places.nats, { recursive: true })
    return startNats({ places, program, port, config: text })
  }
  const started = async (): Promise<RunningServer> => {
    const outcome = await start()
    if (!outcome.ok) throw new Error(outcome.refusal.detail)
    running.push(outcome.value)
    return outcome.value
  }

  it('keeps its streams when it is started again', async () => {
    const first = await started()
    const before = await connect({ servers: first.url })
    await (await before.jetstreamManager()).streams.add({ name: 'KEPT', subjects: ['kept'] })
    await before.jetstream().publish('kept', 'one')
    await before.close()
    await first.stop()
    const after = await connect({ servers: (await started()).url })
    expect((await (await after.jetstreamManager()).streams.info('KEPT')).state.messages).toBe(1)
    await after.close()
  })

  it('is ended and started afresh where a killed hub left it running', async () => {
    const left = await started()
    const again = await started()
    expect(isAlive(left.pid ?? 0)).toBe(false)
    expect(again.pid).not.toBe(left.pid)
    expect(await greet('127.0.0.1', port)).toMatch(/^2\./)
  })

  it('tells in one sentence that its port is taken', async () => {
    const taker = createServer()
    await new Promise<void>((listening) => {
      taker.listen(port, '127.0.0.1', listening)
    })
    expect(await start()).toEqual({
      ok: false,
      refusal: {
        code: 'PORT_TAKEN',
        detail: `port ${String(port)} is taken by another program: set CORRIDOR_NATS_PORT to a free port, or set NATS_URL to use a nats-server that already runs`,
      },
    })
    await new Promise((closed) => taker.close(closed))
  })

  it('tells how it failed', async () => {
    expect(await start(() => 'nonsense {')).toMatchObject({
      ok: false,
      refusal: { code: 'SERVER_NOT_STARTED', detail: says('ended with code 1') },
    })
  })
})

describe('looking for a nats-server', () => {
  const without = ['path', 'package'] as const
  const search = (from: Partial<Settings>, name: string) => {
    const cache = join(folder, name)
    mkdirSync(cache, { recursive: true })
    return findNatsServer({
      settings: { ...settings(), ...from },
      projectRoot,
      cache,
      progress: () => undefined,
      without,
    })
  }
  const release = (name: string, spoil: (archive: string) => void = () => undefined): string => {
    const archive = archiveName(process.platform, process.arch) ?? ''
    const inside = archive.replace('.tar.gz', '')
    const place = join(folder, name, natsRelease)
    mkdirSync(join(place, inside), { recursive: true })
    copyFileSync(program, join(place, inside, 'nats-server'))
    execFileSync('tar', ['-czf', join(place, archive), '-C', place, inside])
    const digest = createHash('sha256')
      .update(readFileSync(join(place, archive)))
      .digest('hex')
    writeFileSync(
      join(place, 'SHA256SUMS'),
      `${'0'.repeat(64)}  other.tar.gz\n${digest}  ${archive}\n`,
    )
    spoil(join(place, archive))
    return join(folder, name)
  }

  it('takes the release archive whose digest the release names, and next time the copy of it', async () => {
    const files = await serve(release('whole'))
    const first = await search({ natsDownload: files.url }, 'cache-whole')
    await files.close()
    expect(first).toMatchObject({
      ok: true,
      value: { program: join(folder, 'cache-whole', 'nats-server') },
    })
    expect(await search({ natsDownload: files.url }, 'cache-whole')).toEqual(first)
    expect(readdirSync(join(folder, 'cache-whole'))).toEqual(['nats-server'])
  })

  it('takes no archive that was altered', async () => {
    const files = await serve(
      release('altered', (archive) => {
        writeFileSync(archive, 'x', { flag: 'a' })
      }),
    )
    const found = await search({ natsDownload: files.url }, 'cache-altered')
    await files.close()
    expect(found).toMatchObject({
      ok: false,
      refusal: { detail: says('is not the archive that SHA256SUMS names') },
    })
    expect(readdirSync(join(folder, 'cache-altered'))).toEqual([])
  })

  it('says in one sentence how to install one where nothing gives one', async () => {
    const natsDownload = `http://127.0.0.1:${String(await freePort())}`
    expect(await search({ natsDownload }, 'cache-none')).toMatchObject({
      ok: false,
      refusal: {
        code: 'SERVER_NOT_FOUND',
        detail: says(/could not be reached\): install one from .* set NATS_SERVER .* set NATS_URL/),
      },
    })
  })

  it('refuses a NATS_SERVER that is too old or is none, rather than taking another', async () => {
    const old = join(folder, 'old')
    writeFileSync(old, '#!/bin/sh\necho nats-server: v2.9.10\n')
    chmodSync(old, 0o755)
    expect(await search({ natsServer: old }, 'cache-old')).toMatchObject({
      ok: false,
      refusal: { code: 'SERVER_TOO_OLD' },
    })
    expect(await search({ natsServer: folder }, 'cache-old')).toMatchObject({
      ok: false,
      refusal: { code: 'SERVER_NOT_FOUND' },
    })
    expect(await search({ natsServer: program }, 'cache-old')).toMatchObject({
      ok: true,
      value: { program },
    })
  })

  it('compares versions by number', () => {
    expect(
      ['2.9.10', '2.10.0', '2.10.27', '2.15.1', '3.0.0', '1.99.99'].map((one) =>
        isAtLeast(one, '2.10.0'),
      ),
    ).toEqual([false, true, true, true, true, false])
  })
})

function settings(): Settings {
  const read = readSettings({})
  if (!read.ok) throw new Error(read.refusal.detail)
  return read.value
}

function config({ port, storeDir }: NatsPlace): string {
  return `host: 127.0.0.1\nport: ${String(port)}\njetstream { store_dir: ${JSON.stringify(storeDir)} }\n`
}

async function serve(
  root: string,
): Promise<{ readonly url: string; readonly close: () => Promise<unknown> }> {
  const port = await freePort()
  const server = createServer((request, response) => {
    const file = join(root, request.url ?? '')
    response.writeHead(existsSync(file) ? 200 : 404).end(existsSync(file) ? readFileSync(file) : '')
  })
  await new Promise<void>((listening) => {
    server.listen(port, '127.0.0.1', listening)
  })
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(closed)
      }),
  }
}

// Jest's matchers are of type any.
function says(text: string | RegExp): unknown {
  return expect.stringMatching(text)
}

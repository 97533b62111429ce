// SPDX-License-Identifier: Apache-2.0
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { connect } from 'nats'
import { Client } from 'pg'
import { readSettings, type Settings } from '../config/settings'
import { startEmbedded, type Embedded } from './embedded'
import { homeFolder, openPlaces } from './places'
import { freePort } from './ports'

const projectRoot = resolve(__dirname, '../../../..')
jest.setTimeout(240_000)

describe('the embedded servers', () => {
  let home = ''
  let settings: Settings
  let first: Embedded
  let stopped: () => Promise<void> = () => Promise.resolve()
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'corridor-both-'))
    chmodSync(home, 0o755)
    settings = read({
      CORRIDOR_PG_PORT: String(await freePort()),
      CORRIDOR_NATS_PORT: String(await freePort()),
    })
    const outcome = await start(home, settings)
    if (!outcome.ok) throw new Error(outcome.refusal.detail)
    first = outcome.value
    stopped = first.stop
  })
  afterAll(async () => {
    await stopped()
    rmSync(home, { recursive: true, force: true })
  })

  it('are both ready', async () => {
    const database = new Client({ connectionString: first.databaseUrl })
    await database.connect()
    await database.end()
    await (await connect({ servers: first.natsUrl })).close()
  })

  it('are kept from a second hub of the same home', async () => {
    expect(await start(home, settings)).toMatchObject({
      ok: false,
      refusal: { code: 'HUB_ALREADY_RUNS' },
    })
  })

  it('are not started where others are named, which are only checked', async () => {
    const other = join(home, 'other')
    const outcome = await start(
      other,
      read({ DATABASE_URL: first.databaseUrl, NATS_URL: first.natsUrl }),
    )
    expect(outcome).toMatchObject({
      ok: true,
      value: { databaseUrl: first.databaseUrl, natsUrl: first.natsUrl },
    })
    if (outcome.ok) await outcome.value.stop()
  })

  it('that are named and do not answer are told of in one sentence without the password', async () => {
    const port = String(await freePort())
    const noDatabase = read({
      DATABASE_URL: `postgresql://me:secret@127.0.0.1:${port}/db`,
      NATS_URL: first.natsUrl,
    })
    expect(await start(join(home, 'third'), noDatabase)).toEqual({
      ok: false,
      refusal: {
        code: 'SERVER_UNREACHABLE',
        detail: `the PostgreSQL of DATABASE_URL (postgresql://me:***@127.0.0.1:${port}/db) could not be used (connect ECONNREFUSED 127.0.0.1:${port}): start it or correct the address, or leave DATABASE_URL out and the hub starts its own`,
      },
    })
    const noBroker = read({ DATABASE_URL: first.databaseUrl, NATS_URL: `nats://127.0.0.1:${port}` })
    expect(await start(join(home, 'third'), noBroker)).toMatchObject({
      ok: false,
      refusal: { code: 'SERVER_UNREACHABLE' },
    })
  })

  it('end both, and may be started again at once', async () => {
    await first.stop()
    await first.stop()
    expect(await first.ended).toMatch(/^the embedded (nats-server|PostgreSQL) /)
    const outcome = await start(home, settings)
    if (!outcome.ok) throw new Error(outcome.refusal.detail)
    first = outcome.value
    stopped = first.stop
  })

  it('leave nothing running where one of them cannot start', async () => {
    const nats = String(await freePort())
    const other = join(home, 'fourth')
    const clash = read({ CORRIDOR_PG_PORT: String(settings.pgPort), CORRIDOR_NATS_PORT: nats })
    expect(await start(other, clash)).toMatchObject({ ok: false, refusal: { code: 'PORT_TAKEN' } })
    await expect(
      connect({ servers: `nats://127.0.0.1:${nats}`, reconnect: false }),
    ).rejects.toThrow()
  })
})

describe('a home that is not a folder', () => {
  it('is refused in one sentence with the remedy', () => {
    const folder = mkdtempSync(join(tmpdir(), 'corridor-file-'))
    writeFileSync(join(folder, 'file'), '')
    const home = homeFolder('file', folder)
    expect(openPlaces(home, folder)).toMatchObject({
      ok: false,
      refusal: {
        code: 'HOME_NOT_WRITABLE',
        detail: says(
          /^the folder .*file cannot be written \(ENOTDIR.*\): make it writable, or set CORRIDOR_HOME/,
        ),
      },
    })
    rmSync(folder, { recursive: true, force: true })
  })
})

function start(home: string, settings: Settings) {
  return startEmbedded({
    settings,
    home,
    projectRoot,
    progress: () => undefined,
    natsConfig: ({ port, storeDir }) =>
      `host: 127.0.0.1\nport: ${String(port)}\njetstream { store_dir: ${JSON.stringify(storeDir)} }\n`,
  })
}

function read(env: Readonly<Record<string, string>>): Settings {
  const outcome = readSettings(env)
  if (!outcome.ok) throw new Error(outcome.refusal.detail)
  return outcome.value
}

// Jest's matchers are of type any.
function says(text: string | RegExp): unknown {
  return expect.stringMatching(text)
}

// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { sharedFolder } from './database-account'
import { openPlaces, type Places } from './places'
import { freePort } from './ports'
import { startPostgres, type RunningServer } from './postgres'
import { endProcess, isAlive, processesIn, processesWith } from './processes'

const projectRoot = resolve(__dirname, '../../../..')
const isRoot = process.getuid?.() === 0
jest.setTimeout(90_000)

describe('the embedded PostgreSQL', () => {
  let home = ''
  let port = 0
  let running: RunningServer[] = []
  const told: string[] = []

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'corridor-pg-'))
    chmodSync(home, 0o755)
    port = await freePort()
  })
  afterEach(async () => {
    for (const server of running) await server.stop()
    running = []
  })
  afterAll(() => {
    rmSync(home, { recursive: true, force: true })
  })

  const places = (): Places => {
    const opened = openPlaces(home, projectRoot)
    if (!opened.ok) throw new Error(opened.refusal.detail)
    return opened.value
  }
  const start = () =>
    startPostgres({ places: places(), projectRoot, port, progress: (text) => told.push(text) })
  const started = async (): Promise<RunningServer> => {
    const outcome = await start()
    if (!outcome.ok) throw new Error(outcome.refusal.detail)
    running.push(outcome.value)
    return outcome.value
  }

  it('is made at the first start, listens on the loopback alone and keeps its promises about durability', async () => {
    const server = await started()
    const [row] = await ask(
      server.url,
      `select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as listens,
      current_setting('unix_socket_directories') as sockets, current_setting('password_encryption') as passwords,
      (select datlocale from pg_database where datname = current_database()) as locale`,
    )
    expect(row).toEqual({
      encoding: 'UTF8',
      fsync: 'on',
      commit: 'on',
      listens: '127.0.0.1',
      sockets: '',
      passwords: 'scram-sha-256',
      locale: 'C.UTF-8',
    })
    await ask(server.url, 'create table kept (figure int)')
    await ask(server.url, 'insert into kept values (448)')
    expect(statSync(join(home, 'keys', 'postgres.password')).mode & 0o777).toBe(0o600)
    await expect(ask(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
      /password/,
    )
  })

  it('still has everything when it is started again, also after a kill -9 of the server', async () => {
    const first = await started()
    expect(await ask(first.url, 'select figure from kept')).toEqual([{ figure: 448 }])
    await ask(first.url, 'insert into kept values (449)')
    if (first.pid !== undefined) process.kill(first.pid, 'SIGKILL')
    await first.ended
    const second = await started()
    expect(await ask(second.url, 'select figure from kept order by 1')).toEqual([
      { figure: 448 },
      { figure: 449 },
    ])
  })

  it('ends a server that a killed hub left running, and starts afresh', async () => {
    const left = await started()
    const again = await started()
    expect(isAlive(left.pid ?? 0)).toBe(false)
    expect(await ask(again.url, 'select count(*)::int as rows from kept')).toEqual([{ rows: 2 }])
  })

  it('clears a pid file whose number is now another program', async () => {
    const other = spawn('sleep', ['60'])
    writeFileSync(
      join(home, 'pg', 'data', 'postmaster.pid'),
      `${String(other.pid)}\n${home}/pg/data\n0\n${String(port)}\n`,
    )
    await started()
    expect(isAlive(other.pid ?? 0)).toBe(true)
    other.kill()
  })

  it('tells in one sentence that its port is taken', async () => {
    const taker = createServer()
    await new Promise<void>((listening) => taker.listen(port, '127.0.0.1', listening))
    expect(await start()).toEqual({
      ok: false,
      refusal: {
        code: 'PORT_TAKEN',
        detail: `port ${String(port)} is taken by another program: set CORRIDOR_PG_PORT to a free port, or set DATABASE_URL to use a PostgreSQL that already runs`,
      },
    })
    await new Promise((closed) => taker.close(closed))
  })

  it('tells in one sentence that the password is no longer the one it was made with', async () => {
    const file = join(home, 'keys', 'postgres.password')
    const password = readFileSync(file, 'utf8')
    writeFileSync(file, 'another')
    expect(await start()).toMatchObject({
      ok: false,
      refusal: { detail: says('put the old file back') },
    })
    writeFileSync(file, password)
    expect(processesIn(join(home, 'pg', 'data'))).toEqual([])
  })

  it('sweeps what a kill during the making of the data folder left', async () => {
    mkdirSync(join(home, 'pg', 'data.new-999999999-aa-bb'))
    writeFileSync(join(home, 'pg', 'password.new-999999999-aa-bb'), 'secret')
    await started()
    expect(readdirSync(join(home, 'pg'))).toEqual(['data'])
  })

  it('writes no figure into its log', async () => {
    const server = await started()
    await expect(ask(server.url, `select 'a-figure'::int`)).rejects.toThrow()
    await ask(server.url, 'create unique index once on kept (figure)')
    await expect(ask(server.url, 'insert into kept values (448)')).rejects.toThrow()
    const log = readFileSync(join(home, 'logs', 'postgres.log'), 'utf8')
    expect(log).toContain('duplicate key')
    expect(log).not.toMatch(/insert into|\(448\)/)
  })
})

describe('a kill -9 at any moment of the first start', () => {
  it('is repaired by the next start', async () => {
    const home = mkdtempSync(join(tmpdir(), 'corridor-kill-'))
    chmodSync(home, 0o755)
    const port = await freePort()
    // A process of its own runs what is built: `npm test` builds first.
    const program = `
      const { openPlaces } = require('./places'), { startPostgres } = require('./postgres')
      const places = openPlaces(${JSON.stringify(home)}, ${JSON.stringify(projectRoot)}).value
      console.log('begun')
      startPostgres({ places, projectRoot: ${JSON.stringify(projectRoot)}, port: ${String(port)}, progress: () => undefined })`
    for (const milliseconds of [100, 500, 1500]) {
      const hub = spawn(process.execPath, ['-e', program], {
        cwd: resolve(__dirname, '../../dist/embedded'),
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const gone = new Promise((exited) => hub.once('exit', exited))
      await Promise.race([gone, new Promise((begun) => hub.stdout.once('data', begun))])
      await sleep(milliseconds)
      hub.kill('SIGKILL')
      await gone
    }
    const opened = openPlaces(home, projectRoot)
    if (!opened.ok) throw new Error(opened.refusal.detail)
    // A process that was being born when its hub was killed may write for a moment longer: the start after the next sweeps that away.
    for (let start = 0; start < 2; start += 1) {
      const outcome = await startPostgres({
        places: opened.value,
        projectRoot,
        port,
        progress: () => undefined,
      })
      expect(outcome.ok && (await ask(outcome.value.url, 'select 1 as one'))).toEqual([{ one: 1 }])
      if (outcome.ok) await outcome.value.stop()
    }
    for (const pid of processesWith(['-D', join(home, 'pg', 'data')]))
      await endProcess(pid, [{ signal: 'SIGKILL', graceSeconds: 5 }])
    expect(readdirSync(join(home, 'pg'))).toEqual(['data'])
    rmSync(home, { recursive: true, force: true })
  })
})

const asRoot = isRoot ? describe : describe.skip
asRoot('a home that the account of the database cannot enter (needs root)', () => {
  it('keeps its data in a folder of their own, says so once, and finds them again', async () => {
    const home = mkdtempSync(join(tmpdir(), 'corridor-shut-'))
    chmodSync(home, 0o700)
    const hadShared = existsSync(sharedFolder)
    const port = await freePort()
    const told: string[] = []
    const start = async () => {
      const opened = openPlaces(home, projectRoot)
      if (!opened.ok) throw new Error(opened.refusal.detail)
      return startPostgres({
        places: opened.value,
        projectRoot,
        port,
        progress: (text) => told.push(text),
      })
    }
    for (const figure of [1, 2]) {
      const outcome = await start()
      if (!outcome.ok) throw new Error(outcome.refusal.detail)
      await ask(outcome.value.url, `create table kept_${String(figure)} ()`)
      expect(
        await ask(
          outcome.value.url,
          `select count(*)::int as tables from pg_tables where tablename like 'kept%'`,
        ),
      ).toEqual([{ tables: figure }])
      await outcome.value.stop()
    }
    const folder = join(sharedFolder, readFileSync(join(home, 'pg', 'elsewhere'), 'utf8'))
    expect(told).toEqual([
      says(new RegExp(`cannot enter ${home}, so the data are kept in ${folder}$`)),
    ])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    rmSync(hadShared ? folder : sharedFolder, { recursive: true, force: true })
    rmSync(home, { recursive: true, force: true })
  })
})

async function ask(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

// Jest's matchers are of type any.
function says(text: string | RegExp): unknown {
  return expect.stringMatching(text)
}

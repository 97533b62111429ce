// SPDX-License-Identifier: Apache-2.0
// The peer: a naive NestJS hub of our own (peers/naive), on the same PostgreSQL and nats-server programs and settings.
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  findNatsServer,
  freePort,
  openPlaces,
  readSettings,
  startNats,
  startPostgres,
} from '@corridor/platform'
import { CompactSign, compactVerify, exportJWK, generateKeyPair } from 'jose'
import { connect } from 'nats'
import { reporter } from './observations.mjs'
import { plainEnvironment, startProgram, temporaryFolder } from './resources.mjs'

const folder = fileURLToPath(new URL('peers/naive', import.meta.url))
const installSeconds = 240
const requestMs = 120_000

/** Installs the peer's packages from its own lock file and compiles it; each only where it is not fresh. */
export async function prepareNaive(projectRoot, say) {
  if (
    newest(join(folder, 'package-lock.json')) >
    newest(join(folder, 'node_modules', '.package-lock.json'))
  ) {
    say('installing the packages of the naive peer (npm ci)')
    await run('npm', ['ci', '--no-audit', '--no-fund'])
  }
  const sources = readdirSync(join(folder, 'src')).map((name) => join(folder, 'src', name))
  if (Math.max(...sources.map(newest)) > newest(join(folder, 'dist', 'main.js'))) {
    say('compiling the naive peer')
    await run(process.execPath, [
      join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc'),
      '-p',
      '.',
    ])
  }
}

function newest(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0
}

async function run(program, words) {
  await promisify(execFile)(program, words, { cwd: folder, timeout: installSeconds * 1_000 })
}

/** Starts PostgreSQL, nats-server and the peer. */
export async function startNaive(resources, projectRoot) {
  const home = temporaryFolder(resources, 'naive')
  const servers = await startServers(resources, { home, projectRoot })
  const keys = { sender: await newKey(home, 'sender'), hub: await newKey(home, 'hub') }
  const child = await startProgram(resources, {
    words: [process.env.CORRIDOR_BENCH_PEER ?? join(folder, 'dist', 'main.js')],
    cwd: folder,
    env: plainEnvironment({
      DATABASE_URL: servers.database,
      NATS_URL: servers.broker,
      PEER_SENDER_KEY: keys.sender.file,
      PEER_HUB_KEY: keys.hub.file,
    }),
    isReady: (said) => said.includes('ready'),
  })
  const connection = await connect({ servers: servers.broker })
  resources.add(() => connection.close())
  return {
    pid: child.pid,
    make: (rows) => seal(keys.sender.privateKey, rows),
    send: (message) => send(connection, keys.hub.publicKey, message),
    // A receipt is the end of it.
    settle: async () => undefined,
  }
}

async function startServers(resources, { home, projectRoot }) {
  const settings = must(readSettings({ ...process.env, CORRIDOR_HOME: home }))
  const places = must(openPlaces(home, projectRoot))
  const progress = () => undefined
  const database = must(
    await startPostgres({ places, projectRoot, port: await freePort(), progress }),
  )
  resources.add(() => database.stop())
  const found = must(await findNatsServer({ settings, projectRoot, cache: places.cache, progress }))
  const port = await freePort()
  const broker = must(await startNats({ places, program: found.program, port, config }))
  resources.add(() => broker.stop())
  return { database: database.url, broker: broker.url }
}

// Generous, as a team would set them after the first slow consumer was cut off.
function config({ port }) {
  return `host: 127.0.0.1\nport: ${port}\nmax_payload: 8MB\nmax_pending: 512MB\nwrite_deadline: "120s"\n`
}

async function newKey(home, name) {
  const { publicKey, privateKey } = await generateKeyPair('Ed25519', { extractable: true })
  const file = join(home, `${name}.jwk`)
  // The peer signs its receipts and only verifies the sender's messages.
  const jwk = await exportJWK(name === 'hub' ? privateKey : publicKey)
  writeFileSync(file, JSON.stringify(jwk), { mode: 0o600 })
  return { file, publicKey, privateKey }
}

async function seal(key, rows) {
  const id = randomUUID()
  // Its rows know no level of education; ours says that nothing is told apart by it.
  const observations = rows.map(
    ({ lower: _lower, upper: _upper, education: _education, ...one }) => one,
  )
  const event = {
    specversion: '1.0',
    id,
    source: `urn:corridor:participant:${reporter}`,
    type: 'corridor.submission.v1',
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    dataschema: 'urn:corridor:contract:migration-flow-rows:1.0.0',
    data: { dataset: `bench-${id}`, observations },
  }
  const jws = await new CompactSign(Buffer.from(JSON.stringify(event)))
    .setProtectedHeader({ alg: 'EdDSA', kid: 'sender' })
    .sign(key)
  const request = { pattern: 'hub.ingest', data: { jws }, id: randomUUID() }
  return { id, rows: rows.length, bytes: Buffer.from(JSON.stringify(request)) }
}

async function send(connection, hubKey, { id, rows, bytes }) {
  const reply = (await connection.request('hub.ingest', bytes, { timeout: requestMs })).json()
  if (reply.response === undefined) throw new Error(`the peer refused: ${JSON.stringify(reply)}`)
  const { payload } = await compactVerify(reply.response.receipt, hubKey, { algorithms: ['EdDSA'] })
  const receipt = JSON.parse(new TextDecoder().decode(payload))
  if (receipt.id !== id || receipt.accepted !== rows)
    throw new Error(`the peer's receipt is for something else: ${JSON.stringify(receipt)}`)
}

function must(outcome) {
  if (outcome.ok) return outcome.value
  throw new Error(`could not start the peer's servers: ${outcome.refusal.detail}`)
}

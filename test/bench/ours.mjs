// SPDX-License-Identifier: Apache-2.0
// Our side: the whole hub in one process, as `npm start` runs it, and a participant who sends through libs/sdk.
import { hubOptions } from '../../deploy/local/hub-options.mjs'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newestVersion, toColumns } from '@corridor/contracts'
import { digestOf, eventBytes, participantSource, seal as sealBytes } from '@corridor/message'
import { freePort } from '@corridor/platform'
import {
  connectParticipant,
  enrol,
  openProfile,
  profileFolder,
  sendSealed,
  signedRequest,
  takeStatements,
} from '@corridor/sdk'
import pg from 'pg'
import { reporter } from './observations.mjs'
import { plainEnvironment, startProgram, temporaryFolder } from './resources.mjs'

const definition = {
  minimumStay: 'P3M',
  population: 'all',
  source: 'register',
  partnerConcept: 'residence',
  eventConcept: 'registration',
  ageDefinition: 'completed',
  periodConvention: 'calendar',
}
const contract = { name: 'migration-flow', version: newestVersion('migration-flow') }
const busyMs = 20
const office = { code: 'STAT', name: 'Statistics office (bench)' }

/** Starts a hub. */
export async function startHub(resources, projectRoot) {
  const home = temporaryFolder(resources, 'ours')
  const ports = { http: await freePort(), nats: await freePort(), pg: await freePort() }
  const child = await startProgram(resources, {
    words: [
      ...hubOptions,
      ...profiling(),
      join(projectRoot, 'apps', 'hub', 'dist', 'main.js'),
      '--empty',
    ],
    cwd: projectRoot,
    env: plainEnvironment({
      CORRIDOR_HOME: home,
      CORRIDOR_HTTP_PORT: String(ports.http),
      CORRIDOR_NATS_PORT: String(ports.nats),
      CORRIDOR_PG_PORT: String(ports.pg),
    }),
    isReady: (said) => said.includes('Corridor is ready'),
  })
  const database = await openDatabase(resources, home, ports.pg)
  return { pid: child.pid, http: `http://127.0.0.1:${ports.http}`, home, database }
}

/** Starts a hub and enrols the sender through the front door. No agreement is in force for it. */
export async function startOurs(resources, projectRoot) {
  const { pid, http, home, database } = await startHub(resources, projectRoot)
  const profile = await enrolSender(home, http)
  const connection = must(await connectParticipant(profile), 'connect')
  resources.add(() => connection.close())
  const receipts = listen(connection)
  return {
    pid,
    http,
    make: (rows) => seal(profile, rows),
    send: (message) => receipts.of(message, () => send(connection, message)),
    settle: () => settled(database),
    database,
  }
}

// To profile the hub: CORRIDOR_BENCH_HUB='--cpu-prof --cpu-prof-dir=/tmp/profile'.
function profiling() {
  return (process.env.CORRIDOR_BENCH_HUB ?? '').split(' ').filter((word) => word !== '')
}

async function enrolSender(home, http) {
  return enrolState(home, http, {
    operator: await enrolOperator(home, http),
    participant: reporter,
  })
}

/** Enrols the operator with the code that the hub left in its keys folder. */
export function enrolOperator(home, http) {
  const code = readFileSync(join(home, 'keys', 'operator.code'), 'utf8').trim()
  return enrolOne(home, http, { name: 'OPERATOR', code })
}

/** Registers a state as the operator, and enrols it. */
export async function enrolState(home, http, { operator, participant }) {
  const invited = {
    ...{ participant, kind: 'state', name: 'Bench', members: [] },
    productionAtOnce: 'a measurement',
  }
  const { code } = must(
    await signedRequest(operator, {
      method: 'POST',
      target: '/api/participants',
      body: Buffer.from(JSON.stringify(invited)),
    }),
    'register the sender',
  )
  return enrolOne(home, http, { name: participant, code })
}

async function enrolOne(home, http, { name, code }) {
  must(await enrol({ folder: profileFolder(home, name), http, code, office }), `enrol ${name}`)
  return must(await openProfile(home, name), `open the profile of ${name}`)
}

/** Seals a message of a participant. */
export async function seal(profile, rows) {
  const id = `bench-${randomBytes(12).toString('hex')}`
  const bytes = eventBytes({
    id,
    source: participantSource(profile.participant),
    type: 'corridor.submission.v1',
    time: new Date(),
    contract,
    data: toColumns(definition, rows),
  })
  const purpose = { typ: 'corridor-event', aud: profile.hub.id }
  const sealed = await sealBytes(bytes, purpose, profile.signer)
  return { id, contract: contract.name, sealed, digest: digestOf(bytes), rows: rows.length }
}

/** Sends until the hub's broker takes it: "busy" is told, and is no answer. */
export async function send(connection, message) {
  for (;;) {
    const sent = await sendSealed(connection, message)
    if (sent.ok) return
    if (sent.refusal.code !== 'HUB_BUSY') throw new Error(sent.refusal.detail)
    await new Promise((resolve) => setTimeout(resolve, busyMs))
  }
}

/** Takes receipts as they come. libs/sdk verifies each with the hub's pinned key before `keep` sees it. */
function listen(connection) {
  const waiting = new Map()
  const keep = ({ event }) => {
    const { digest, statement, rows } = event.data
    const waiter = waiting.get(digest)
    waiting.delete(digest)
    if (statement === 'accepted' && rows === waiter?.rows) waiter.resolve()
    else waiter?.reject(new Error(`a message was not accepted: ${JSON.stringify(event.data)}`))
  }
  let failed
  takeStatements(connection, { keep, enough: () => false, idleMs: 2 ** 31 - 1 }).catch((error) => {
    failed = error
    for (const { reject } of waiting.values()) reject(error)
  })
  return {
    of: async ({ digest, rows }, send) => {
      if (failed !== undefined) throw failed
      const received = new Promise((resolve, reject) => {
        waiting.set(digest, { rows, resolve, reject })
      })
      await Promise.all([send(), received])
    },
  }
}

async function openDatabase(resources, home, port) {
  const password = readFileSync(join(home, 'keys', 'postgres.password'), 'utf8')
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'corridor',
    password,
    database: 'corridor',
  })
  client.on('error', () => undefined)
  await client.connect()
  resources.add(() => client.end())
  return client
}

const readers = ['journal', 'delivery', 'reconciliation', 'aggregation']
const behind = `
select (select coalesce(max(position), 0) from intake.outbox where typ is null) - min(position) as behind from (
  ${readers.map((one) => `select coalesce((select position from ${one}.cursor where source = 'intake'), 0) as position`).join(' union all ')}
) as readers`

/** Resolves when every service has worked off every message. */
async function settled(database) {
  for (;;) {
    const { rows } = await database.query(behind)
    if (Number(rows[0].behind) === 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The value of an outcome, or an error. */
export function must(outcome, what) {
  if (outcome.ok) return outcome.value
  throw new Error(`could not ${what}: ${outcome.refusal.code}, ${outcome.refusal.detail}`)
}

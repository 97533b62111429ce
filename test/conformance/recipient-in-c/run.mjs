// SPDX-License-Identifier: Apache-2.0
// `npm run conformance`: a recipient in another language, without our SDK, takes its deliveries from a hub as it is. It needs a C
// compiler, and libnats-dev and libssl-dev of the distribution. Not part of `npm test`, which needs nothing but Node.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toColumns } from '@corridor/contracts'
import { freePort } from '@corridor/platform'
import {
  connectParticipant,
  enrol,
  listAgreements,
  openProfile,
  profileFolder,
  proposeAgreement,
  publish,
  putInOutbox,
  signAgreement,
  signedRequest,
  submissionOf,
} from '@corridor/sdk'
import { fromSeed } from '@nats-io/nkeys'
import { corridorTerms } from '../../../apps/cli/dist/demonstration/region.js'
import { hubOptions } from '../../../deploy/local/hub-options.mjs'
import {
  openResources,
  plainEnvironment,
  startProgram,
  temporaryFolder,
} from '../../bench/resources.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..', '..', '..')
const messages = 25
let published = 0
const register = {
  ...{ minimumStay: 'P12M', population: 'all', source: 'register', partnerConcept: 'residence' },
  ...{ eventConcept: 'registration', ageDefinition: 'completed', periodConvention: 'calendar' },
}

const resources = openResources()
try {
  const program = compile(temporaryFolder(resources, 'recipient'))
  const { home, http, nats } = await startHub()
  const [be, dk] = await agree(home, http)
  await publishFrom(be)
  await waitFor(dk)
  const url = `nats://127.0.0.1:${nats}`
  const seed = join(profileFolder(home, 'DK'), 'signin.seed')
  const nkey = fromSeed(Buffer.from(dk.signinSeed)).getPublicKey()
  const take = (key) => run(program, [url, 'DK', nkey, seed, key])
  expect('takes and verifies all', take(dk.hub.key.x), [0, `${messages} deliveries`])
  await publishFrom(be)
  await waitFor(dk)
  expect('trusts no other key', take(otherKey(dk.hub.key.x)), [1, 'WRONG'])
} catch (error) {
  console.error(`STOP  ${error.message}`)
  process.exitCode = 1
} finally {
  await resources.end()
}

function compile(folder) {
  const program = join(folder, 'recipient')
  const source = join(here, 'recipient.c')
  const words = ['-Wall', '-Wextra', '-Werror', '-O1', '-o', program, source, '-lnats', '-lcrypto']
  const { status, stderr, error } = spawnSync('cc', words, { encoding: 'utf8' })
  if (status === 0) return program
  throw new Error(`could not compile; install gcc, libnats-dev and libssl-dev: ${error ?? stderr}`)
}

async function startHub() {
  const home = temporaryFolder(resources, 'hub')
  const [http, nats, pg] = [await freePort(), await freePort(), await freePort()]
  await startProgram(resources, {
    words: [...hubOptions, join(root, 'apps', 'hub', 'dist', 'main.js'), '--empty'],
    cwd: root,
    env: plainEnvironment({
      CORRIDOR_HOME: home,
      CORRIDOR_HTTP_PORT: String(http),
      CORRIDOR_NATS_PORT: String(nats),
      CORRIDOR_PG_PORT: String(pg),
    }),
    isReady: (said) => said.includes('Corridor is ready'),
  })
  return { home, http: `http://127.0.0.1:${http}`, nats }
}

async function agree(home, http) {
  const code = readFileSync(join(home, 'keys', 'operator.code'), 'utf8').trim()
  const operator = await enrolOne(home, http, { name: 'OPERATOR', code })
  const states = []
  for (const participant of ['BE', 'DK']) {
    const invited = {
      ...{ participant, kind: 'state', name: participant, members: [] },
      productionAtOnce: 'a check of conformance',
    }
    const body = Buffer.from(JSON.stringify(invited))
    const told = await signedRequest(operator, {
      method: 'POST',
      target: '/api/participants',
      body,
    })
    states.push(await enrolOne(home, http, { name: participant, code: must(told).code }))
  }
  const terms = corridorTerms(['BE', 'DK'])
  must(await proposeAgreement(states[0], terms))
  for (const state of states) must(await signAgreement(state, terms))
  const [agreement] = must(await listAgreements(states[0]))
  if (agreement.state !== 'in-force') throw new Error(`the agreement is ${agreement.state}`)
  return states
}

async function enrolOne(home, http, { name, code }) {
  const office = { code: 'STAT', name: 'Statistics office' }
  must(await enrol({ folder: profileFolder(home, name), http, code, office }))
  return must(await openProfile(home, name))
}

/** Publishes synthetic flows, each in a message of its own. */
async function publishFrom(profile) {
  const connection = must(await connectParticipant(profile))
  const flow = { reporter: 'BE', direction: 'outflow', origin: 'BE', destination: 'DK' }
  const totals = {
    sex: '_T',
    age: '_T',
    occupation: '_T',
    sector: '_T',
    stay: '_T',
    education: '_T',
  }
  const status = { valueStatus: 'value', lower: null, upper: null, obsStatus: 'A', confStatus: 'F' }
  const outgoing = []
  for (let i = 0; i < messages; i++) {
    const row = { ...flow, period: '2016', ...totals, value: 400 + published++, ...status }
    const data = toColumns(register, [row])
    outgoing.push(await putInOutbox(profile, submissionOf('migration-flow', data)))
  }
  must(await publish(connection, outgoing))
  await connection.close()
}

/** Waits until the hub has released what was published. */
async function waitFor(profile) {
  for (let i = 0; i < 100; i++) {
    const released = must(
      await signedRequest(profile, { method: 'GET', target: '/api/deliveries' }),
    )
    if (released.length >= published) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the hub released nothing in 20 s')
}

function run(program, words) {
  const { status, stdout, stderr } = spawnSync(program, words, {
    encoding: 'utf8',
    timeout: 60_000,
  })
  process.stdout.write(stdout.split('\n').slice(-4).join('\n'))
  if (stderr !== '') process.stderr.write(stderr)
  return { status, stdout }
}

function expect(what, { status, stdout }, [code, part]) {
  if (status !== code || !stdout.includes(part)) throw new Error(`it does not hold: ${what}`)
  console.log(`OK  ${what}`)
}

function otherKey(key) {
  return `${key.startsWith('A') ? 'B' : 'A'}${key.slice(1)}`
}

function must(outcome) {
  if (outcome.ok) return outcome.value
  throw new Error(`${outcome.refusal.code}, ${outcome.refusal.detail}`)
}

// SPDX-License-Identifier: Apache-2.0
// A newcomer asks for a place without a code, rehearses every step in test mode, and only then do its messages count.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  askRehearsal,
  askStatements,
  confirmRehearsal,
  openProfile,
  profileFolder,
  register,
  rehearsalSteps,
  signedRequest,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridor } from './corridor-command'
import { codeOf, must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'
import { type RawAnswer } from './raw-request'

let hub: Hub
let operator: Profile

beforeAll(async () => {
  hub = await raiseHub('in one process')
  operator = await operatorOf(hub)
}, 60_000)

afterAll(() => hub.close())

const apply = (participant: string, name = participant) =>
  register({
    folder: profileFolder(hub.home, name),
    http: hub.http,
    ...{ participant, kind: 'state', name: participant, holder: 'A. Jansen' },
    office: { code: 'STAT', name: 'Statistics' },
  })

const post = (profile: Profile, target: string, body: object) =>
  signedRequest(profile, { method: 'POST', target, body: Buffer.from(JSON.stringify(body)) })

interface Waiting {
  readonly kid: string
  readonly decision: string | null
  readonly claim: { readonly participant: string }
}

async function keyOf(participant: string): Promise<string> {
  const listed = must(
    await signedRequest<readonly Waiting[]>(operator, {
      method: 'GET',
      target: '/api/registrations',
    }),
    'list registrations',
  )
  return listed.find(({ claim }) => claim.participant === participant)?.kid ?? ''
}

const decide = async (participant: string, body: object) =>
  post(operator, `/api/registrations/${await keyOf(participant)}/decisions`, body)

describe('a registration without a code', () => {
  it('waits until the registrar approves it, and its key is nobody until then', async () => {
    expect(codeOf(await apply('NL'))).toBe('REGISTRATION_WAITING')
    expect(codeOf(await apply('NL'))).toBe('REGISTRATION_WAITING')
    expect(await hub.query(`select 1 from access.signing_key where participant = 'NL'`)).toEqual([])
    must(await decide('NL', { decision: 'approved' }), 'approve')
    expect(await apply('NL')).toMatchObject({ value: { participant: 'NL', kind: 'state' } })
  })

  it('is refused with the reason, once and for all', async () => {
    await apply('XX')
    must(await decide('XX', { decision: 'refused', reason: 'no such state' }), 'refuse')
    expect(await apply('XX')).toMatchObject({
      refusal: { code: 'REGISTRATION_REFUSED', detail: 'no such state' },
    })
    expect(codeOf(await decide('XX', { decision: 'approved' }))).toBe('REGISTRATION_REFUSED')
  })

  it('is decided by nobody but the operator', async () => {
    const be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
    await apply('FI')
    const target = `/api/registrations/${await keyOf('FI')}/decisions`
    expect(codeOf(await post(be, target, { decision: 'approved' }))).toBe('NOT_ALLOWED')
    const read = { method: 'GET', target: '/api/registrations' } as const
    expect(codeOf(await signedRequest(be, read))).toBe('NOT_ALLOWED')
  })

  it('takes no place that somebody has', async () => {
    expect(codeOf(await apply('BE', 'BE-AGAIN'))).toBe('PARTICIPANT_EXISTS')
  })
})

describe('a newcomer', () => {
  let nl: Profile

  beforeAll(async () => {
    nl = must(await openProfile(hub.home, 'NL'), 'open the profile')
  })

  async function send(id: string, change: object, mode?: 'test'): Promise<RawAnswer> {
    const data = { ...outflow('NL'), ...change }
    const bytes = messageBytes('NL', { id, data, ...(mode === undefined ? {} : { mode }) })
    return submit(hub, await sealedBy(nl, bytes))
  }

  const done = async (): Promise<readonly string[]> =>
    Object.keys(must(await askRehearsal(nl), 'ask').rehearsed).sort()
  const grant = () => post(operator, '/api/participants/NL/production', { reason: 'rehearsed' })

  it('has its messages refused as long as it has not rehearsed, with a code that says so', async () => {
    const answer = await send('too-early', {})
    expect(answer).toMatchObject({ status: 422, json: { code: 'REHEARSAL_FIRST' } })
    expect(await hub.query(`select 1 from intake.submission where participant = 'NL'`)).toEqual([])
  })

  it('is granted nothing before every step is done', async () => {
    await send('test-1', { value: 10 }, 'test')
    await eventually(done, (steps) => steps.includes('accepted'))
    expect(await done()).toEqual(['accepted'])
    const refused = await grant()
    expect(refused).toMatchObject({ refusal: { code: 'REHEARSAL_INCOMPLETE' } })
    expect(JSON.stringify(refused)).toContain('refused, revised, retracted, received, verified')
  })

  it('rehearses the rest: one refused, a revision, a retraction', async () => {
    const wrong = join(hub.home, 'wrong.json')
    writeFileSync(wrong, JSON.stringify(outflow('NL', { destination: 'QQ' })))
    const publish = ['publish', wrong, '--contract', 'migration-flow', '--profile', 'NL', '--json']
    // What is wrong stays here, unless somebody wants to see it refused.
    expect(await corridor(hub.home, [...publish, '--test'])).toMatchObject({ exit: 3 })
    expect(await corridor(hub.home, [...publish, '--wrong-too'])).toMatchObject({ exit: 2 })
    const refused = await corridor(hub.home, [...publish, '--test', '--wrong-too'])
    expect(refused).toMatchObject({ exit: 3, json: { problem: { code: 'CODE_UNKNOWN' } } })
    await send('test-3', { value: 11 }, 'test')
    await send('test-4', { value: null, valueStatus: 'retracted' }, 'test')
    await eventually(done, (steps) => steps.length === 4)
    expect(await done()).toEqual(['accepted', 'refused', 'retracted', 'revised'])
  })

  it('shows that it has received and verified what the hub stated; a statement that it made up counts for nothing', async () => {
    const [statement] = must(await askStatements(nl, 'test-1'), 'ask for the statements')
    if (statement === undefined) throw new Error('the hub has stated nothing')
    const { received } = statement
    const bytes = Buffer.concat([received.sealed.bytes, Buffer.from(' ')])
    const forged = { ...received, sealed: { ...received.sealed, bytes } }
    expect(codeOf(await confirmRehearsal(nl, 'test-1', forged))).toBe('DIGEST_DIFFERENT')
    const key = { ...nl.hub.key, x: nl.signer.kid }
    const elsewhere = { ...nl, hub: { ...nl.hub, key } }
    expect(codeOf(await confirmRehearsal(elsewhere, 'test-1', received))).toBe(
      'RECEIPT_NOT_OF_THIS_HUB',
    )
    expect(await done()).toHaveLength(4)
    must(await confirmRehearsal(nl, 'test-1', received), 'confirm')
    await eventually(done, (steps) => steps.length === Object.keys(rehearsalSteps).length)
  })

  it('is then granted production rights, and its messages count', async () => {
    must(await grant(), 'grant')
    await eventually(
      () => hub.query(`select 1 from intake.sender where participant = 'NL' and production`),
      (rows) => rows.length === 1,
    )
    // A key of the register is believed for half a second.
    await eventually(
      async () => (await send(`for-real-${String(Date.now())}`, { value: 12 })).status,
      (status) => status === 200,
    )
    expect(await hub.query('select 1 from intake.rehearsal_cell')).toEqual([])
  })

  it('that is suspended is nobody at once, until the operator resumes it', async () => {
    const why = { reason: 'a phone call' }
    must(await post(operator, '/api/participants/NL/suspension', why), 'suspend')
    const me = () => signedRequest(nl, { method: 'GET', target: '/api/me' })
    expect(codeOf(await me())).toBe('PARTICIPANT_SUSPENDED')
    expect(await send('suspended', {})).toMatchObject({ json: { code: 'PARTICIPANT_SUSPENDED' } })
    must(await post(operator, '/api/participants/NL/resumption', why), 'resume')
    expect(await me()).toMatchObject({ ok: true })
  })
})

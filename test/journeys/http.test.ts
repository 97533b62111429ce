// SPDX-License-Identifier: Apache-2.0
import { signatureHeader } from '@corridor/message'
import type { Profile } from '@corridor/sdk'
import type { Hub } from './raise-hub'
import {
  ask,
  expectProblem,
  signedRaw,
  type RawAnswer,
  type RawRequest,
  type Wanted,
} from './raw-request'
import { figures, raiseSharedCorridor, terms, type SharedCorridor } from './shared-corridor'

let scene: SharedCorridor
let hub: Hub
let be: Profile

beforeAll(async () => {
  scene = await raiseSharedCorridor()
  ;({ hub, be } = scene)
})

afterAll(() => hub.close())

const get = async (profile: Profile, target: string, wanted: Wanted = {}): Promise<RawAnswer> =>
  ask(hub.http, await signedRaw(profile, target, wanted))

describe('a request is refused with a problem that says what to do', () => {
  const altered = async (change: Partial<RawRequest>): Promise<RawAnswer> => {
    const body = { participant: 'FI', kind: 'state', name: 'Finland', members: [] }
    return ask(hub.http, {
      ...(await signedRaw(scene.operator, '/api/participants', { body })),
      ...change,
    })
  }

  afterAll(async () => {
    expect(await hub.query(`select 1 from access.participant where id in ('FI', 'EVIL')`)).toEqual(
      [],
    )
  })

  it('where nobody signed it', async () => {
    for (const target of ['/api/me', '/api/agreements', '/api/journal', '/api/status'])
      expectProblem(await ask(hub.http, { target }), 401, 'SIGNATURE_MISSING')
    const act = { method: 'POST', target: '/api/participants', body: '{}' }
    expectProblem(await ask(hub.http, act), 401, 'SIGNATURE_MISSING')
  })

  it('where its body, address or method is not what was signed', async () => {
    const body = JSON.stringify({ participant: 'EVIL', kind: 'state', name: 'Evil', members: [] })
    expectProblem(await altered({ body }), 401, 'SIGNATURE_WRONG')
    expectProblem(await altered({ target: '/api/participants?x=1' }), 401, 'SIGNATURE_WRONG')
    const read = await signedRaw(be, '/api/receipts')
    expectProblem(await ask(hub.http, { ...read, target: '/api/me' }), 401, 'SIGNATURE_WRONG')
  })

  it('where its instant or nonce is not what was signed', async () => {
    const read = await signedRaw(be, '/api/me')
    const changes: Readonly<Record<string, string>>[] = [
      { 'Corridor-Nonce': 'new' },
      // A second later: within the same millisecond it would be what was signed.
      { 'Corridor-Date': new Date(Date.now() + 1_000).toISOString() },
    ]
    for (const change of changes) {
      const headers = { ...read.headers, ...change }
      expectProblem(await ask(hub.http, { ...read, headers }), 401, 'SIGNATURE_WRONG')
    }
  })

  it('where it is too old, from the future, or of no time at all', async () => {
    for (const away of [-301_000, 301_000]) {
      const date = new Date(Date.now() + away).toISOString()
      expectProblem(await get(be, '/api/me', { date }), 401, 'REQUEST_STALE')
    }
    expectProblem(await get(be, '/api/me', { date: 'today' }), 401, 'REQUEST_STALE')
  })

  it('where it was made for another hub', async () => {
    const answer = await get(be, '/api/me', { hubId: 'other-hub' })
    expectProblem(answer, 401, 'SIGNATURE_HEADER_UNEXPECTED')
  })

  it('where its key is not registered, or is none', async () => {
    const unknown = { ...be.signer, kid: 'A'.repeat(43) }
    expectProblem(await get(be, '/api/me', { signer: unknown }), 401, 'KEY_UNKNOWN')
    const none = { ...be.signer, kid: '\0' }
    expectProblem(await get(be, '/api/me', { signer: none }), 401, 'SIGNATURE_MALFORMED')
    const headers = { [signatureHeader]: '..' }
    expectProblem(await ask(hub.http, { target: '/api/me', headers }), 401, 'SIGNATURE_MALFORMED')
  })

  it('where an act is done a second time with the same request', async () => {
    const body = { participant: 'NL', kind: 'state', name: 'Netherlands', members: [] }
    const act = await signedRaw(scene.operator, '/api/participants', { body })
    expect(await ask(hub.http, act)).toMatchObject({ status: 201 })
    const codes = () =>
      hub.query(`select code_hash from access.invitation where participant = 'NL'`)
    const before = await codes()
    expectProblem(await ask(hub.http, act), 401, 'REQUEST_REPLAYED')
    expect(await codes()).toEqual(before)
  })

  it('where its body is larger than an act can be', async () => {
    const answer = await get(be, '/api/agreements', { body: `"${'x'.repeat(1_100_000)}"` })
    expectProblem(answer, 413, 'MESSAGE_TOO_LARGE')
  })

  it('where its body is no JSON object', async () => {
    for (const body of ['[]', 'null', '{', '"x"'])
      expectProblem(await get(be, '/api/agreements', { body }), 422, 'CONTENT_WRONG')
  })

  it.each(['nothing', '%E0%A4%A', 'reports/%00', 'agreements/%00', 'feeds/%00'])(
    'where there is nothing at its address: /api/%s',
    async (place) => {
      expectProblem(await get(be, `/api/${place}`), 404, 'NOT_FOUND')
    },
  )
})

describe('what two states share', () => {
  it('is there for them', async () => {
    expect((await get(be, '/api/reports')).json).toMatchObject([{ agreement: terms.id }])
    expect((await get(be, `/api/reports/${terms.id}`)).text).toContain('44701')
  })

  it.each([
    ['a third state', () => scene.se],
    ['the secretariat', () => scene.region],
    ['the operator', () => scene.operator],
  ])('is for %s as if it did not exist', async (_, who) => {
    for (const place of ['reports', 'feeds']) {
      const [there, nowhere] = [
        await get(who(), `/api/${place}/${terms.id}`),
        await get(who(), `/api/${place}/XX-YY-2026`),
      ]
      expectProblem(there, 404, 'NOT_FOUND')
      expect(there.text).toBe(nowhere.text)
    }
    for (const list of ['reports', 'deliveries', 'receipts', 'feeds'])
      expect(await get(who(), `/api/${list}`)).toMatchObject({ status: 200, text: '[]' })
  })

  it('has terms that a third state and the secretariat cannot tell from none', async () => {
    for (const who of [scene.se, scene.region]) {
      const there = await get(who, `/api/agreements/${terms.id}`)
      expectProblem(there, 404, 'AGREEMENT_UNKNOWN')
      expect(there.text).toBe((await get(who, '/api/agreements/XX-YY-2026')).text)
      expect((await get(who, '/api/agreements')).text).toBe('[]')
    }
  })

  it('is in the journal as digests only, and in the status as counts only', async () => {
    const [journal, status] = [
      await get(scene.se, '/api/journal'),
      await get(scene.se, '/api/status'),
    ]
    for (const { text } of [journal, status]) {
      for (const secret of [...figures, terms.id, 'BE', 'DK'])
        expect(text).not.toMatch(new RegExp(`(?<![A-Za-z0-9_-])${secret}(?![A-Za-z0-9_-])`))
    }
  })
})

describe('whom a change of a contract would touch', () => {
  it('are those who receive figures by it under agreements in force, told to the operator', async () => {
    const target = '/api/subscribers?contract=migration-flow'
    expect((await get(scene.operator, target)).json['subscribers']).toEqual([
      { participant: 'BE', agreements: [terms.id], version: null },
      { participant: 'DK', agreements: [terms.id], version: null },
    ])
    expectProblem(await get(be, target), 403, 'NOT_ALLOWED')
  })
})

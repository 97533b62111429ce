// SPDX-License-Identifier: Apache-2.0
// Adding a code needs no release: the operator adds it, and from then on every service knows it.
import { signatureHeader } from '@corridor/message'
import type { Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { newParticipant, operatorOf } from './cast'
import { modes, raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy } from './raw-message'
import { ask, expectProblem, signedRaw, type RawAnswer, type Wanted } from './raw-request'

/** A synthetic code: no list has it. */
const atlantis = {
  list: 'CL_AREA',
  source: 'Synthetic, for a test',
  codes: [{ code: 'ATLANTIS', label: 'Atlantis', parent: '150', validFrom: '2026-01-01' }],
}

describe.each(modes)('a code that the operator adds, %s', (mode) => {
  let hub: Hub
  let operator: Profile
  let be: Profile

  beforeAll(async () => {
    hub = await raiseHub(mode)
    operator = await operatorOf(hub)
    be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  }, 240_000)

  afterAll(() => hub.close())

  const call = async (who: Profile, target: string, wanted: Wanted = {}): Promise<RawAnswer> =>
    ask(hub.http, await signedRaw(who, target, wanted))

  async function send(id: string): Promise<RawAnswer> {
    const bytes = messageBytes('BE', { id, data: outflow('BE', { destination: 'ATLANTIS' }) })
    const sealed = await sealedBy(be, bytes)
    return ask(hub.http, {
      method: 'POST',
      target: '/api/submissions?wait=25',
      body: Buffer.from(sealed.bytes).toString('utf8'),
      headers: { [signatureHeader]: sealed.signature },
    })
  }

  it('is unknown before, and a message with it is refused', async () => {
    expectProblem(await send('before'), 422, 'CODE_UNKNOWN')
    expect((await call(be, '/api/codelists')).json['extensions']).toEqual([])
  })

  it('is added by nobody else, and not where it does not fit', async () => {
    expectProblem(await call(be, '/api/codelists', { body: atlantis }), 403, 'NOT_ALLOWED')
    const belgium = {
      ...atlantis,
      codes: [{ code: 'BE', label: 'Belgica', validFrom: '2026-01-01' }],
    }
    expectProblem(await call(operator, '/api/codelists', { body: belgium }), 422, 'CODE_TAKEN')
    expectProblem(await call(operator, '/api/codelists', { body: {} }), 422, 'CONTENT_WRONG')
    expect(await hub.query('select 1 from access.code_extension')).toEqual([])
  })

  it('is known after, in every service, and a new message with it is accepted', async () => {
    const added = await call(operator, '/api/codelists', { body: atlantis })
    expect(added).toMatchObject({ status: 201, json: { list: 'CL_AREA', codes: 1 } })
    expect(await send('after')).toMatchObject({ status: 200, json: { state: 'accepted' } })
    // What was refused stays refused: it was stated under a signature.
    const services = ['intake', 'journal', 'delivery', 'reconciliation', 'aggregation']
    const counted = services.map(
      (service) => `(select count(*)::int from ${service}.code_extension)`,
    )
    await eventually(
      () => hub.query<{ counts: number[] }>(`select array[${counted.join(', ')}] as counts`),
      ([row]) => row?.counts.every((count) => count === 1) === true,
    )
  })

  it('is told to offices, so that their checks know it too', async () => {
    const lists = await eventually(
      () => call(be, '/api/codelists'),
      ({ json }) => JSON.stringify(json['extensions']) !== '[]',
    )
    expect(lists.json['extensions']).toEqual([atlantis])
    const area = await call(be, '/api/codelists/CL_AREA')
    expect(area.json['version']).toMatch(/\+[0-9a-f]{12}$/)
    expect(area.json['codes']).toContainEqual({
      code: 'ATLANTIS',
      label: 'Atlantis',
      parent: '150',
    })
  })

  it('is still known after a restart', async () => {
    await hub.restart()
    expect((await call(be, '/api/codelists')).json['extensions']).toEqual([atlantis])
    expect(await send('after-restart')).toMatchObject({ status: 200, json: { state: 'accepted' } })
  }, 240_000)
})

describe('the law', () => {
  let hub: Hub
  let operator: Profile

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    operator = await operatorOf(hub)
  })

  afterAll(() => hub.close())

  it('is there for everybody: contracts with schema and structure', async () => {
    const { json } = await ask(hub.http, { target: '/api/contracts' })
    expect(json['contracts']).toContainEqual({
      name: 'migration-flow',
      version: '1.0.0',
      carriesFigures: true,
      address: '/api/contracts/migration-flow/1.0.0',
    })
    const flow = await ask(hub.http, { target: '/api/contracts/migration-flow/1.0.0' })
    expect(flow.json).toMatchObject({
      schema: { $id: 'urn:corridor:contract:migration-flow:1.0.0' },
      structure: { id: 'CORRIDOR_MIGRATION_FLOW' },
    })
    for (const place of ['contracts/migration-flow/9.9.9', 'codelists/CL_STARS'])
      expectProblem(await ask(hub.http, { target: `/api/${place}` }), 404, 'NOT_FOUND')
  })

  it('tells the operator alone who receives what', async () => {
    const target = '/api/subscribers?contract=migration-flow'
    const told = await ask(hub.http, await signedRaw(operator, target))
    expect(told).toMatchObject({
      status: 200,
      json: { contract: 'migration-flow', subscribers: [] },
    })
    const be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
    expectProblem(await ask(hub.http, await signedRaw(be, target)), 403, 'NOT_ALLOWED')
  })
})

// SPDX-License-Identifier: Apache-2.0
// Messages over HTTP take the same path as over the bus, and get the same statements.
import { digestOf, seal, signatureHeader, type Sealed } from '@corridor/message'
import { openStatement, type Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy } from './raw-message'
import { ask, expectProblem, signedRaw, type RawAnswer } from './raw-request'

let hub: Hub
let be: Profile
let dk: Profile

beforeAll(async () => {
  hub = await raiseHub('in one process')
  const operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
})

afterAll(() => hub.close())

const post = ({ bytes, signature }: Sealed, query = '?wait=20'): Promise<RawAnswer> =>
  ask(hub.http, {
    method: 'POST',
    target: `/api/submissions${query}`,
    body: Buffer.from(bytes).toString('utf8'),
    headers: { 'content-type': 'application/cloudevents+json', [signatureHeader]: signature },
  })

const get = async (profile: Profile, target: string): Promise<RawAnswer> =>
  ask(hub.http, await signedRaw(profile, target))

/** What the newest statement of an answer says, its signature verified with the hub's pinned key. */
async function stated(answer: RawAnswer): Promise<Readonly<Record<string, unknown>>> {
  const { signature, payload } = answer.json as { signature: string; payload: string }
  const opened = await openStatement('receipt', { bytes: Buffer.from(payload), signature }, be.hub)
  return must(opened, 'verify the statement').event.data
}

const counts = (): Promise<readonly unknown[]> =>
  hub.query(`select (select count(*) from intake.submission) as accepted, (select count(*) from intake.quarantine) as refused,
    (select count(*) from intake.dataset) as datasets`)

describe('a message over HTTP', () => {
  it('is answered with the signed statement, which is the same one for ever and over the bus', async () => {
    const sealed = await sealedBy(
      be,
      messageBytes('BE', { id: 'over-http:1', data: outflow('BE') }),
    )
    const answer = await post(sealed)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('location')).toBe('/api/submissions/over-http%3A1')
    expect(await stated(answer)).toMatchObject({
      statement: 'accepted',
      submission: { id: 'over-http:1' },
      digest: digestOf(sealed.bytes),
      rows: 1,
    })
    const again = await post(sealed, '')
    expect(again).toMatchObject({ status: 200, text: answer.text })
    const shown = await get(be, '/api/submissions/over-http%3A1')
    expect(shown).toMatchObject({ status: 200, text: answer.text })
    const [carried] = await eventually(
      () => hub.query<{ signature: string }>(selectCarried, [String(answer.json['payload'])]),
      (rows) => rows.length === 1,
    )
    expect(carried?.signature).toBe(answer.json['signature'])
  })

  it('is answered at once with 202 where nobody waits, and can be asked about', async () => {
    const sealed = await sealedBy(
      be,
      messageBytes('BE', { id: 'nobody-waits', data: outflow('BE', { sex: 'F' }) }),
    )
    const answer = await post(sealed, '')
    expect(answer).toMatchObject({ status: 202, json: { id: 'nobody-waits', state: 'pending' } })
    const shown = await get(be, `${String(answer.headers.get('location'))}?wait=20`)
    expect(shown).toMatchObject({ status: 200, json: { state: 'accepted' } })
    expect(await stated(shown)).toMatchObject({ statement: 'accepted' })
  })

  it('that is refused gets 422 with the signed refusal, and so does a duplicate, for ever', async () => {
    const data = outflow('BE', { destination: 'QQ' })
    const sealed = await sealedBy(be, messageBytes('BE', { id: 'bad-code', data }))
    const answer = await post(sealed)
    expectProblem(answer, 422, 'CODE_UNKNOWN')
    expect(await stated(answer)).toMatchObject({
      statement: 'refused',
      submission: { id: 'bad-code' },
      problem: { code: 'CODE_UNKNOWN' },
    })
    expect((await post(sealed)).text).toBe(answer.text)
    const shown = await get(be, '/api/submissions/bad-code')
    expect(shown).toMatchObject({ status: 200, json: { state: 'refused' } })
    const listed = await get(be, '/api/submissions?state=refused')
    expect(listed.json).toMatchObject({ submissions: [{ id: 'bad-code', state: 'refused' }] })
  })

  it('with an id that stands for other bytes is refused, and what was accepted stays so', async () => {
    const data = outflow('BE', { sex: 'M' })
    await post(await sealedBy(be, messageBytes('BE', { id: 'taken', data })))
    const other = await post(await sealedBy(be, messageBytes('BE', { id: 'taken', data })))
    expectProblem(other, 422, 'ID_TAKEN')
    expect((await get(be, '/api/submissions/taken')).json['statements']).toMatchObject([
      { statement: 'accepted' },
      { statement: 'refused' },
    ])
  })

  it('that another participant signed is nobody’s, and nothing of it is kept', async () => {
    const before = await counts()
    const bytes = messageBytes('BE', { id: 'forged' })
    const { signature } = await seal(bytes, { typ: 'corridor-event', aud: be.hub.id }, be.signer)
    expectProblem(await post({ bytes: Buffer.from('{}'), signature }), 401, 'SIGNATURE_WRONG')
    expectProblem(await post({ bytes, signature: '' }), 401, 'SIGNATURE_MISSING')
    expect(await counts()).toEqual(before)
    // Denmark's signature on Belgium's message: the judge sees it on Denmark's subject.
    const stolen = await post(await sealedBy(dk, bytes))
    expectProblem(stolen, 422, 'SOURCE_NOT_SUBJECT')
    expectProblem(await get(be, '/api/submissions/forged'), 404, 'NOT_FOUND')
  })

  it('is shown to its sender only', async () => {
    expectProblem(await get(dk, '/api/submissions/over-http%3A1'), 404, 'NOT_FOUND')
    expect((await get(dk, '/api/submissions?state=accepted')).json).toEqual({
      submissions: [],
      next: null,
    })
    expectProblem(await ask(hub.http, { target: '/api/submissions' }), 401, 'SIGNATURE_MISSING')
  })

  it('is judged by all rules in a dry run, and nothing is recorded', async () => {
    const before = await counts()
    const good = await sealedBy(be, messageBytes('BE', { data: outflow('BE', { age: 'Y15T19' }) }))
    expect(await post(good, '?dryRun=true')).toMatchObject({
      status: 200,
      json: { wouldBe: 'accepted', problem: null },
    })
    const bad = await sealedBy(
      be,
      messageBytes('BE', { data: outflow('BE', { destination: 'QQ' }) }),
    )
    expect(await post(bad, '?dryRun=true')).toMatchObject({
      status: 200,
      json: {
        wouldBe: 'refused',
        problem: { code: 'CODE_UNKNOWN' },
        report: {
          errors: 1,
          lines: [{ problem: 'CODE_UNKNOWN', column: 'destination', first: [1] }],
        },
      },
    })
    expect(await counts()).toEqual(before)
  })

  it.each(['?wait=31', '?wait=soon', '?dryRun=yes'])(
    'with the query %s is not understood',
    async (query) => {
      expectProblem(await post(await sealedBy(be, messageBytes('BE')), query), 422, 'QUERY_WRONG')
    },
  )

  it('that is larger than a message can be is refused before it is read', async () => {
    const answer = await post({ bytes: Buffer.alloc(1_100_000, 0x20), signature: 'x' })
    expectProblem(answer, 413, 'MESSAGE_TOO_LARGE')
  })
})

const selectCarried = `select signature from intake.outbox where typ = 'corridor-receipt' and signature is not null
  and convert_from(body, 'UTF8') = $1`

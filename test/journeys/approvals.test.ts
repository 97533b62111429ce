// SPDX-License-Identifier: Apache-2.0
// A state whose messages wait for a second person; messages taken back; and rehearsals, which mix with nothing.
import { type Sealed } from '@corridor/message'
import {
  enrol,
  openProfile,
  openStatement,
  profileFolder,
  signedRequest,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'

const approval = '/api/participants/me/approval'

let hub: Hub
let be: Profile
let approver: Profile

beforeAll(async () => {
  hub = await raiseHub('in one process')
  const operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  const invited = {
    participant: 'BE',
    kind: 'state',
    name: 'Belgium',
    members: [],
    role: 'approver',
  }
  const told = must(
    await act<{ code: string }>(operator, {
      method: 'POST',
      target: '/api/participants',
      body: invited,
    }),
    'invite',
  )
  const folder = profileFolder(hub.home, 'BE-APPROVER')
  const office = { code: 'STAT2', name: 'Second pair of eyes' }
  must(await enrol({ folder, http: hub.http, code: told.code, office }), 'enrol the approver')
  approver = must(await openProfile(hub.home, 'BE-APPROVER'), 'open the profile')
}, 60_000)

afterAll(() => hub.close())

function act<Answer>(
  profile: Profile,
  ask: { method: 'POST' | 'PUT'; target: string; body: object },
) {
  return signedRequest<Answer>(profile, { ...ask, body: Buffer.from(JSON.stringify(ask.body)) })
}

async function post({ bytes, signature }: Sealed): Promise<Readonly<Record<string, unknown>>> {
  const answer = await submit(hub, { bytes, signature })
  const { signature: seal, payload } = answer.json as { signature: string; payload: string }
  const sealed = { bytes: Buffer.from(payload), signature: seal }
  const { event } = must(await openStatement('receipt', sealed, be.hub), 'open the statement')
  return { mode: event.mode, ...event.data }
}

const figure = (id: string, value: number): Promise<Sealed> =>
  sealedBy(be, messageBytes('BE', { id, data: outflow('BE', { value }) }))

const recorded = (): Promise<readonly unknown[]> => hub.query('select 1 from intake.dataset')

const decide = (profile: Profile, id: string, what: 'approvals' | 'withdrawals') =>
  act<object>(profile, { method: 'POST', target: `/api/submissions/${id}/${what}`, body: {} })

async function requireApproval(required: boolean): Promise<void> {
  must(
    await act(approver, { method: 'PUT', target: approval, body: { required } }),
    'ask for approval',
  )
  await eventually(
    () => hub.query('select 1 from intake.approval'),
    (rows) => rows.length === (required ? 1 : 0),
  )
}

describe('a state that asks for an approver', () => {
  beforeAll(() => requireApproval(true))

  it('has asked by its approver: a publisher alone can neither ask nor do without', async () => {
    const asked = await act(be, { method: 'PUT', target: approval, body: { required: false } })
    expect(asked).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } })
  })

  it('has its messages received, signed, and recorded only when the approver lets them in', async () => {
    const sealed = await figure('wait-1', 101)
    expect(await post(sealed)).toMatchObject({ statement: 'received', awaits: 'approval' })
    expect(await post(sealed)).toMatchObject({ statement: 'received' })
    expect(await recorded()).toEqual([])
    expect(await decide(be, 'wait-1', 'approvals')).toMatchObject({
      refusal: { code: 'NOT_ALLOWED' },
    })
    expect(await decide(approver, 'wait-1', 'approvals')).toMatchObject({
      value: { state: 'approved' },
    })
    expect(await recorded()).toHaveLength(1)
    expect(await post(sealed)).toMatchObject({ statement: 'accepted', rows: 1 })
    expect(await decide(approver, 'wait-1', 'approvals')).toMatchObject({
      refusal: { code: 'SUBMISSION_NOT_WAITING' },
    })
  })

  it('cannot send with the key of its approver', async () => {
    const bytes = messageBytes('BE', { id: 'wait-2', data: outflow('BE', { value: 102 }) })
    const sealed = await sealedBy(approver, bytes)
    await expect(post(sealed)).rejects.toThrow()
    expect(await recorded()).toHaveLength(1)
  })

  it('takes back what waits: it is never recorded, and its bytes cannot be read any more', async () => {
    const sealed = await figure('wait-3', 103)
    await post(sealed)
    expect(await decide(be, 'wait-3', 'withdrawals')).toMatchObject({
      value: { state: 'withdrawn' },
    })
    expect(await decide(approver, 'wait-3', 'approvals')).toMatchObject({
      refusal: { code: 'SUBMISSION_NOT_WAITING' },
    })
    expect(await post(sealed)).toMatchObject({ statement: 'withdrawn' })
    expect(await recorded()).toHaveLength(1)
    expect(await hub.query(`select wrapped_key from intake.waiting where id = 'wait-3'`)).toEqual([
      { wrapped_key: null },
    ])
  })
})

describe('an accepted message', () => {
  beforeAll(() => requireApproval(false))

  it('is withdrawn until somebody has taken its figures into use, and is read by nobody then', async () => {
    const sealed = await figure('back-1', 104)
    expect(await post(sealed)).toMatchObject({ statement: 'accepted' })
    expect(await decide(be, 'back-1', 'withdrawals')).toMatchObject({
      value: { state: 'withdrawn' },
    })
    expect(await post(sealed)).toMatchObject({ statement: 'withdrawn' })
    const readable = await hub.query(
      `select 1 from intake.dataset_v1 d join intake.submission s on s.position = d.submission
       where s.id = 'back-1' and not d.withdrawn`,
    )
    expect(readable).toEqual([])
  })
})

describe('a rehearsal', () => {
  const rehearsal = (id: string, change: object = {}): Promise<Sealed> =>
    sealedBy(be, messageBytes('BE', { id, mode: 'test', data: { ...outflow('BE'), ...change } }))

  it('is judged by the same rules, answered as a rehearsal, and leaves nothing behind', async () => {
    const before = await traces()
    expect(await post(await rehearsal('test-1'))).toMatchObject({
      mode: 'test',
      statement: 'accepted',
    })
    expect(await post(await rehearsal('test-2', { destination: 'QQ' }))).toMatchObject({
      mode: 'test',
      statement: 'refused',
      problem: { code: 'CODE_UNKNOWN' },
    })
    expect(await traces()).toEqual(before)
  })

  it('takes no id away from a real message', async () => {
    await post(await rehearsal('same-id'))
    expect(await post(await figure('same-id', 105))).toMatchObject({ statement: 'accepted' })
  })

  const traces = (): Promise<readonly unknown[]> =>
    hub.query(
      `select (select count(*) from intake.submission) as submissions, (select count(*) from intake.dataset) as datasets,
         (select count(*) from intake.quarantine) as quarantine,
         (select count(*) from intake.outbox where typ is null) as facts, (select count(*) from journal.entry_v1) as journal`,
    )
})

// SPDX-License-Identifier: Apache-2.0
// An agreement that gives a sender time to comment, and one that counts handing over as delivery.
import type { Agreement } from '@corridor/contracts'
import { proposeAgreement, signAgreement, signedRequest, type Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { codeOf, must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'

let hub: Hub
let be: Profile
let dk: Profile
let value = 440

const agreed = corridorTerms(['BE', 'DK'])
const terms: Agreement = {
  ...agreed,
  enforced: [
    ...agreed.enforced.filter(
      (one) => !(one.kind === 'not-agreed' && ['release', 'delivered'].includes(one.topic)),
    ),
    {
      id: '90',
      kind: 'release',
      contract: 'migration-flow',
      rule: 'after-comment',
      commentDays: 5,
    },
    { id: '91', kind: 'delivered', moment: 'handed-over' },
  ],
}

beforeAll(async () => {
  hub = await raiseHub('in one process')
  const operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
  must(await proposeAgreement(be, terms), 'propose')
  for (const who of [be, dk]) must(await signAgreement(who, terms), 'sign')
})

afterAll(() => hub.close())

async function publish(id: string): Promise<number> {
  const data = outflow('BE', { value: ++value })
  const sealed = await sealedBy(be, messageBytes('BE', { id, data }))
  const sent = await submit(hub, sealed)
  const position = Number(sent.json['position'])
  await eventually(
    () => hub.query('select 1 from delivery.comment_period where dataset = $1', [position]),
    (rows) => rows.length === 1,
  )
  return position
}

const released = async (position: number): Promise<boolean> =>
  (await hub.query('select 1 from delivery.release_v1 where dataset = $1', [position])).length > 0

const waiting = async (who = be): Promise<unknown> =>
  must(await signedRequest(who, { method: 'GET', target: '/api/deliveries/waiting' }), 'list')

const stop = (submission: string, who = be): ReturnType<typeof signedRequest> => {
  const body = Buffer.from(JSON.stringify({ submission, reason: 'a figure is wrong' }))
  return signedRequest(who, { method: 'POST', target: '/api/deliveries/stops', body })
}

/** Makes the hub believe that the time for comment is over. */
const timePasses = (position: number): Promise<unknown> =>
  hub.query(
    `with heard as (update delivery.comment_period set until = '2020-01-01' where dataset = $1)
     update intake.dataset set recorded_at = '2020-01-01' where position = $1`,
    [position],
  )

describe('figures that their sender may comment on', () => {
  it('wait, which the sender can see and nobody else', async () => {
    const position = await publish('waits')
    expect(await released(position)).toBe(false)
    expect(await waiting()).toMatchObject([
      { submission: 'waits', recipient: 'DK', state: 'waiting' },
    ])
    expect(await waiting(dk)).toEqual([])
  })

  it('are handed over when the time is over, and count as delivered by that', async () => {
    const position = await publish('passes')
    await timePasses(position)
    await eventually(() => released(position), Boolean)
    await eventually(
      () => hub.query(`select 1 from delivery.statement_v1 where submission_id = 'passes'`),
      (rows) => rows.length === 1,
    )
    expect(codeOf(await stop('passes'))).toBe('RELEASE_NOT_WAITING')
  })

  it('are never handed over where the sender stops them in time', async () => {
    const position = await publish('stopped')
    expect(codeOf(await stop('stopped', dk))).toBe('RELEASE_NOT_WAITING')
    expect(must(await stop('stopped'), 'stop')).toEqual({ stopped: ['DK'] })
    await timePasses(position)
    const next = await publish('after-it')
    await timePasses(next)
    await eventually(() => released(next), Boolean)
    expect(await released(position)).toBe(false)
  })
})

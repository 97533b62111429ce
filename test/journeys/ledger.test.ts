// SPDX-License-Identifier: Apache-2.0
import { signedRequest } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { connectAsHub } from './as-the-hub'
import { findingsOf, ledgerOf } from './audited'
import { codeOf, must } from './cast'
import { corridor } from './corridor-command'
import {
  act,
  deliveriesOf,
  raiseDelivering,
  sendYears,
  statesOf,
  take,
  terms,
  type DeliveringHub,
} from './delivered-figures'
import { modes } from './raise-hub'

describe.each(modes)('the disclosure ledger, %s', (mode) => {
  let at: DeliveringHub
  beforeAll(async () => {
    at = await raiseDelivering(mode)
    await sendYears(at, ['2013', '2014'])
    await take(at.dk)
    await eventually(
      () => statesOf(at.hub),
      (states) => states.every((state) => state === 'DELIVERED'),
    )
    await sendYears(at, ['2015'])
  })
  afterAll(() => at.hub.close())

  it('tells an origin what went to whom, under which clause, in what form', async () => {
    const lines = await ledgerOf(at.be)
    expect(lines.map(({ number, state }) => [number, state])).toEqual([
      [3, 'DELIVERING'],
      [2, 'DELIVERED'],
      [1, 'DELIVERED'],
    ])
    const [, taken] = await deliveriesOf(at.dk)
    expect(lines[1]).toMatchObject({
      recipient: 'DK',
      contract: 'migration-flow',
      agreement: terms.id,
      rows: 1,
      rolledUp: 0,
      protection: [{ agreement: terms.id, method: 'published-figures-no-protection' }],
    })
    expect(lines[1]).toMatchObject({ number: taken?.['number'] })
    expect(Date.parse(String(lines[1]?.['acknowledgedAt']))).not.toBeNaN()
  })

  it('narrows down, and goes on page by page', async () => {
    expect(await ledgerOf(at.be, '?recipient=SE')).toEqual([])
    expect(await ledgerOf(at.be, '?until=2020-01-01T00:00:00Z')).toEqual([])
    const [newest] = await ledgerOf(at.be, '?limit=1')
    expect(newest).toMatchObject({ number: 3 })
    expect(await ledgerOf(at.be, `?before=${String(newest?.['release'])}`)).toHaveLength(2)
    const dataset = String(newest?.['dataset'])
    expect(await ledgerOf(at.be, `?dataset=${dataset}&contract=migration-flow`)).toEqual([newest])
  })

  it('is an origin’s own: a recipient sees nothing of it', async () => {
    expect(await ledgerOf(at.dk)).toEqual([])
  })

  it('is found complete by the origin and by the operator', async () => {
    expect(await findingsOf(at.be)).toEqual([])
    expect(await findingsOf(at.operator)).toEqual([])
    const said = await corridor(at.hub.home, ['ledger', 'audit', '--profile', 'BE'])
    expect(said).toMatchObject({ exit: 0 })
    const shown = await corridor(at.hub.home, ['ledger', '--profile', 'BE', '--json'])
    expect(shown.json).toMatchObject({ lines: [{ number: 3 }, {}, {}] })
  })

  it('counts a release of the past by the agreement of then', async () => {
    await act(at, 'suspend')
    await eventually(
      () => statesOf(at.hub),
      (states) => states.at(-1) === 'WITHDRAWN',
    )
    expect(await findingsOf(at.be)).toEqual([])
    await act(at, 'resume')
    await eventually(
      () => ledgerOf(at.be),
      (lines) => lines.length === 4,
    )
    expect(await findingsOf(at.be)).toEqual([])
  })

  it('explains which rows left under which clause, and why they would stay at another instant', async () => {
    const [newest] = await ledgerOf(at.be)
    const submission = String(newest?.['submission'])
    const explained = async (query: string): Promise<unknown> => {
      const target = `/api/decisions?submission=${submission}&${query}`
      const told = await signedRequest<{ datasets: readonly { rows: unknown }[] }>(at.be, {
        ...{ method: 'GET', target },
      })
      return must(told, 'explain').datasets[0]?.rows
    }
    const by = { agreement: terms.id, clause: String(newest?.['clause']) }
    expect(await explained('recipient=DK')).toEqual([
      { became: 'left', by: [by], code: null, to: 'DK', rows: 1, first: [1] },
    ])
    const none = { to: null, rows: 1, first: [1] }
    const stayed = { became: 'stayed', by: [], code: 'AGREEMENT_NOT_IN_FORCE', ...none }
    expect(await explained('recipient=DK&at=2020-01-01T00:00:00Z')).toEqual([stayed])
    expect(await explained('recipient=SE')).toEqual([stayed])
    const said = await corridor(at.hub.home, [
      'explain',
      submission,
      '--to',
      'DK',
      '--profile',
      'BE',
    ])
    expect(said.out).toContain(`1 row (1) may leave under clause ${by.clause} of ${terms.id}`)
    // A recipient asks in vain: it is explained to the sender of the figures.
    const target = `/api/decisions?submission=${submission}&recipient=DK`
    expect(codeOf(await signedRequest(at.dk, { method: 'GET', target }))).toBe('NOT_FOUND')
  })

  it('shows a delivery that was put into a stream past it', async () => {
    const [delivery] = await deliveriesOf(at.dk)
    const nats = await connectAsHub(at.hub)
    await nats
      .jetstream()
      .publish('corridor.out.DK.delivery', JSON.stringify({ data: { ...delivery, number: 99 } }))
    expect(await findingsOf(at.be)).toEqual(['NOT_IN_LEDGER stream DK'])
    expect(await findingsOf(at.operator)).toEqual(['NOT_IN_LEDGER stream DK'])
    // Of others' figures an origin is told nothing.
    expect(await findingsOf(at.dk)).toEqual([])
    const jsm = await nats.jetstreamManager()
    const { state } = await jsm.streams.info('OUT_DK')
    await jsm.streams.deleteMessage('OUT_DK', state.last_seq)
    await nats.drain()
    expect(await findingsOf(at.be)).toEqual([])
  })

  it('shows a delivery that was put into the outbox past it', async () => {
    const body = await bodyOf(at, 1)
    await at.hub.query(
      `insert into delivery.outbox (position, subject, typ, body, relayed_at, acknowledged_at)
       values (900001, 'corridor.out.SE.delivery', 'corridor-delivery', $1, now(), now())`,
      [body],
    )
    expect(await findingsOf(at.be)).toEqual(['NOT_IN_LEDGER outbox SE'])
    const said = await corridor(at.hub.home, ['ledger', 'audit', '--profile', 'BE'])
    expect(said).toMatchObject({ exit: 7 })
    expect(said.out).toContain('NOT_IN_LEDGER')
    await at.hub.query('delete from delivery.outbox where position = 900001')
  })

  it('shows a release that was entered without a clause, or under one that did not grant it', async () => {
    const grants = 'update delivery.granted_rows set clause = $2 where position = $1'
    const [{ position } = { position: '' }] = await at.hub.query<{ position: string }>(
      'select position from delivery.release where number = 1',
    )
    const [{ clause } = { clause: '' }] = await at.hub.query<{ clause: string }>(
      'select clause from delivery.granted_rows where position = $1',
      [position],
    )
    await at.hub.query(grants, [position, 'NONE'])
    expect(await findingsOf(at.be)).toEqual([
      'DIFFERENT_FROM_LEDGER outbox DK',
      'CLAUSE_DID_NOT_GRANT outbox DK',
    ])
    await at.hub.query(grants, [position, clause])
    await at.hub.query('update delivery.release set rows = 2 where position = $1', [position])
    expect(await findingsOf(at.be)).toEqual([
      'DIFFERENT_FROM_LEDGER outbox DK',
      'ROW_UNDER_NO_CLAUSE outbox DK',
    ])
    await at.hub.query('update delivery.release set rows = 1 where position = $1', [position])
    const longAgo = `update delivery.release set released_at = '2020-01-01' where position = $1`
    await at.hub.query(longAgo, [position])
    expect(await findingsOf(at.be)).toEqual(['CLAUSE_DID_NOT_GRANT outbox DK'])
  })
})

async function bodyOf({ hub }: DeliveringHub, number: number): Promise<unknown> {
  const [row] = await hub.query<{ body: unknown }>(
    `select o.body from delivery.outbox o join delivery.release r on r.position = o.position
     where r.number = $1 and r.recipient = 'DK'`,
    [number],
  )
  return row?.body
}

// SPDX-License-Identifier: Apache-2.0
// What waits on the way out when a stricter agreement of the same two comes into force.
import type { Agreement } from '@corridor/contracts'
import { deliveryChain, fetchDeliveries } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { findingsOf } from './audited'
import { must } from './cast'
import {
  agree,
  deliveriesOf,
  raiseDelivering,
  statesOf,
  take,
  terms,
  type DeliveringHub,
} from './delivered-figures'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'

describe('a stricter agreement of the same two', () => {
  let at: DeliveringHub
  const stricter: Agreement = {
    ...terms,
    id: 'BE-DK-2026-STRICTER',
    enforced: terms.enforced.map((one) =>
      one.kind === 'share' ? { ...one, periods: { from: '2013', until: '2015' } } : one,
    ),
  }
  const publish = async (period: readonly string[]): Promise<number> => {
    const value = period.map((_, i) => 400 + i)
    const data = { ...outflow('BE'), rows: period.length, period, value }
    const sealed = await sealedBy(at.be, messageBytes('BE', { data }))
    return Number((await submit(at.hub, sealed)).json['position'])
  }
  beforeAll(async () => {
    at = await raiseDelivering()
    await publish(['2014', '2016'])
    await take(at.dk)
    await publish(['2015', '2016'])
    await publish(['2013', '2014'])
    await eventually(
      () => statesOf(at.hub),
      (states) => states.join() === 'DELIVERED,DELIVERING,DELIVERING',
    )
  })
  afterAll(() => at.hub.close())

  it('withdraws what waits and is granted only in part, and that part goes in its place', async () => {
    await agree([at.be, at.dk], stricter)
    await eventually(
      () => statesOf(at.hub),
      (states) => states.join().startsWith('DELIVERED,WITHDRAWN,DELIVERING,DELIVERING'),
    )
    await eventually(
      () => at.hub.query('select 1 from delivery.catch_up'),
      (rows) => rows.length === 0,
    )
    await take(at.dk)
    const deliveries = await deliveriesOf(at.dk)
    expect(deliveries.find(({ number }) => number === 2)).toBeUndefined()
    expect(deliveries.find(({ number }) => number === 4)).toMatchObject({
      withdrawal: {
        reason: 'agreement-narrowed',
        agreement: stricter.id,
        withdrawn: [{ number: 2 }],
      },
    })
    const later = deliveries.filter(({ number }) => Number(number) > 4)
    expect(JSON.stringify(later)).not.toContain('2016')
    const periods = later.map((one) => JSON.stringify(one).match(/"period":"?([^",]+)/)?.[1])
    expect(periods).toContain('2015')
    expect(deliveryChain(at.dk).gaps).toEqual([])
  })

  it('gives nothing again of which it grants only a part, and its audit finds nothing', async () => {
    const pulled = await fetchDeliveries(at.dk, { after: 0 }, { keep: () => undefined })
    expect(must(pulled, 'pull').withheld).toMatchObject([
      { number: 1, withheld: 'NO_CLAUSE_GRANTS' },
      { number: 2, withheld: 'WITHDRAWN' },
    ])
    expect(await findingsOf(at.be)).toEqual([])
  })

  it('holds up what is to be carried from the instant at which access has told of it', async () => {
    await at.hub.query(
      `insert into access.outbox (position, subject, body, relayed_at)
       values (1000000, 'access.agreement-standing.v1', convert_to('{"standing":{"parties":["BE","DK"]}}', 'UTF8'), now())`,
    )
    const dataset = await publish(['2013'])
    const released = await eventually(
      () =>
        at.hub.query<{ number: string }>('select number from delivery.release where dataset = $1', [
          dataset,
        ]),
      (rows) => rows.length === 1,
    )
    const carried = (): Promise<readonly object[]> =>
      at.hub.query(
        `select 1 from delivery.outbox o join delivery.release r using (position) where r.number = $1 and o.relayed_at is not null`,
        [released[0]?.number],
      )
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(await carried()).toEqual([])
    await at.hub.query('delete from access.outbox where position = 1000000')
    await eventually(carried, (rows) => rows.length === 1)
  })
})

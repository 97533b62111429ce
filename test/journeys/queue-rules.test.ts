// SPDX-License-Identifier: Apache-2.0
// What waits on the way out, and why: for the end of an embargo, for a sender that is suspended.
import { cell, type Dataset } from '@corridor/contracts'
import { deliveryChain, fetchDeliveries, signedRequest } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { codeOf, must } from './cast'
import { corridor } from './corridor-command'
import {
  act,
  deliveriesOf,
  raiseDelivering,
  sendYears,
  statesOf,
  take,
  type DeliveringHub,
} from './delivered-figures'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'

interface ReleaseRow {
  readonly number: number
  readonly rows: number
  readonly at: string
}

const releasesOf = (at: DeliveringHub, dataset: number): Promise<readonly ReleaseRow[]> =>
  at.hub.query<ReleaseRow>(
    `select number::int as number, rows, to_json(released_at) #>> '{}' as at from delivery.release where dataset = $1 order by number`,
    [dataset],
  )

describe('a figure under embargo', () => {
  let at: DeliveringHub
  beforeAll(async () => {
    at = await raiseDelivering()
  })
  afterAll(() => at.hub.close())

  // The total of 2015 is free, that of 2016 not yet.
  const message = (id: string, embargo: string): Buffer => {
    const periods = {
      period: ['2015', '2016'],
      value: [400, 409],
      confStatus: ['F', 'E'],
      embargo: [null, embargo],
    }
    return messageBytes('BE', { id, data: { ...outflow('BE'), rows: 2, ...periods } })
  }

  const publish = async (bytes: Buffer): Promise<number> =>
    Number((await submit(at.hub, await sealedBy(at.be, bytes))).json['position'])

  const explained = async (id: string): Promise<unknown> => {
    const target = `/api/decisions?submission=${id}&recipient=DK`
    const told = await signedRequest<{ datasets: readonly { rows: unknown }[] }>(at.be, {
      ...{ method: 'GET', target },
    })
    return must(told, 'explain').datasets[0]?.rows
  }

  it('stays while the rest leaves, and its sender is told until when', async () => {
    const end = '2033-01-31T09:00:00Z'
    const dataset = await publish(message('in-years', end))
    await eventually(
      () => releasesOf(at, dataset),
      (rows) => rows.length === 1,
    )
    expect(await releasesOf(at, dataset)).toMatchObject([{ rows: 1 }])
    expect(await explained('in-years')).toMatchObject([
      { became: 'left', rows: 1, first: [1] },
      { became: 'stayed', code: 'UNDER_EMBARGO', until: end, rows: 1, first: [2] },
    ])
    const said = await corridor(at.hub.home, [
      'explain',
      'in-years',
      '--to',
      'DK',
      '--profile',
      'BE',
    ])
    expect(said.out).toContain('UNDER_EMBARGO until 31 Jan 2033, 09:00 UTC')
  })

  it('leaves by the clock at its end and not before', async () => {
    const end = new Date(Date.now() + 8_000)
    const dataset = await publish(message('in-seconds', end.toISOString()))
    const released = await eventually(
      () => releasesOf(at, dataset),
      (rows) => rows.length === 2,
      30_000,
    )
    expect(released.map(({ rows }) => rows)).toEqual([1, 2])
    const [early, late] = released.map((one) => Date.parse(one.at))
    expect(early).toBeLessThan(end.getTime())
    expect(late).toBeGreaterThanOrEqual(end.getTime())
    await take(at.dk)
    const told = (await deliveriesOf(at.dk)).at(-1) as unknown as {
      readonly figures: { readonly dataset: Dataset }
    }
    const { dataset: figures } = told.figures
    expect([0, 1].map((row) => cell(figures.value, row))).toEqual([400, 409])
  })

  it('is not handed over once more when earlier figures are caught up on', async () => {
    const delivered = (states: readonly string[]): boolean =>
      states.every((state) => state === 'DELIVERED')
    const before = await eventually(() => statesOf(at.hub), delivered)
    await act(at, 'suspend')
    await act(at, 'resume')
    await sendYears(at, ['2014'])
    await eventually(
      () => at.hub.query('select 1 from delivery.catch_up'),
      (rows) => rows.length === 0,
    )
    expect(await statesOf(at.hub)).toHaveLength(before.length + 1)
  })
})

describe('a sender that is suspended', () => {
  let at: DeliveringHub
  beforeAll(async () => {
    at = await raiseDelivering()
    await sendYears(at, ['2013'])
    await take(at.dk)
    await eventually(
      () => statesOf(at.hub),
      (states) => states.join() === 'DELIVERED',
    )
    await sendYears(at, ['2014', '2015'])
  })
  afterAll(() => at.hub.close())

  const decide = async (act: 'suspend' | 'resume'): Promise<void> => {
    const words = ['participants', act, 'BE', '--reason', 'figures that cannot be', '--yes']
    const ended = await corridor(at.hub.home, [...words, '--profile', 'OPERATOR', '--json'])
    if (ended.exit !== 0) throw new Error(ended.err)
  }

  it('has its queued figures taken out of the queue, and what it sent before is not given again', async () => {
    await decide('suspend')
    await eventually(
      () => statesOf(at.hub),
      (states) => states.join() === 'DELIVERED,WITHDRAWN,WITHDRAWN',
    )
    await take(at.dk)
    expect(await deliveriesOf(at.dk)).toMatchObject([
      { number: 1, figures: { dataset: { period: '2013' } } },
      { number: 4, withdrawal: { reason: 'sender-suspended', withdrawn: [{}, {}] } },
    ])
    const pulled = await fetchDeliveries(at.dk, { after: 0 }, { keep: () => undefined })
    expect(must(pulled, 'pull').withheld).toMatchObject([
      { number: 1 },
      { number: 2 },
      { number: 3 },
    ])
    const again = { method: 'GET', target: '/api/deliveries?after=0&limit=1' } as const
    expect(codeOf(await signedRequest(at.dk, again))).toBe('DELIVERY_WITHHELD')
  })

  it('has them handed over once it is resumed, under new numbers, without a gap', async () => {
    await decide('resume')
    await eventually(
      () => statesOf(at.hub),
      (states) => states.length === 5,
    )
    await take(at.dk)
    expect((await deliveriesOf(at.dk)).map(({ number }) => number)).toEqual([1, 4, 5, 6])
    expect(deliveryChain(at.dk)).toMatchObject({ upTo: 6, gaps: [] })
  })
})

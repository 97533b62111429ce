// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { readInbox } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridor, type Ended } from './corridor-command'
import {
  deliveriesOf,
  raiseDelivering,
  sendYears,
  statesOf,
  take,
  terms,
  type DeliveringHub,
} from './delivered-figures'

describe('figures that are taken back', () => {
  let at: DeliveringHub
  const run = (...words: readonly string[]): Promise<Ended> =>
    corridor(at.hub.home, [...words, '--json'])
  const open = async (): Promise<readonly unknown[]> =>
    (await run('recall', '--profile', 'BE')).json['lines'] as readonly unknown[]

  beforeAll(async () => {
    at = await raiseDelivering()
    await sendYears(at, ['2013'])
    await take(at.dk)
    await eventually(
      () => statesOf(at.hub),
      ([state]) => state === 'DELIVERED',
    )
    await sendYears(at, ['2014'])
  })
  afterAll(() => at.hub.close())

  const submissionOf = async (number: number): Promise<string> => {
    const [row] = await at.hub.query<{ submission: string }>(
      `select submission from delivery.release r join delivery.dataset d on d.position = r.dataset where r.number = $1`,
      [number],
    )
    return row?.submission ?? ''
  }

  it('cannot be taken back by anybody but their sender', async () => {
    const words = ['recall', await submissionOf(1), '--reason', 'no', '--profile', 'DK']
    expect((await run(...words)).json).toMatchObject({ problem: { code: 'NOT_FOUND' } })
  })

  it('stay on the list until the recipient confirms, also while it is away', async () => {
    const words = ['recall', await submissionOf(1), '--reason', 'a wrong file', '--profile', 'BE']
    expect(await run(...words)).toMatchObject({ exit: 0, json: { releases: 1 } })
    expect(await open()).toMatchObject([
      { recipient: 'DK', number: 1, kind: 'recall', stands: 'not told yet', state: 'RECALLED' },
    ])
    await take(at.dk)
    expect((await deliveriesOf(at.dk)).at(-1)).toMatchObject({
      number: 3,
      withdrawal: { reason: 'retracted', withdrawn: [{ number: 1 }] },
    })
    await eventually(open, ([line]) => (line as { stands: string }).stands === 'told')
    const confirmed = await run('deliveries', 'destroyed', '--number', '1', '--profile', 'DK')
    expect(confirmed).toMatchObject({ exit: 0, json: { destroyed: [1] } })
    expect(await open()).toEqual([])
  })

  it('are confirmed by nobody who was not told to: what is not withdrawn cannot be', async () => {
    const other = await run('deliveries', 'destroyed', '--number', '2', '--profile', 'DK')
    expect(other.json).toMatchObject({ problem: { code: 'NOT_FOUND' } })
  })

  it('are not released again when the agreement is heard again', async () => {
    const resumed = ['agreements', 'suspend', terms.id, '--reason', 'x', '--yes', '--profile', 'BE']
    await run(...resumed)
    await run('agreements', 'resume', terms.id, '--reason', 'x', '--yes', '--profile', 'BE')
    await eventually(
      () => at.hub.query('select 1 from delivery.catch_up'),
      (rows) => rows.length === 0,
    )
    const again = await at.hub.query(
      `select 1 from delivery.release where dataset = (select dataset from delivery.release where number = 1)`,
    )
    expect(again).toHaveLength(1)
  })
})

describe('a breach', () => {
  let at: DeliveringHub
  const run = (...words: readonly string[]): Promise<Ended> =>
    corridor(at.hub.home, [...words, '--json'])

  beforeAll(async () => {
    at = await raiseDelivering('in one process', withClock)
    await sendYears(at, ['2013'])
    await sendYears(at, ['2014'])
    await take(at.dk)
    await eventually(
      () => statesOf(at.hub),
      (states) => states.every((state) => state === 'DELIVERED'),
    )
  })
  afterAll(() => at.hub.close())

  it('is looked at before it is declared: what, to whom, since when', async () => {
    const listed = await run('breach', '--period', '2013', '--recipient', 'DK', '--profile', 'BE')
    expect(listed.json['lines']).toMatchObject([
      { recipient: 'DK', number: 1, state: 'DELIVERED', declaredAt: null, noticeDueAt: null },
    ])
    const stranger = await run('breach', '--period', '2013', '--profile', 'DK')
    expect(stranger.json['lines']).toEqual([])
  })

  it('is not declared of everything', async () => {
    const all = await run('breach', '--declare', 'everything', '--profile', 'BE')
    expect(all.json).toMatchObject({ problem: { code: 'CONTENT_WRONG' } })
  })

  it('is withdrawn and told once declared, and lists who has destroyed it', async () => {
    const which = ['--agreement', terms.id, '--period', '2013']
    const declared = await run('breach', ...which, '--declare', 'a wrong clause', '--profile', 'BE')
    expect(declared).toMatchObject({ exit: 0, json: { releases: 1 } })
    await take(at.dk)
    expect((await deliveriesOf(at.dk)).at(-1)).toMatchObject({
      withdrawal: { reason: 'released-in-error', withdrawn: [{ number: 1 }] },
    })
    await run('deliveries', 'destroyed', '--number', '1', '--profile', 'DK')
    const listed = await run('breach', '--recipient', 'DK', '--profile', 'OPERATOR')
    expect(listed.json['lines']).toMatchObject([
      {
        number: 1,
        declared: 'breach',
        stands: 'destroyed',
        noticeDueAt: expect.any(String) as string,
      },
      { number: 2, declared: null },
    ])
    expect(await readInbox(at.dk, 'delivery')).toHaveLength(3)
  })
})

/** The same terms, with 72 hours to give notice of a breach. */
const withClock: Agreement = {
  ...terms,
  recorded: terms.recorded.map((record) =>
    record.kind === 'not-agreed' && record.topic === 'breach-notice'
      ? { id: record.id, kind: 'breach-notice', hours: 72 }
      : record,
  ),
}

// SPDX-License-Identifier: Apache-2.0
// An attacker keeps what it has fetched, also when the hub has taken it back. All figures are synthetic.
import {
  rowsOf,
  toColumns,
  type Agreement,
  type FlowRow,
  type MigrationFlow,
} from '@corridor/contracts'
import { eventually } from '@corridor/testing'
import { atRest } from './at-rest'
import { corridor } from './corridor-command'
import {
  act,
  deliveriesOf,
  raiseDelivering,
  take,
  terms,
  type DeliveringHub,
} from './delivered-figures'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'

/** Belgium gives Denmark its flows by sex, and hides counts below three. */
const agreed: Agreement = {
  ...terms,
  enforced: terms.enforced.map((clause) => {
    const rule = {
      method: 'suppression',
      threshold: 3,
      zeros: false,
      protectionPercent: 100,
    } as const
    if (clause.kind === 'protect') return { ...clause, rule }
    return clause.kind === 'share'
      ? { ...clause, levels: [{ dimension: 'sex', level: 'all' }] }
      : clause
  }),
}

const flow = (sex: string, value: number): FlowRow => {
  const [row] = rowsOf(outflow('BE', { sex, value, period: '2015' }))
  if (row === undefined) throw new Error('there is no row')
  return row
}
const [women, men, all] = [flow('F', 2), flow('M', 40), flow('_T', 42)]

let at: DeliveringHub
beforeEach(async () => {
  at = await raiseDelivering('in one process', agreed)
})
afterEach(() => at.hub.close())

async function publish(id: string, ...rows: readonly FlowRow[]): Promise<void> {
  const notes = [{ problem: 'W510', text: 'made up for a test' }]
  const data = { ...toColumns(outflow('BE').definition, rows), notes }
  const sent = await submit(at.hub, await sealedBy(at.be, messageBytes('BE', { id, data })))
  expect(sent.status).toBe(200)
  await atRest(at.hub)
}

/** Every figure by sex that Denmark was ever told, whatever the hub has said of it since. */
async function everTold(): Promise<ReadonlyMap<string, number>> {
  await take(at.dk)
  const flows = (await deliveriesOf(at.dk)).flatMap(({ figures }) =>
    figures === undefined ? [] : [(figures as { dataset: MigrationFlow }).dataset],
  )
  return new Map(
    flows
      .flatMap((one) => [...rowsOf(one)])
      .flatMap(({ sex, value }) => (value === null ? [] : [[sex, value] as const])),
  )
}

/** Whether the count of women follows from what is held. */
function isBroken(held: ReadonlyMap<string, number>): boolean {
  return held.has('F') || (held.has('M') && held.has('_T'))
}

describe('a protected release that was fetched and then taken back', () => {
  it('is reckoned with: what would complete it stays, whichever part comes again', async () => {
    await publish('first', women, men, all)
    const before = await everTold()
    expect(before.size).toBe(1)
    const words = ['recall', 'first', '--reason', 'a wrong file', '--profile', 'BE', '--json']
    expect(await corridor(at.hub.home, words)).toMatchObject({ exit: 0, json: { releases: 1 } })
    await publish('men', men)
    await publish('all', all)
    const after = await everTold()
    expect([...after.keys()]).toEqual(expect.arrayContaining([...before.keys()]))
    expect(isBroken(after)).toBe(false)
  })

  it('is reckoned with where nobody can tell whether it was fetched', async () => {
    await publish('first', women, men, all)
    const before = await everTold()
    const words = ['recall', 'first', '--reason', 'a wrong file', '--profile', 'BE', '--json']
    await corridor(at.hub.home, words)
    await at.hub.query(
      `update delivery.outbox set was_fetched = null, acknowledged_at = null where withdrawn_at is not null`,
    )
    await publish('men', men)
    await publish('all', all)
    expect(before.size).toBe(1)
    expect(isBroken(await everTold())).toBe(false)
  })
})

describe('a protected release that was withdrawn before anybody fetched it', () => {
  it('hides nothing of what is released later: the same figures go in its place', async () => {
    await publish('first', women, men, all)
    await act(at, 'suspend')
    const fates = (): Promise<readonly { was_fetched: boolean | null }[]> =>
      at.hub.query('select was_fetched from delivery.outbox where withdrawn_at is not null')
    const never = await eventually(fates, (rows) => typeof rows[0]?.was_fetched === 'boolean')
    expect(never).toEqual([{ was_fetched: false }])
    await act(at, 'resume')
    await atRest(at.hub)
    const held = await everTold()
    expect([held.size, isBroken(held)]).toEqual([1, false])
    // Whatever part of the table is told: the other one may be, too, as long as this one is not.
    expect(await at.hub.query('select why from delivery.not_released')).toEqual([])
  })
})

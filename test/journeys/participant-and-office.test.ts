// SPDX-License-Identifier: Apache-2.0
// What Denmark and its statistics office hold of Belgium's figures: protected together, taken back apart. All figures are synthetic.
import { deliveryChain, signedRequest, type Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { findingsOf } from './audited'
import { must } from './cast'
import { corridor } from './corridor-command'
import { deliveriesOf, raiseDelivering, take, terms, type DeliveringHub } from './delivered-figures'
import { agreed, flow, publish, told } from './office-figures'

describe('what a participant and its offices hold together', () => {
  let at: DeliveringHub
  beforeAll(async () => {
    at = await raiseDelivering('in one process', agreed)
  })
  afterAll(() => at.hub.close())

  it('keeps from the participant what would give away what an office holds', async () => {
    await publish(at, 'parts', flow('F', 2, '2014'), flow('M', 40, '2014'))
    await publish(at, 'total', flow('_T', 42, '2014'))
    const decided = `select d.submission from delivery.dataset d where d.submission in ('parts', 'total')
      and (exists (select from delivery.release r join delivery.outbox o on o.position = r.position
        where r.dataset = d.position and o.relayed_at is not null)
        or exists (select from delivery.not_released n where n.dataset = d.position))`
    await eventually(
      () => at.hub.query(decided),
      (rows) => rows.length === 2,
    )
    const taken = ['subscribe', '--once', '--profile', 'DK', '--json']
    expect(await corridor(at.hub.home, taken)).toMatchObject({ exit: 0 })
    const of2014 = [...(await told(at, 'DK')), ...(await told(at, 'DK-STAT'))].filter(
      ({ period }) => period === '2014',
    )
    const figures = new Map(of2014.map(({ sex, value }) => [sex, value]))
    expect(figures.get('F')).toBeNull()
    expect(figures.get('M')).toBe(40)
    expect(figures.get('_T') ?? null).toBeNull()
  })

  const ask = async <Answer>(by: Profile, target: string, said?: object): Promise<Answer> => {
    const asked = said && { body: Buffer.from(JSON.stringify(said)) }
    const method = said === undefined ? 'GET' : 'POST'
    return must(await signedRequest<Answer>(by, { method, target, ...asked }), target)
  }
  type Line = Readonly<Record<'recipient' | 'stands' | 'state', string>>
  const takeAll = async (): Promise<void> => {
    await take(at.dk)
    await take(at.dk, { office: true })
  }
  const given = async (submission: string, period: string): Promise<Record<string, number>> => {
    await publish(
      at,
      submission,
      ...(['F', 'M', '_T'] as const).map((sex) => flow(sex, sex === '_T' ? 90 : 45, period)),
    )
    const carried = `select r.recipient, r.number::int as number from delivery.release r join delivery.dataset d on d.position = r.dataset
      join delivery.outbox o on o.position = r.position where d.submission = $1 and o.relayed_at is not null`
    const rows = await eventually(
      () => at.hub.query<{ recipient: string; number: number }>(carried, [submission]),
      ({ length }) => length === 2,
    )
    await takeAll()
    return Object.fromEntries(rows.map(({ recipient, number }) => [recipient, number]))
  }
  it('is taken back from each of them, and each stays on the list until it has confirmed itself', async () => {
    const numbers = await given('wrong-file', '2013')
    const open = async (): Promise<unknown> => {
      const lines = await ask<readonly Line[]>(at.be, '/api/recalls?open=true')
      return lines.map(({ recipient, stands }) => [recipient, stands])
    }
    const recalled = { submission: 'wrong-file', reason: 'a wrong file' }
    expect(await ask(at.be, '/api/recalls', recalled)).toMatchObject({ releases: 2 })
    expect(await open()).toEqual([
      ['DK', 'not told yet'],
      ['DK-STAT', 'not told yet'],
    ])
    await take(at.dk, { office: true })
    const last = (await deliveriesOf(at.dk)).filter((one) => one['recipient'] === 'DK-STAT').at(-1)
    expect(last).toMatchObject({
      withdrawal: { reason: 'retracted', withdrawn: [{ number: numbers['DK-STAT'] }] },
    })
    await eventually(open, (lines) => JSON.stringify(lines).includes('"told"'))
    const own = ['--number', String(numbers['DK-STAT']), '--office', '--profile', 'DK', '--json']
    expect(await corridor(at.hub.home, ['deliveries', 'destroyed', ...own])).toMatchObject({
      ...{ exit: 0, json: { destroyed: [numbers['DK-STAT']] } },
    })
    expect(await open()).toEqual([['DK', 'not told yet']])
    await ask(at.dk, '/api/deliveries/destroyed', { numbers: [numbers['DK']] })
    expect(await open()).toEqual([])
  })

  it('is declared a breach of the office alone, of its participant with its offices, and told to each', async () => {
    const numbers = await given('too-much', '2016')
    const period = '2016'
    const seen = async (recipient: string): Promise<unknown> => {
      const target = `/api/breaches?period=${period}&recipient=${recipient}`
      const lines = await ask<readonly Line[]>(at.be, target)
      return lines.map((line) => [line.recipient, line.state])
    }
    const declare = (recipient: string): Promise<unknown> =>
      ask(at.be, '/api/breaches', {
        ...{ agreement: terms.id, period, recipient, reason: 'sex was not agreed on' },
      })
    expect(await declare('DK-STAT')).toMatchObject({ releases: 1 })
    await takeAll()
    const before = await eventually(
      () => seen('DK'),
      (lines) => JSON.stringify(lines).includes('DELIVERED'),
    )
    expect(before).toEqual([
      ['DK', 'DELIVERED'],
      ['DK-STAT', 'RECALLED'],
    ])
    expect(await declare('DK')).toMatchObject({ releases: 1 })
    await takeAll()
    const notes = (await deliveriesOf(at.dk)).filter(
      ({ withdrawal }) =>
        (withdrawal as { reason: string } | undefined)?.reason === 'released-in-error',
    )
    expect(
      notes.map(({ recipient, withdrawal }) => [
        recipient,
        (withdrawal as { withdrawn: readonly { number: number }[] }).withdrawn[0]?.number,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['DK-STAT', numbers['DK-STAT']],
        ['DK', numbers['DK']],
      ]),
    )
    expect(deliveryChain(at.dk, { office: true }).gaps).toEqual([])
    expect(await findingsOf(at.be)).toEqual([])
  })
})

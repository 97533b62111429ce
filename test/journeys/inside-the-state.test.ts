// SPDX-License-Identifier: Apache-2.0
// Belgium's statistics office releases its flows; what its ministry of labour says of the same flows stays inside Belgium.
import type { FlowRow } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { seal } from '@corridor/message'
import {
  clearDoubts,
  nameReleasingOffice,
  signedRequest,
  withdrawKey,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { connectAsHub } from './as-the-hub'
import { atRest } from './at-rest'
import { codeOf, must, newColleague, newOfficial, newParticipant } from './cast'
import { corridor } from './corridor-command'
import { deliveriesOf, raiseDelivering, take, type DeliveringHub } from './delivered-figures'
import { tablesWith } from './plain-figures'
import { modes } from './raise-hub'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'

const contract = 'migration-flow'
interface Compared {
  readonly comparisons: readonly {
    readonly period: string
    readonly officeSays: number
    readonly otherSays: number
  }[]
}
/** In no other table, and in no key or digest by chance. */
const rare = 18_273_649

describe.each(modes)('what an office says inside its state, %s', (mode) => {
  let at: DeliveringHub
  let labour: Profile
  let region: Profile

  beforeAll(async () => {
    at = await raiseDelivering(mode)
    const roles = ['publisher']
    labour = await newOfficial(at.hub, at.operator, {
      ...{ participant: 'BE', kind: 'state', office: 'LABOUR', roles },
    })
    const members = ['BE', 'DK']
    region = await newParticipant(at.hub, at.operator, {
      ...{ participant: 'REGION', kind: 'secretariat', members },
    })
  }, 120_000)
  afterAll(() => at.hub.close())

  async function publish(by: Profile, id: string, row: Partial<FlowRow>): Promise<void> {
    const data = outflow('BE', row)
    const sent = await submit(at.hub, await sealedBy(by, messageBytes('BE', { id, data })))
    expect([sent.status, sent.text]).toEqual([200, expect.stringContaining('accepted')])
    await atRest(at.hub)
  }

  async function given(): Promise<readonly unknown[]> {
    await take(at.dk)
    const deliveries = await deliveriesOf(at.dk)
    return deliveries.map(
      ({ figures }) => (figures as { dataset: { value: unknown } }).dataset.value,
    )
  }

  it('is the state’s figure while no office is named: the last message of any holds', async () => {
    await publish(labour, 'before', { value: 100 })
    expect(await given()).toEqual([100])
    const listed = await corridor(at.hub.home, ['offices', 'list', '--profile', 'BE'])
    expect(listed.out).toContain('No office is named')
  })

  it('is decided by a signatory of the state, about an office of its own, once', async () => {
    const stat = { contract, office: 'STAT' }
    expect(codeOf(await nameReleasingOffice(labour, stat))).toBe('NOT_ALLOWED')
    expect(codeOf(await nameReleasingOffice(at.operator, stat))).toBe('NOT_ALLOWED')
    expect(codeOf(await nameReleasingOffice(at.be, { contract, office: 'STATT' }))).toBe(
      'NOT_FOUND',
    )
    const named = ['offices', 'name', contract, 'STAT', '--profile', 'BE', '--json']
    expect(await corridor(at.hub.home, named)).toMatchObject({ exit: 0, json: stat })
    const bytes = Buffer.from(
      canonicalJson({ contract, office: 'LABOUR', at: new Date().toISOString() }),
    )
    const purpose = { typ: 'corridor-office-act', aud: at.be.hub.id } as const
    const { signature } = await seal(bytes, purpose, at.be.signer)
    const body = Buffer.from(JSON.stringify({ bytes: bytes.toString('base64'), signature }))
    const asked = { method: 'POST', target: '/api/releasing-offices', body } as const
    // Somebody who has seen the act brings it, and brings it again.
    must(await signedRequest(at.dk, asked), 'bring the act of Belgium')
    must(await nameReleasingOffice(at.be, stat), 'name again')
    expect(codeOf(await signedRequest(at.dk, asked))).toBe('REQUEST_REPLAYED')
    const shown = { contract, office: 'STAT', signedIn: 'STAT' }
    const target = '/api/releasing-offices'
    expect(await signedRequest(labour, { method: 'GET', target })).toMatchObject({
      value: [shown],
    })
    for (const other of [at.dk, at.operator, region])
      expect(await signedRequest(other, { method: 'GET', target })).toEqual({ ok: true, value: [] })
  })

  it('is receipted and journalled like any message, and reaches nobody', async () => {
    await publish(labour, 'inside', { value: rare })
    await publish(at.be, 'released', { value: 120 })
    expect(await given()).toEqual([100, 120])
    const inside = ['reconciliation.office_pair', 'reconciliation.office_statement']
    await eventually(
      () => tablesWith(at.hub.query, rare),
      (tables) => tables.length === 2,
    )
    expect(await tablesWith(at.hub.query, rare)).toEqual(inside)
    await eventually(
      () => at.hub.query<{ kind: string }>('select kind from journal.entry_v1 order by position'),
      (lines) => lines.filter(({ kind }) => kind === 'accepted').length === 3,
    )
  })

  it('is held against the figure of the state by its own people, and by nobody else', async () => {
    const asked = ['reports', 'internal', '--json', '--profile']
    const told = await corridor(at.hub.home, [...asked, 'BE'])
    const labourSays = { office: 'LABOUR', other: 'STAT', otherIsReleased: true, officeSays: rare }
    const about = { direction: 'outflow', origin: 'BE', destination: 'DK' }
    expect(told).toMatchObject({
      exit: 0,
      json: {
        counts: { differs: 1 },
        comparisons: [{ ...labourSays, otherSays: 120, difference: rare - 120, about }],
      },
    })
    const shown = await corridor(at.hub.home, ['reports', 'internal', '--profile', 'BE'])
    expect(shown.out).toContain('1 differ though both offices count alike')
    const target = '/api/office-comparisons'
    expect(must(await signedRequest(labour, { method: 'GET', target }), 'read')).toMatchObject({
      comparisons: [labourSays],
    })
    for (const other of [at.dk, at.operator, region])
      expect(must(await signedRequest(other, { method: 'GET', target }), 'read')).toEqual({
        comparisons: [],
        counts: {},
      })
  })

  it('is told to no partner, region or operator by anything that they may ask', async () => {
    const targets = [
      ...['/api/receipts', '/api/deliveries', '/api/ledger', '/api/reports', '/api/feeds'],
      ...['/api/cases', '/api/erasures', '/api/hub', '/api/journal?limit=1000'],
      ...[`/api/data/${contract}`, '/api/participants', '/api/participants/BE', '/api/agreements'],
      ...['/api/submissions/inside', '/api/decisions?submission=inside&recipient=DK'],
    ]
    for (const other of [at.dk, at.operator, region])
      for (const target of targets) {
        const answer = JSON.stringify(await signedRequest(other, { method: 'GET', target }))
        expect([target, answer.includes(String(rare))]).toEqual([target, false])
        expect([target, /LABOUR[^"]*inside|internal/.test(answer)]).toEqual([target, false])
      }
    const bus = await connectAsHub(at.hub)
    const jsm = await bus.jetstreamManager()
    for await (const { config, state } of jsm.streams.list())
      for (let seq = state.first_seq; seq <= state.last_seq; seq += 1) {
        const kept = await jsm.streams.getMessage(config.name, { seq }).catch(() => null)
        expect([config.name, kept?.string().includes(String(rare)) ?? false]).toEqual([
          config.name,
          false,
        ])
      }
    await bus.close()
  })

  it('is no figure of the state where its people ask what stands', async () => {
    const target = `/api/data/${contract}?includeHistory=true`
    const asked = await signedRequest<object>(at.be, { method: 'GET', target })
    expect(JSON.stringify(must(asked, 'read'))).not.toContain(String(rare))
  })

  it('goes from the comparison when it is deleted', async () => {
    const reason = ['--reason', 'a clerk’s error', '--profile', 'BE', '--yes']
    expect(await corridor(at.hub.home, ['erase', 'inside', ...reason])).toMatchObject({ exit: 0 })
    await eventually(
      () => tablesWith(at.hub.query, rare),
      (tables) => tables.length === 0,
    )
    const told = await corridor(at.hub.home, ['reports', 'internal', '--json', '--profile', 'BE'])
    expect(told.json).toMatchObject({ ok: true, comparisons: [] })
  })

  it('is the state’s figure again when nobody is named any more', async () => {
    must(await nameReleasingOffice(at.be, { contract, office: null }), 'name nobody')
    await publish(labour, 'after', { value: 130, period: '2015' })
    expect(await given()).toEqual([100, 120, 130])
  })

  it('counts from before, when the state names an office later', async () => {
    must(await nameReleasingOffice(at.be, { contract, office: 'STAT' }), 'name again')
    await publish(at.be, 'later', { value: 125, period: '2015' })
    const told = await eventually(
      () => corridor(at.hub.home, ['reports', 'internal', '--json', '--profile', 'BE']),
      ({ json }) => (json['comparisons'] as readonly unknown[]).length === 2,
    )
    // Of 2016 the ministry had released a figure before the office did, of 2015 while none was named.
    expect(told.json['comparisons']).toMatchObject([
      { period: '2016', office: 'LABOUR', officeSays: 100, otherSays: 120, otherIsReleased: true },
      { period: '2015', office: 'LABOUR', officeSays: 130, otherSays: 125, otherIsReleased: true },
    ])
  })

  it('is compared without what is in doubt, also where the state’s own figure is, until that is cleared', async () => {
    const clara = await newColleague(at.hub, at.operator, {
      ...{ participant: 'BE', holder: 'Clara', roles: ['publisher'] },
    })
    const period = '2013'
    const says = async (wanted: readonly [number, number]): Promise<void> => {
      const ask = async (): Promise<unknown> => {
        const target = '/api/office-comparisons'
        const told = await signedRequest<Compared>(at.be, { method: 'GET', target })
        const all = must(told, 'read').comparisons
        const of = all.filter((one) => one.period === period)
        return of.map(({ officeSays, otherSays }) => [officeSays, otherSays])
      }
      const text = JSON.stringify([wanted])
      await eventually(ask, (now) => JSON.stringify(now) === text).catch(() => undefined)
      expect(await ask()).toEqual([wanted])
    }
    await publish(labour, 'genuine', { period, value: 10 })
    await publish(at.be, 'genuine-too', { period, value: 12 })
    const from = new Date().toISOString()
    await publish(labour, 'stolen', { period, value: 99 })
    await publish(clara, 'stolen-too', { period, value: 98 })
    await says([99, 98])
    for (const { signer } of [labour, clara])
      must(
        await withdrawKey(at.be, { kid: signer.kid, from, reason: 'a bag was stolen' }),
        'withdraw',
      )
    await says([10, 12])
    const submissions = ['stolen']
    must(await clearDoubts(at.be, { submissions, reason: 'it was we' }), 'clear')
    await says([99, 12])
    must(await clearDoubts(at.be, { submissions: ['stolen-too'], reason: 'so was it' }), 'clear')
    await says([99, 98])
  })
})

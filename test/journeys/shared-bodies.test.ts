// SPDX-License-Identifier: Apache-2.0
// Several partners are granted the same figures of Belgium, each by its own agreement. All figures are synthetic.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Agreement } from '@corridor/contracts'
import { completed } from '@corridor/policy'
import {
  deliveryChain,
  fetchDeliveries,
  readInbox,
  signedRequest,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { atRest } from './at-rest'
import { must, newParticipant, operatorOf } from './cast'
import { corridor } from './corridor-command'
import { agreeOn, publish } from './deleting'
import { deliveriesOf, take } from './delivered-figures'
import { tablesWith } from './plain-figures'
import { raiseHub, type Hub } from './raise-hub'
import { outflow } from './raw-message'

/** In no other table, and in no key or digest by chance. */
const rare = 18_273_645

/** Belgium gives a partner, or one office of it, what leaves it for Denmark, for thirty days where it is asked for. */
function termsWith(
  partner: string,
  { days, ...own }: { readonly days?: number; readonly audience?: string[] } = {},
): Agreement {
  const { enforced, ...agreed } = corridorTerms(['BE', partner])
  const corridors = [{ origin: 'BE', destination: 'DK' }]
  const kept = enforced
    .filter(({ kind }) => kind !== 'not-agreed' && kind !== 'reconcile')
    .flatMap((clause): Agreement['enforced'] => {
      if (clause.kind !== 'share') return [clause]
      return clause.id === '1' ? [{ ...clause, corridors, ...own }] : []
    })
  const retention = { id: '5', kind: 'retention', contract: 'migration-flow' } as const
  return completed({
    ...agreed,
    enforced: days === undefined ? kept : [...kept, { ...retention, days }],
    recorded: [],
  })
}

async function takeAll(one: Profile, count: number, office = false): Promise<void> {
  const taken = async (): Promise<readonly object[]> => {
    await take(one, { office })
    return deliveriesOf(one)
  }
  await eventually(taken, (deliveries) => deliveries.length === count, 30_000)
}

describe('figures that several recipients are granted', () => {
  let hub: Hub
  let [be, dk, se, fi] = [] as unknown as [Profile, Profile, Profile, Profile]
  /** What Sweden was posted, after it had taken the first from its stream. */
  const posted: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      posted.push(body)
      response.end()
    })
  })

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    const operator = await operatorOf(hub)
    const state = (participant: string): Promise<Profile> =>
      newParticipant(hub, operator, { participant, kind: 'state' })
    be = await state('BE')
    dk = await state('DK')
    se = await state('SE')
    fi = await state('FI')
    await agreeOn(termsWith('DK', { days: 30 }), [be, dk])
    await agreeOn(termsWith('SE'), [be, se])
    await publish(be, 'shared', outflow('BE', { period: '2015', value: rare }))
    await eventually(
      () => releases('shared'),
      (rows) => rows.length === 2,
    )
    await atRest(hub)
    await takeAll(se, 1)
    // What it has taken is posted to it no more once its acknowledgement is noted.
    await eventually(
      () => hub.query('select 1 from delivery.outbox where acknowledged_at is not null'),
      ({ length }) => length === 1,
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/corridor`
    const body = Buffer.from(JSON.stringify({ url }))
    const asked = { method: 'PUT', target: '/api/deliveries/webhook', body } as const
    must(await signedRequest(se, asked), 'set the webhook')
    await publish(be, 'other', outflow('BE', { period: '2016', value: rare + 1 }))
    await atRest(hub)
    await takeAll(dk, 2)
    await eventually(
      () => Promise.resolve(posted),
      ({ length }) => length === 1,
    )
  }, 120_000)
  afterAll(async () => {
    server.close()
    await hub.close()
  })

  const bodies = async (): Promise<readonly string[]> => {
    const rows = await hub.query<{ submission: string }>(
      'select d.submission from delivery.body b join delivery.dataset d on d.position = b.dataset order by d.position',
    )
    return rows.map(({ submission }) => submission)
  }
  const releases = (submission: string): Promise<readonly { digest: string; body: unknown }[]> =>
    hub.query(
      `select r.digest, r.body::text from delivery.release r join delivery.dataset d on d.position = r.dataset where d.submission = $1`,
      [submission],
    )

  it('are stored once, for an office that joins later and for who is posted them too, and reach each as its own', async () => {
    expect(await bodies()).toEqual(['shared', 'other'])
    await agreeOn(termsWith('FI', { audience: ['STAT'] }), [be, fi])
    await eventually(
      () => releases('shared'),
      (rows) => rows.length === 3,
    )
    await atRest(hub)
    await takeAll(fi, 2, true)
    expect(await bodies()).toEqual(['shared', 'other'])
    for (const one of [dk, se, fi]) {
      const office = one === fi
      const [first] = await deliveriesOf(one)
      expect(first).toMatchObject({
        ...{ recipient: office ? 'FI-STAT' : one.participant, number: 1 },
        figures: {
          grants: [{ agreement: `BE-${one.participant}-2026` }],
          dataset: { value: rare },
        },
      })
      expect(deliveryChain(one, { office })).toMatchObject({ upTo: one === se ? 1 : 2, gaps: [] })
    }
    expect(JSON.parse(posted[0] ?? '{}')).toMatchObject({
      data: { recipient: 'SE', number: 2, figures: { dataset: { value: rare + 1 } } },
    })
  })

  it('are in the open nowhere in the way out, once nothing waits', async () => {
    const open = await tablesWith(hub.query, rare)
    expect(open).toContain('intake.vintage')
    expect(open.filter((table) => table.startsWith('delivery.'))).toEqual([])
  })

  it('tell no recipient of another, and no view shows who shares', async () => {
    const digests = (await releases('shared')).map(({ digest }) => digest)
    expect(new Set(digests).size).toBe(3)
    const [body] = await hub.query<{ fingerprint: string }>(
      `select encode(fingerprint, 'hex') as fingerprint from delivery.body order by dataset limit 1`,
    )
    const [dkOnly, fiOnly] = await Promise.all(
      [dk, fi].map(async (one) => JSON.stringify(await readInbox(one, 'delivery'))),
    )
    for (const [own, other] of [
      [dkOnly, 'BE-FI-2026'],
      [fiOnly, 'BE-DK-2026'],
    ])
      expect(own).not.toContain(other)
    expect(`${String(dkOnly)}${String(fiOnly)}`).not.toContain(body?.fingerprint)
    // What reconciliation compares by is sealed, as it lies here (ADR 0048).
    const shown = await hub.query<{ name: string }>(
      `select distinct table_name as name from information_schema.columns
       where table_schema = 'delivery' and table_name like '%\\_v_' and column_name in ('body', 'fingerprint', 'sealed')`,
    )
    expect(shown).toEqual([{ name: 'told_v1' }])
    const readers = await hub.query(
      `select grantee from information_schema.role_table_grants
       where table_schema = 'delivery' and table_name = 'told_v1' and privilege_type = 'SELECT' and grantee like 'corridor\\_%' order by 1`,
    )
    expect(readers).toEqual([
      { grantee: 'corridor_delivery' },
      { grantee: 'corridor_reconciliation' },
    ])
    const inAccess = await hub.query(
      `select distinct table_name as name from information_schema.role_table_grants
       where table_schema = 'access' and grantee = 'corridor_reconciliation'`,
    )
    expect(inAccess).toEqual([{ name: 'agreement_v1' }])
  })

  it('are given again to the byte, from the same body', async () => {
    const before = (await readInbox(se, 'delivery')).map(({ event }) => event.data)
    const { data } = JSON.parse(posted[0] ?? '{}') as { readonly data: object }
    const again: unknown[] = []
    const keep = ({ event }: { readonly event: { readonly data: object } }): void =>
      void again.push(event.data)
    must(await fetchDeliveries(se, { after: 0 }, { keep }), 'pull')
    expect(again).toEqual([...before, data])
    const said = await corridor(hub.home, ['ledger', 'audit', '--profile', 'BE', '--json'])
    expect(said.json).toMatchObject({ findings: [] })
  })

  it('stay for those who may keep them when the days of another have passed', async () => {
    const longAgo = `update delivery.outbox o set acknowledged_at = now() - interval '30 days 1 minute'
      from delivery.release r join delivery.dataset d on d.position = r.dataset
      where r.position = o.position and d.submission = 'shared' and r.recipient = 'DK' and o.acknowledged_at is not null`
    const deleted = async (): Promise<readonly { recipient: string }[]> => {
      await hub.query(longAgo)
      return hub.query(`select recipient from delivery.release where deleted_under is not null`)
    }
    expect(await eventually(deleted, (rows) => rows.length > 0, 30_000)).toEqual([
      { recipient: 'DK' },
    ])
    expect(await bodies()).toEqual(['shared', 'other'])
    expect((await releases('shared')).filter(({ body }) => body === null)).toHaveLength(1)
    const pulled = must(await fetchDeliveries(se, { after: 0 }, { keep: () => undefined }), 'pull')
    expect(pulled).toMatchObject({ taken: 2, withheld: [] })
  })

  it('are in nobody’s reach from the instant at which the key of their message is destroyed', async () => {
    const key = `select wrapped_key from intake.submission where id = 'other'`
    const [kept] = await hub.query<{ wrapped_key: Buffer }>(key)
    const set = `update intake.submission set wrapped_key = $1 where id = 'other'`
    await hub.query(set, [null])
    const pulled = must(await fetchDeliveries(se, { after: 0 }, { keep: () => undefined }), 'pull')
    expect(pulled.withheld).toMatchObject([{ number: 2, withheld: 'WITHDRAWN' }])
    await hub.query(set, [kept?.wrapped_key])
  })

  it('go with the last release of them, when the message is deleted', async () => {
    const words = ['erase', 'shared', '--reason', 'an order', '--profile', 'BE', '--yes']
    expect(await corridor(hub.home, words)).toMatchObject({ exit: 0 })
    await eventually(bodies, (left) => left.length === 1)
    expect(await bodies()).toEqual(['other'])
    expect((await releases('shared')).map(({ body }) => body)).toEqual([null, null, null])
    const again = ['erase', 'other', '--reason', 'an order', '--profile', 'BE', '--yes']
    expect(await corridor(hub.home, again)).toMatchObject({ exit: 0 })
    await eventually(bodies, (left) => left.length === 0)
    // A participant, an office and whoever is posted: each is told of both by a note of its own.
    await eventually(
      () => Promise.resolve(posted),
      ({ length }) => length === 3,
    )
    const notes = posted.slice(1).map((one) => JSON.parse(one) as object)
    expect(notes).toMatchObject([
      { data: { withdrawal: { reason: 'erased', withdrawn: [{ number: 1 }] } } },
      { data: { withdrawal: { reason: 'erased', withdrawn: [{ number: 2 }] } } },
    ])
    await takeAll(fi, 4, true)
    expect((await deliveriesOf(fi)).slice(2)).toMatchObject([
      { recipient: 'FI-STAT', withdrawal: { reason: 'erased', withdrawn: [{ number: 1 }] } },
      { recipient: 'FI-STAT', withdrawal: { reason: 'erased', withdrawn: [{ number: 2 }] } },
    ])
    expect(await tablesWith(hub.query, rare)).toEqual([])
    expect(await tablesWith(hub.query, rare + 1)).toEqual([])
  })
})

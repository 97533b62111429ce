// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAccepted, storageKeysOf, openStore } from '@corridor/platform'
import { completed } from '@corridor/policy'
import { readInbox, signedFetch, signedRequest, type Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { consentTerms, corridorTerms } from '../../apps/cli/src/demonstration/region'
import { atRest } from './at-rest'
import { must, newParticipant, operatorOf } from './cast'
import { corridor } from './corridor-command'
import { agreeOn, publish, refusedFor, restoredBackup, statementsOf } from './deleting'
import { deliveriesOf, take } from './delivered-figures'
import { filesWith, spellingsOf, tablesWith } from './plain-figures'
import { raiseHub, type Hub } from './raise-hub'
import { outflow } from './raw-message'

/** In no other table, and in no key or digest by chance. */
const rare = 18_273_649
const mirror = 12_000_000
/** Of a message that waits for its recipient, and stays. */
const waiting = 17_654_321
const published = corridorTerms(['BE', 'DK'])
const terms = completed({
  ...published,
  enforced: [
    ...published.enforced.filter(({ kind }) => kind !== 'not-agreed'),
    { id: '5', kind: 'retention', contract: 'migration-flow', days: 30 },
  ],
  recorded: [],
})

/** Where services keep what they derive of a figure. */
const derived = [
  'aggregation.feed',
  'aggregation.flow',
  'aggregation.outbox',
  'intake.vintage',
  'reconciliation.outbox',
  'reconciliation.pair',
  'reconciliation.report',
  'reconciliation.review_case',
  'reconciliation.review_case_event',
  'reconciliation.review_report',
  'reconciliation.statement',
]

describe('a message that is deleted', () => {
  let hub: Hub
  let [operator, be, dk, region] = [] as unknown as [Profile, Profile, Profile, Profile]
  let backup: Hub['query']
  let backupUrl = ''
  let close = (): Promise<void> => Promise.resolve()
  let receiptBefore: unknown

  beforeAll(async () => {
    hub = await raiseHub('split')
    operator = await operatorOf(hub)
    be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
    dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
    const members = ['BE', 'DK']
    region = await newParticipant(hub, operator, {
      ...{ participant: 'REGION', kind: 'secretariat', members },
    })
    await agreeOn(terms, [be, dk])
    await agreeOn(consentTerms('BE'), [be, region])
    await agreeOn(consentTerms('DK'), [dk, region])
    const inflow = { reporter: 'DK', direction: 'inflow', origin: 'BE', destination: 'DK' } as const
    await publish(dk, 'mirror', outflow('DK', { ...inflow, period: '2015', value: mirror }))
    await publish(be, 'rare', outflow('BE', { period: '2015', value: rare }))
    await atRest(hub)
    await take(dk)
    await take(region)
    await publish(be, 'kept', outflow('BE', { period: '2016', value: waiting }))
    await atRest(hub)
    receiptBefore = (await statementsOf(be, 'rare')).signature
    const restored = await restoredBackup(hub)
    backup = restored.query
    backupUrl = restored.url
    close = restored.close
  }, 240_000)
  afterAll(async () => {
    await close()
    await hub.close()
  })

  it('was in the open before, where services keep what they derive', async () => {
    expect(await tablesWith(hub.query, rare)).toEqual(derived)
    // What waits for its recipient lies in the broker's files in the open: the search below would find it.
    expect(filesWith(join(hub.home, 'nats'), spellingsOf(waiting))).not.toEqual([])
  })

  it('is deleted by nobody but its sender’s signatory and the operator with a reference', async () => {
    const order = { submission: 'rare', participant: 'BE', reason: 'a journey' }
    expect(await refusedFor(dk, order)).toBe('NOT_ALLOWED')
    expect(await refusedFor(operator, order)).toBe('CONTENT_WRONG')
    expect(await refusedFor(be, { ...order, submission: 'nothing' })).toBe('NOT_FOUND')
    expect(await tablesWith(hub.query, rare)).not.toEqual([])
  })

  it('is gone from every table, also from what was derived, when its signatory orders it', async () => {
    const words = [
      'erase',
      'rare',
      '--agreement',
      terms.id,
      '--clause',
      '5',
      '--reason',
      'thirty days',
    ]
    const said = await corridor(hub.home, [...words, '--profile', 'BE', '--yes'])
    expect(said).toMatchObject({ exit: 0 })
    expect(said.out).toContain(`deleted under clause 5 of ${terms.id}`)
    await eventually(
      () => tablesWith(hub.query, rare),
      (tables) => tables.length === 0,
    )
  })

  it('keeps its receipt, which still verifies, and says that it is deleted', async () => {
    const shown = await statementsOf(be, 'rare')
    expect(shown.signature).toBe(receiptBefore)
    expect(shown).toMatchObject({ deleted: { under: `clause 5 of ${terms.id}` } })
    const erasures = must(
      await signedRequest<{ erasures: readonly object[] }>(be, {
        ...{ method: 'GET', target: '/api/erasures' },
      }),
      'erasures',
    )
    expect(erasures.erasures).toMatchObject([{ submission: 'rare', reason: 'thirty days' }])
  })

  it('leaves a line in the journal beside that of its receipt, and so does all that was told of it', async () => {
    await take(be)
    await take(dk)
    const inJournal = async (name: string, channel: string): Promise<readonly unknown[]> => {
      const folder = join(hub.home, 'profiles', name, 'inbox', channel)
      const places: unknown[] = []
      for (const file of readdirSync(folder)) {
        const words = ['verify', join(folder, file), '--journal', '--profile', name, '--json']
        const said = await corridor(hub.home, words)
        const found = said.json['journal'] as { position: unknown; erased: unknown } | undefined
        expect([said.exit, typeof found?.position]).toEqual([0, 'number'])
        places.push(found?.erased)
      }
      return places
    }
    await eventually(
      () => hub.query(`select 1 from journal.entry where kind = 'erased'`),
      (rows) => rows.length === 1,
    )
    const erased = await inJournal('BE', 'receipt')
    expect(erased.filter((one) => typeof one === 'number')).toHaveLength(1)
    expect(erased.length).toBeGreaterThan(1)
    for (const [name, channel] of [
      ['DK', 'delivery'],
      ['DK', 'report'],
      ['REGION', 'feed'],
    ] as const)
      expect((await inJournal(name, channel)).length).toBeGreaterThan(0)
  })

  it('is answered by "deleted under clause 5" wherever its figures are asked for', async () => {
    const gone = await signedFetch(be, {
      ...{ method: 'GET', target: '/api/data/migration-flow?period=2015' },
    })
    expect(must(gone, 'ask').status).toBe(410)
    const lines = must(
      await signedRequest<{ lines: readonly object[] }>(be, {
        ...{ method: 'GET', target: '/api/ledger?submission=rare' },
      }),
      'ledger',
    )
    expect(lines.lines).toMatchObject([
      { state: 'DELETED', deletedUnder: `clause 5 of ${terms.id}`, recipient: 'DK' },
    ])
    const again = await signedRequest(dk, {
      ...{ method: 'POST', target: '/api/deliveries/replay' },
      body: Buffer.from(JSON.stringify({ after: 0 })),
    })
    expect(must(again, 'replay')).toEqual({ sent: 2, withheld: 0 })
    const pulled = must(
      await signedRequest<{ deliveries: readonly object[] }>(dk, {
        ...{ method: 'GET', target: '/api/deliveries?after=0' },
      }),
      'pull',
    )
    expect(pulled.deliveries[0]).toMatchObject({
      withheld: 'DELETED',
      under: `clause 5 of ${terms.id}`,
    })
  })

  it('is told to its recipient, whose chain stays whole', async () => {
    await take(dk)
    const notes = (await deliveriesOf(dk)).flatMap(({ withdrawal }) => withdrawal ?? [])
    expect(notes).toMatchObject([
      { reason: 'erased', agreement: terms.id, clause: '5', withdrawn: [{ number: 1 }] },
    ])
    expect(await corridor(hub.home, ['receive', '--profile', 'DK'])).toMatchObject({ exit: 0 })
  })

  it('is added up and compared no more', async () => {
    await take(region)
    const feeds = await readInbox(region, 'feed')
    expect(JSON.stringify(feeds.at(-1)?.event.data)).not.toContain(String(rare))
    const pairs = await hub.query<{ outcome: string }>(
      `select outcome from reconciliation.pair where period = '2015'`,
    )
    expect(pairs).toEqual([{ outcome: 'one-sided' }])
  })

  it('leaves the audit of the ledger without a finding', async () => {
    const said = await corridor(hub.home, ['ledger', 'audit', '--profile', 'OPERATOR', '--json'])
    expect(said.json).toMatchObject({ findings: [] })
  })

  it('is in no data file of PostgreSQL once the tables are rewritten; write-ahead segments keep it until they are overwritten', async () => {
    const [{ folder, database } = { folder: '', database: '' }] = await hub.query<{
      folder: string
      database: string
    }>(
      `select current_setting('data_directory') as folder,
         (select oid::text from pg_database where datname = current_database()) as database`,
    )
    const base = join(folder, 'base', database)
    await hub.query('vacuum')
    await hub.query('checkpoint')
    // VACUUM frees the place of what is gone, and overwrites nothing.
    expect(filesWith(base, spellingsOf(rare))).not.toEqual([])
    await hub.query('vacuum full')
    await hub.query('checkpoint')
    expect(filesWith(base, spellingsOf(rare))).toEqual([])
    expect(filesWith(base, spellingsOf(waiting))).not.toEqual([])
    // In the open, until PostgreSQL writes over the segment: no setting of the hub's shortens that.
    expect(filesWith(join(folder, 'pg_wal'), spellingsOf(rare))).not.toEqual([])
  })

  it('is in no file of the broker', () => {
    const store = join(hub.home, 'nats')
    expect(filesWith(store, spellingsOf(rare))).toEqual([])
  })

  it('goes without an order when the days of the retention clause have passed', async () => {
    await publish(be, 'old', outflow('BE', { period: '2014', value: 1_234 }))
    await atRest(hub)
    await take(dk)
    const longAgo = `update delivery.outbox o set acknowledged_at = now() - interval '30 days 1 minute'
      from delivery.release r join delivery.dataset d on d.position = r.dataset
      where r.position = o.position and d.submission = 'old' and o.acknowledged_at is not null`
    const erased = async (): Promise<readonly object[]> => {
      await hub.query(longAgo)
      return hub.query(`select under, kid from intake.erasure where submission = 'old'`)
    }
    expect(await eventually(erased, (rows) => rows.length === 1, 30_000)).toEqual([
      { under: `clause 5 of ${terms.id}`, kid: null },
    ])
    const [line] = await hub.query(
      `select state, deleted_under from delivery.ledger_v1 where submission = 'old'`,
    )
    expect(line).toEqual({ state: 'DELETED', deleted_under: `clause 5 of ${terms.id}` })
  })

  it('is in a backup from before only where services had derived it; the message itself goes with the storage key', async () => {
    expect(await tablesWith(backup, rare)).toEqual(derived)
    const file = join(hub.home, 'keys', 'storage.key')
    const older = readFileSync(file, 'utf8').trim()
    const newer = randomBytes(32).toString('base64url')
    const [{ position } = { position: '' }] = await hub.query<{ position: string }>(
      `select position from intake.erasure where submission = 'rare'`,
    )
    const store = await openStore({ url: backupUrl, service: 'intake', ownRole: false })
    const [readable] = await readAccepted(store, [Number(position)], storageKeysOf(older))
    expect(JSON.stringify(readable?.dataset)).toContain(String(rare))
    // The exchange: every key that is still there goes under the new one, and the old one is destroyed.
    writeFileSync(file, `${newer}\n${older}\n`)
    await hub.restart()
    const only = storageKeysOf(newer)
    writeFileSync(file, `${newer}\n`)
    await hub.restart()
    await expect(readAccepted(store, [Number(position)], only)).rejects.toThrow(
      'does not hold the key',
    )
    await store.destroy()
    const [kept] = await hub.query<{ position: string }>(
      `select position from intake.submission where id = 'kept'`,
    )
    const live = await openStore({ url: hub.databaseUrl, service: 'intake', ownRole: false })
    expect(await readAccepted(live, [Number(kept?.position)], only)).toHaveLength(1)
    await live.destroy()
  })
})

// SPDX-License-Identifier: Apache-2.0
// A key was stolen: what it has signed since is neither compared nor added up until a signatory says that it is genuine. What the state
// said before stands in its place.
import {
  affectedByKeys,
  clearDoubts,
  readInbox,
  signedRequest,
  withdrawKey,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { consentTerms, corridorTerms } from '../../apps/cli/src/demonstration/region'
import { must, newColleague, newParticipant, operatorOf } from './cast'
import { agreeOn, publish } from './deleting'
import { take } from './delivered-figures'
import { raiseHub, type Hub } from './raise-hub'
import { outflow } from './raw-message'
import { reportsIn } from './reports-in'

const inflow = { reporter: 'DK', direction: 'inflow', origin: 'BE', destination: 'DK' } as const

describe('messages in doubt, since their key was withdrawn', () => {
  let hub: Hub
  let [operator, be, dk, region, anna] = [] as unknown as readonly Profile[] as [
    Profile,
    Profile,
    Profile,
    Profile,
    Profile,
  ]
  let doubtful: readonly string[] = []

  const says = (id: string, period: string, value: number | null): Promise<void> =>
    publish(
      be,
      id,
      outflow('BE', {
        ...{ period, value },
        ...(value === null && { valueStatus: 'retracted' as const }),
      }),
    )

  /** What the pairs say of Belgium, by period: the figure, and what came of the comparison. */
  const compared = async (): Promise<Readonly<Record<string, string>>> => {
    const rows = await hub.query<{ period: string; said: string | null; outcome: string }>(
      `select period, origin_says::text as said, outcome from reconciliation.pair_v1 where agreement = 'BE-DK-2026' order by period`,
    )
    return Object.fromEntries(
      rows.map(({ period, said, outcome }) => [period, `${said ?? 'nothing'} ${outcome}`]),
    )
  }

  /** What is added up for the region, by period. */
  const addedUp = async (): Promise<Readonly<Record<string, number>>> => {
    const rows = await hub.query<{ period: string; value: number }>(
      `select period, value::float8 as value from aggregation.flow where reporter = 'BE' order by period`,
    )
    return Object.fromEntries(rows.map(({ period, value }) => [period, value]))
  }

  const becomes = async <What>(ask: () => Promise<What>, wanted: What): Promise<void> => {
    const text = JSON.stringify(wanted)
    const found = await eventually(ask, (now) => JSON.stringify(now) === text).catch(ask)
    expect(found).toEqual(wanted)
  }

  /** The moves of the newest feed, as the origins report them. */
  const fed = async (): Promise<unknown> => {
    await take(region)
    const feeds = (await readInbox(region, 'feed')).map(({ event }) => event.data)
    const newest = feeds.sort((a, b) => Number(b['version']) - Number(a['version']))[0]
    const moves = newest?.['moves'] as { period: string[]; asReportedByOrigins: number[] }
    return Object.fromEntries(moves.period.map((one, at) => [one, moves.asReportedByOrigins[at]]))
  }

  /** A full round over all that is kept, off the hot path: how many comparisons it would have made otherwise. */
  const differing = async (): Promise<unknown> => {
    const body = Buffer.from('{}')
    const asked = { method: 'POST', target: '/api/rounds', body } as const
    const { number } = must(await signedRequest<{ number: number }>(operator, asked), 'ask')
    const rows = await eventually(
      () =>
        hub.query<{ differing: number | null; failed: string | null }>(
          'select differing, failed from reconciliation.full_round_v1 where number = $1 and ended_at is not null',
          [number],
        ),
      ({ length }) => length === 1,
      60_000,
    )
    return rows[0]
  }

  beforeAll(async () => {
    hub = await raiseHub('split')
    operator = await operatorOf(hub)
    be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
    dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
    region = await newParticipant(hub, operator, {
      ...{ participant: 'REGION', kind: 'secretariat', members: ['BE', 'DK'] },
    })
    const who = { participant: 'BE', holder: 'Anna', roles: ['signatory'] }
    anna = await newColleague(hub, operator, who)
    await agreeOn(corridorTerms(['BE', 'DK']), [be, dk])
    await agreeOn(consentTerms('BE'), [be, region])
    await agreeOn(consentTerms('DK'), [dk, region])
    for (const [period, value] of [
      ['2013', 50],
      ['2014', 100],
      ['2015', 200],
    ] as const) {
      await publish(dk, `mirror-${period}`, outflow('DK', { ...inflow, period, value }))
      if (period !== '2015') await says(`good-${period}`, period, value)
    }
    await becomes(addedUp, { 2013: 50, 2014: 100 })
    const since = new Date().toISOString()
    // A thief says more, takes back, and says what was not said yet.
    await says('more', '2014', 130)
    await says('taken-back', '2013', null)
    await says('new', '2015', 200)
    await becomes(compared, {
      2013: 'nothing one-sided',
      2014: '130 outside',
      2015: '200 within',
    })
    await becomes(addedUp, { 2014: 130, 2015: 200 })
    const withdrawn = { kid: be.signer.kid, from: since, reason: 'a laptop was stolen' }
    must(await withdrawKey(anna, withdrawn), 'withdraw the key')
  }, 120_000)

  afterAll(() => hub.close())

  it('are compared no more: what was said before stands in their place, or nothing does', async () => {
    await becomes(compared, {
      2013: '50 within',
      2014: '100 within',
      2015: 'nothing one-sided',
    })
    doubtful = must(await affectedByKeys(anna), 'ask').doubtful.map(({ id }) => id)
    expect([...doubtful].sort()).toEqual(['more', 'new', 'taken-back'])
  })

  it('are added up no more, and the region is told', async () => {
    await becomes(addedUp, { 2013: 50, 2014: 100 })
    await becomes(fed, { 2013: 50, 2014: 100 })
  })

  it('are in no newest report: the one that has lost a side says so', async () => {
    const newest = async (): Promise<Readonly<Record<string, unknown>>> => {
      await take(dk)
      const reports = (await reportsIn(dk)).map(({ data }) => data)
      const sorted = reports.sort((a, b) => Number(a['version']) - Number(b['version']))
      return Object.fromEntries(
        sorted.map(({ period, originSays, outcome }): [string, string] => {
          const [said]: readonly unknown[] = [originSays].flat()
          return [String(period), `${String(said)} ${String(outcome)}`]
        }),
      )
    }
    await becomes(newest, { 2013: '50 within', 2014: '100 within', 2015: 'null one-sided' })
  })

  it('are not in a full round either', async () => {
    expect(await differing()).toEqual({ differing: 0, failed: null })
  })

  it('have their place again when they are cleared, each by itself', async () => {
    const clear = async (...submissions: readonly string[]): Promise<void> => {
      must(await clearDoubts(anna, { submissions, reason: 'compared with our files' }), 'clear')
    }
    await clear('new', 'taken-back')
    await becomes(compared, {
      2013: 'nothing one-sided',
      2014: '100 within',
      2015: '200 within',
    })
    await becomes(addedUp, { 2014: 100, 2015: 200 })
    await clear('more')
    await becomes(compared, {
      2013: 'nothing one-sided',
      2014: '130 outside',
      2015: '200 within',
    })
    await becomes(fed, { 2014: 130, 2015: 200 })
    expect(await differing()).toEqual({ differing: 0, failed: null })
  })

  it('stand in the journal: that they were in doubt, and each order that cleared them', async () => {
    const lines = async (): Promise<readonly string[]> => {
      const rows = await hub.query<{ kind: string }>(
        `select kind from journal.entry where kind like 'doubt-%' order by position`,
      )
      return rows.map(({ kind }) => kind)
    }
    await becomes(lines, ['doubt-noted', 'doubt-cleared', 'doubt-cleared'])
  })
})

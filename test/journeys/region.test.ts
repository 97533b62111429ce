// SPDX-License-Identifier: Apache-2.0
import { recordedFigures } from './recorded-figures'
import { createHash } from 'node:crypto'
import { checkChain, type Link } from '@corridor/proof'
import { readInbox, signAgreement, signedRequest, type Channel, type Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { agreeOnEverything } from '../../apps/cli/src/demonstration/agreeing'
import { enrolEverybody, type Stage } from '../../apps/cli/src/demonstration/enrolments'
import { publishEverything, takeEverything } from '../../apps/cli/src/demonstration/publishing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { atRest } from './at-rest'
import { must } from './cast'
import { modes, raiseHub, type Hub } from './raise-hub'
import { agreementOf, feedOf, figures, mirrors, owedTo, reporters, sum } from './region-figures'
import { deliveryLine, rowsIn, type Content } from './region-lines'
import { reportsIn } from './reports-in'

const consented = reporters.filter((state) => state !== 'LT')
const waiting = ['FI-IT-2026', 'LT-NL-2026']

describe('the figures of the region, by the file alone', () => {
  it('are 448, of eight states, 224 flows that both sides count', () => {
    expect([figures.length, reporters.length, mirrors.length]).toEqual([448, 8, 224])
  })
})

describe.each(modes)('the demonstration region, %s', (mode) => {
  let hub: Hub
  let profiles: ReadonlyMap<string, Profile>
  let refused: readonly string[]
  let denied: number

  const stage = (): Stage => ({ home: hub.home, http: hub.http, progress: () => undefined })
  const as = (name: string): Profile => profiles.get(name)!
  const takeAll = async (): Promise<void> => {
    await atRest(hub)
    await takeEverything(stage(), profiles)
  }

  beforeAll(async () => {
    hub = await raiseHub(mode)
    profiles = await enrolEverybody(stage())
    await agreeOnEverything(stage(), profiles)
    const published = await publishEverything(stage(), profiles)
    refused = published.refused
    denied = published.deniedByBroker
    await takeAll()
  }, 120_000)

  afterAll(() => hub.close())

  it('is taken in: 448 figures in 16 messages, each with a receipt of its own sender', async () => {
    const taken = (await recordedFigures(hub)).map((figure) =>
      [
        figure.reporter,
        figure.direction,
        figure.origin,
        figure.destination,
        figure.period,
        figure.value,
        figure.minimumStay,
      ].join(','),
    )
    const sent = figures.map((figure) => Object.values(figure).join(','))
    expect(taken.sort()).toEqual([...sent].sort())
    expect(await receiptsBySender()).toEqual(Object.fromEntries(reporters.map((one) => [one, 2])))
  })

  it('refuses the altered message, and its broker the one for another', async () => {
    expect([refused, denied]).toEqual([['SIGNATURE_WRONG'], 1])
    expect(await hub.query('select 1 from intake.quarantine')).toHaveLength(1)
  })

  describe('with 26 corridors in force', () => {
    it('delivers to each state what its partners owe it, and nothing of the two that wait', () =>
      expectDeliveries(waiting, 104))

    it('sets 208 pairs side by side', () => expectPairs(waiting, 208))

    it('reports to both sides and their committee only', () => expectReports(waiting))

    it('feeds the region with what the seven that consent report', expectFeed)

    it('has every delivery acknowledged', expectAcknowledged)

    it('writes a journal whose chain checks, with every receipt and delivery', expectJournal)
  })

  describe('with all 28 in force', () => {
    beforeAll(async () => {
      must(await signAgreement(as('IT'), corridorTerms(['FI', 'IT'])), 'sign as Italy')
      must(await signAgreement(as('NL'), corridorTerms(['LT', 'NL'])), 'sign as the Netherlands')
      await takeAll()
    })

    it('delivers what was there before, too', () => expectDeliveries([], 112))

    it('sets 224 pairs side by side: 168 compared, 56 not comparable', async () => {
      await expectPairs([], 224)
      const [counts] = await hub.query(
        `select count(*)::int as pairs, (count(*) filter (where outcome = 'not-comparable'))::int as apart,
           (count(*) filter (where outcome in ('within', 'outside')))::int as compared,
           sum(destination_says)::int as in, sum(origin_says)::int as out from reconciliation.pair_v1`,
      )
      expect(counts).toEqual({ pairs: 224, apart: 56, compared: 168, in: 259_914, out: 230_503 })
      expect([sum(mirrors, 'destinationSays'), sum(mirrors, 'originSays')]).toEqual([
        259_914, 230_503,
      ])
    })

    it.each([
      [10, 132],
      [20, 119],
      [50, 55],
    ])('has an asymmetry above %i %% in %i of them', async (percent, wanted) => {
      const above = await hub.query(
        `select 1 from reconciliation.pair_v1 where outcome <> 'not-comparable' and asymmetry_percent > $1`,
        [percent],
      )
      expect(above).toHaveLength(wanted)
      const expected = mirrors.filter((one) => one.comparable && one.asymmetry > percent)
      expect(expected).toHaveLength(wanted)
    })

    it('reports on all 28', () => expectReports([]))

    it('feeds the region as before: agreements of corridors are no consent', expectFeed)

    it('writes on in the same journal', expectJournal)
  })

  async function receiptsBySender(): Promise<Record<string, number>> {
    const bySender: Record<string, number> = {}
    for (const [name, profile] of profiles) {
      for (const { event } of await readInbox(profile, 'receipt')) {
        if (event.data['statement'] !== 'accepted') continue
        expect(event.data['submission']).toMatchObject({
          source: name,
        })
        bySender[name] = (bySender[name] ?? 0) + 1
      }
    }
    return bySender
  }

  async function expectDeliveries(withheld: readonly string[], count: number): Promise<void> {
    const releases = await hub.query<{ agreement: string }>('select * from delivery.release_v1')
    expect(releases).toHaveLength(count)
    expect(releases.filter(({ agreement }) => withheld.includes(agreement))).toEqual([])
    let taken = 0
    for (const [name, profile] of profiles) {
      const deliveries = (await readInbox(profile, 'delivery')).map(({ event }) => event.data)
      expect(deliveries.map(deliveryLine).sort()).toEqual(
        reporters.includes(name) ? owedTo(name, withheld) : [],
      )
      taken += deliveries.length
    }
    expect(taken).toBe(count)
  }

  async function expectPairs(withheld: readonly string[], count: number): Promise<void> {
    const pairs = await hub.query(
      `select agreement, origin, destination, period, origin_says::int as "originSays",
         destination_says::int as "destinationSays", difference::int as difference, outcome
       from reconciliation.pair_v1 order by origin, destination, period`,
    )
    const expected = mirrors
      .filter(({ agreement }) => !withheld.includes(agreement))
      .map(({ asymmetry, comparable, ...said }) => ({
        ...said,
        outcome: outcomeOf({ asymmetry, comparable }),
      }))
    expect(pairs).toEqual(expected)
    expect(pairs).toHaveLength(count)
  }

  async function expectReports(withheld: readonly string[]): Promise<void> {
    const agreements = [...new Set(mirrors.map(agreementOf))].filter(
      (agreement) => !withheld.includes(agreement),
    )
    for (const [name, profile] of profiles) {
      const own = agreements.filter((agreement) => {
        const [first = '', second = ''] = agreement.split('-')
        return [first, second, `${first}${second}`].includes(name)
      })
      const reports = (await reportsIn(profile)).map(({ data }) => data)
      const newest = new Map(
        reports
          .sort((a, b) => Number(a['version']) - Number(b['version']))
          .map((report) => [roundOf(report), report]),
      )
      const rounds = own.flatMap((agreement) => periods.map((period) => `${agreement} ${period}`))
      expect([...newest.keys()].sort()).toEqual(rounds.sort())
      for (const report of newest.values()) expect(reportLines(report)).toEqual(expectedOf(report))
      const listed = must(await read<Content[]>(profile, '/api/reports'), 'list')
      expect(listed.map(roundOf).sort()).toEqual(rounds)
    }
  }

  async function expectFeed(): Promise<void> {
    for (const [name, profile] of profiles) {
      if (name !== 'REGION') expect(await readInbox(profile, 'feed')).toEqual([])
    }
    for (const channel of ['receipt', 'delivery', 'report'] as const)
      expect(await readInbox(as('REGION'), channel)).toEqual([])
    const feeds = (await readInbox(as('REGION'), 'feed')).map(({ event }) => event.data)
    const newest = feeds.sort((a, b) => Number(a['version']) - Number(b['version'])).at(-1)
    expect(newest).toMatchObject({ members: reporters, consented, ...feedOf(consented) })
  }

  async function expectAcknowledged(): Promise<void> {
    const open = (): Promise<readonly object[]> =>
      hub.query(`select 1 from delivery.release_v1 where state <> 'DELIVERED'`)
    expect(await eventually(open, (rows) => rows.length === 0)).toEqual([])
  }

  async function expectJournal(): Promise<void> {
    const { links, end } = must(
      await read<{ links: Link[]; end: object }>(as('SE'), '/api/journal?limit=10000'),
      'read the journal',
    )
    expect(checkChain(links)).toEqual({ ok: true, value: end })
    const digests = new Set(links.map(({ digest }) => digest))
    const received = await everything(['receipt', 'delivery'])
    expect(received.filter((digest) => !digests.has(digest))).toEqual([])
    const lines = links.filter(({ kind }) => ['accepted', 'refused', 'delivery'].includes(kind))
    expect(lines).toHaveLength(received.length)
  }

  /** Digests of what all participants hold. */
  async function everything(channels: readonly Channel[]): Promise<readonly string[]> {
    const all: string[] = []
    for (const profile of profiles.values()) {
      for (const channel of channels) {
        for (const { sealed } of await readInbox(profile, channel)) {
          all.push(`sha-256:${createHash('sha256').update(sealed.bytes).digest('base64url')}`)
        }
      }
    }
    return all
  }

  function read<Answer>(profile: Profile, target: string) {
    return signedRequest<Answer>(profile, { method: 'GET', target })
  }
})

const periods = ['2013', '2014', '2015', '2016']

/** A report is of one agreement and one period. */
function roundOf(report: Content): string {
  return `${String(report['agreement'])} ${String(report['period'])}`
}

const told = ['origin', 'destination', 'originSays', 'destinationSays', 'difference', 'outcome']

function reportLines(data: Content): readonly Content[] {
  // What matters comes first: by corridor here.
  return rowsIn(data, [...told, 'asymmetryPercent'])
    .map(({ asymmetryPercent, ...row }) => ({
      ...row,
      asymmetry: Number(asymmetryPercent).toFixed(6),
    }))
    .toSorted((one: Content, other: Content) =>
      String(one['origin']) < String(other['origin']) ? -1 : 1,
    )
}

function expectedOf(report: Content): readonly Content[] {
  return mirrors
    .filter(
      ({ agreement, period }) => agreement === report['agreement'] && period === report['period'],
    )
    .map(({ agreement: _, period: __, asymmetry, comparable, ...said }) => ({
      ...said,
      outcome: outcomeOf({ asymmetry, comparable }),
      asymmetry: asymmetry.toFixed(6),
    }))
}

function outcomeOf({ asymmetry, comparable }: { asymmetry: number; comparable: boolean }): string {
  const judged = asymmetry > 10 ? 'outside' : 'within'
  return comparable ? judged : 'not-comparable'
}

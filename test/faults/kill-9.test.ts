// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkChain, type Link } from '@corridor/proof'
import {
  listProfiles,
  openProfile,
  readInbox,
  signedRequest,
  type Channel,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { takeEverything } from '../../apps/cli/src/demonstration/publishing'
import { must } from '../journeys/cast'
import { feedOf, owedTo, reporters } from '../journeys/region-figures'
import { deliveryLine } from '../journeys/region-lines'
import {
  killHub,
  killServer,
  makeHome,
  processesOf,
  removeHome,
  serverOf,
  startHubProcess,
  untilSaid,
  type Home,
  type HubProcess,
} from './hub-process'

const waiting = ['FI-IT-2026', 'LT-NL-2026']
const ready = 'Corridor is ready'

const counts = {
  accepted: 16,
  refused: 1,
  receipts: 17,
  observations: 448,
  agreementsInForce: 33,
  agreementsProposed: 2,
  deliveries: 104,
  deliveriesAcknowledged: 104,
  pairs: 208,
  pairsCompared: 152,
  pairsNotComparable: 56,
}
/** A relay that could not carry to a participant leaves it alone for ten seconds. */
const longestRestMs = 12_000
const journalled = {
  // Of 37 participants and the operator.
  'key-registered': 38,
  'agreement-proposed': 35,
  'agreement-signed': 68,
  'agreement-completed': 33,
  'agreement-entered-into-force': 33,
  accepted: 16,
  refused: 1,
  delivery: 104,
}

// One story in order: each start goes on where the kill before left the home.
describe('a hub whose parts are killed with -9 while the demonstration plays', () => {
  let home: Home
  let hub: HubProcess

  beforeAll(async () => {
    home = await makeHome()
  })

  afterAll(() => removeHome(home))

  it('while participants enrol: the next start goes on', async () => {
    hub = startHubProcess(home)
    await untilSaid(hub, 'Enrolling')
    await eventually(
      () => Promise.resolve(enrolled()),
      (count) => count >= 12,
      30_000,
    )
    await killHub(hub)
    expect(enrolled()).toBeLessThan(38)
  })

  it('takes the play with it, so that two never play at once', async () => {
    const players = (): Promise<readonly number[]> =>
      Promise.resolve(processesOf(home).filter((pid) => !servers().includes(pid)))
    await eventually(players, (pids) => pids.length === 0, 5_000)
  })

  it('while agreements are signed: the next start goes on', async () => {
    hub = startHubProcess(home)
    await untilSaid(hub, 'Agreeing')
    await new Promise((resolve) => setTimeout(resolve, 700))
    await killHub(hub)
    expect(hub.said()).not.toContain('Publishing')
  })

  it('while figures are published: the next start goes on, without any of JetStream', async () => {
    hub = startHubProcess(home)
    await untilSaid(hub, 'Publishing')
    await new Promise((resolve) => setTimeout(resolve, 500))
    await killHub(hub)
    await endServers()
    loseStreams()
  })

  it('the nats-server alone: the hub says so and ends, and the next start goes on', async () => {
    hub = startHubProcess(home)
    await untilSaid(hub, 'Publishing')
    killServer(home, 'nats/nats.pid')
    expect(await hub.ended).toBe(1)
    expect(hub.said()).toContain('STOP  the embedded nats-server was ended by SIGKILL')
  })

  it('PostgreSQL alone: the hub says so and ends, and the next start goes on', async () => {
    hub = startHubProcess(home)
    await untilSaid(hub, 'Taking')
    killServer(home, 'pg/data/postmaster.pid')
    expect(await hub.ended).toBe(1)
    expect(hub.said()).toContain('STOP  the embedded PostgreSQL was ended by SIGKILL')
  })

  it('comes to exactly what it comes to without', async () => {
    hub = startHubProcess(home)
    await untilSaid(hub, ready)
    const profiles = await everybody()
    const before = await kept(profiles)
    // What was acknowledged just before a kill, and not noted any more, may come once again, also after the relay's rest: it is
    // kept once.
    await new Promise((resolve) => setTimeout(resolve, longestRestMs))
    await takeEverything(stageOf(), profiles)
    expect(await kept(profiles)).toEqual(before)
    await expectWhole()
    const page = await (await fetch(home.http)).text()
    expect(page).toContain('Demonstration. Published figures; the offices took no part.')
  }, 90_000)

  it('is ready again after a kill when it has played, and nothing is there twice', async () => {
    await killHub(hub)
    await startAgain()
    await expectWhole()
  })

  it('loses all of JetStream, and nobody loses or receives twice', async () => {
    await killHub(hub)
    await endServers()
    loseStreams()
    await startAgain()
    await expectWhole()
  })

  it('ends with all that it started when it is asked to', async () => {
    hub.child.kill('SIGTERM')
    expect(await hub.ended).toBe(0)
    expect(processesOf(home)).toEqual([])
  })

  function enrolled(): number {
    const folder = join(home.folder, 'profiles')
    if (!existsSync(folder)) return 0
    return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'profile.json')))
      .length
  }

  async function startAgain(): Promise<void> {
    hub = startHubProcess(home)
    await untilSaid(hub, ready)
    expect(hub.said()).not.toContain('Publishing')
  }

  function stageOf(): Parameters<typeof takeEverything>[0] {
    return { home: home.folder, http: home.http, progress: () => undefined }
  }

  async function expectWhole(): Promise<void> {
    const operator = must(await openProfile(home.folder, 'OPERATOR'), 'open a profile')
    const profiles = await everybody()
    const before = await kept(profiles)
    // Everything was taken and acknowledged before, so nothing comes again.
    expect([...(await takeEverything(stageOf(), profiles))]).toEqual([])
    const status = must(await read<{ counts: object }>(operator, '/api/status'), 'ask')
    expect(status.counts).toMatchObject(counts)
    for (const state of reporters) {
      const deliveries = await readInbox(profiles.get(state)!, 'delivery')
      const lines = deliveries.map(({ event }) => deliveryLine(event.data))
      expect(lines.sort()).toEqual(owedTo(state, waiting))
    }
    expect(before).toMatchObject({ receipt: 17, delivery: 104 })
    const feeds = (await readInbox(profiles.get('REGION')!, 'feed')).map(({ event }) => event.data)
    const newest = feeds.sort((a, b) => Number(a['version']) - Number(b['version'])).at(-1)
    expect(newest).toMatchObject(feedOf(reporters.filter((state) => state !== 'LT')))
    await expectJournal(operator)
  }

  async function everybody(): Promise<ReadonlyMap<string, Profile>> {
    const profiles = new Map<string, Profile>()
    for (const name of listProfiles(home.folder)) {
      if (name !== 'OPERATOR')
        profiles.set(name, must(await openProfile(home.folder, name), 'open'))
    }
    expect(profiles.size).toBe(37)
    return profiles
  }

  /** How many statements of each kind all participants hold, each event counted once. */
  async function kept(profiles: ReadonlyMap<string, Profile>): Promise<Record<Channel, number>> {
    const count = { receipt: 0, delivery: 0, report: 0, feed: 0 }
    for (const profile of profiles.values()) {
      for (const channel of ['receipt', 'delivery', 'report', 'feed'] as const) {
        const ids = (await readInbox(profile, channel)).map(({ event }) => event.id)
        expect(new Set(ids).size).toBe(ids.length)
        count[channel] += ids.length
      }
    }
    return count
  }

  async function expectJournal(operator: Profile): Promise<void> {
    const { links, end } = must(
      await read<{ links: Link[]; end: object }>(operator, '/api/journal?limit=10000'),
      'read the journal',
    )
    expect(checkChain(links)).toEqual({ ok: true, value: end })
    const kinds: Record<string, number> = {}
    for (const { kind } of links) kinds[kind] = (kinds[kind] ?? 0) + 1
    // How often reports and feeds are made anew depends on which messages come together: their lines are counted by nobody.
    const counted = Object.entries(kinds).filter(([kind]) => !/^(report|case|feed)/.test(kind))
    expect(Object.fromEntries(counted)).toEqual(journalled)
    expect(new Set(links.map(({ kind, digest }) => `${kind} ${digest}`)).size).toBe(links.length)
  }

  function read<Answer>(profile: Profile, target: string) {
    return signedRequest<Answer>(profile, { method: 'GET', target })
  }

  /** The servers that a killed hub leaves behind: only their own next start ends them. */
  function servers(): readonly number[] {
    return ['nats/nats.pid', 'pg/data/postmaster.pid'].flatMap((file) => serverOf(home, file) ?? [])
  }

  async function endServers(): Promise<void> {
    for (const pid of servers()) process.kill(pid, 'SIGKILL')
    await eventually(
      () => Promise.resolve(processesOf(home)),
      (pids) => pids.length === 0,
      5_000,
    )
  }

  function loseStreams(): void {
    const store = join(home.folder, 'nats', 'store')
    expect(existsSync(store)).toBe(true)
    rmSync(store, { recursive: true })
  }
})

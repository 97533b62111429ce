// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkChain, type Link } from '@corridor/proof'
import { openProfile, readInbox, signedRequest, type Channel, type Profile } from '@corridor/sdk'
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
  startHubProcess,
  untilSaid,
  type Home,
  type HubProcess,
} from './hub-process'

const waiting = ['FI-IT-2026', 'LT-NL-2026']
const ready = 'Corridor is ready'
const readyMs = 5_000

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
    for (const pid of servers()) process.kill(pid, 'SIGKILL')
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
    process.kill(postmaster(), 'SIGKILL')
    expect(await hub.ended).toBe(1)
    expect(hub.said()).toContain('STOP  the embedded PostgreSQL was ended by SIGKILL')
  })

  it('comes to exactly what it comes to without', async () => {
    hub = startHubProcess(home)
    await untilSaid(hub, ready)
    await expectWhole()
  }, 90_000)

  it('is ready in 5 seconds after a kill when it has played, and nothing is there twice', async () => {
    await killHub(hub)
    await startAgain()
    await expectWhole()
  })

  it('loses all of JetStream, and nobody loses or receives twice', async () => {
    await killHub(hub)
    for (const pid of servers()) process.kill(pid, 'SIGKILL')
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
    const begun = Date.now()
    hub = startHubProcess(home)
    await untilSaid(hub, ready)
    expect(Date.now() - begun).toBeLessThan(readyMs)
    expect(hub.said()).not.toContain('Publishing')
  }

  async function expectWhole(): Promise<void> {
    const operator = must(await openProfile(home.folder, 'OPERATOR'), 'open a profile')
    const profiles = await everybody()
    const before = await kept(profiles)
    const stage = { home: home.folder, http: home.http, progress: () => undefined }
    // Everything was taken and acknowledged before, so nothing comes again.
    expect([...(await takeEverything(stage, profiles))]).toEqual([])
    const status = must(await read<{ counts: object }>(operator, '/api/status'), 'ask')
    expect(status.counts).toMatchObject(counts)
    for (const state of reporters) {
      const deliveries = await readInbox(profiles.get(state)!, 'delivery')
      const lines = deliveries.map(({ event }) => deliveryLine(event.data))
      expect(lines.sort()).toEqual(owedTo(state, waiting))
    }
    expect(await kept(profiles)).toEqual(before)
    expect(before).toMatchObject({ receipt: 17, delivery: 104 })
    await expectFeed(profiles.get('REGION')!)
    await expectJournal(operator)
  }
})

// SPDX-License-Identifier: Apache-2.0
import { rowsOf, toColumns, type Agreement, type FlowRow } from '@corridor/contracts'
import type { Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { atRest } from './at-rest'
import { newParticipant, operatorOf } from './cast'
import { corridor } from './corridor-command'
import { agreeOn } from './deleting'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'

interface Ended {
  readonly ended: boolean
  readonly pairs: number
  readonly differing: number
  readonly failed: string | null
}

const plain = corridorTerms(['BE', 'DK'])
/** The same, to every age. */
const byAge: Agreement = {
  ...plain,
  enforced: plain.enforced.map((clause) =>
    clause.kind === 'share' ? { ...clause, levels: [{ dimension: 'age', level: 'all' }] } : clause,
  ),
}

describe('two states whose ages are of different width', () => {
  let hub: Hub
  let [be, dk] = [] as unknown as [Profile, Profile]

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    const operator = await operatorOf(hub)
    be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
    dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
    await agreeOn(byAge, [be, dk])
  }, 120_000)
  afterAll(() => hub.close())

  const register = outflow('BE').definition
  const says = async (
    who: Profile,
    id: string,
    byCode: Readonly<Record<string, number>>,
  ): Promise<void> => {
    const direction = who.participant === 'BE' ? 'outflow' : 'inflow'
    const rows = Object.entries(byCode).map(
      ([age, value]): FlowRow =>
        [
          ...rowsOf(
            outflow('BE', { reporter: who.participant, direction, period: '2016', age, value }),
          ),
        ][0]!,
    )
    const notes = [{ problem: 'W510', text: 'checked against the register' }]
    const data = { ...toColumns(register, rows), notes }
    const sealed = await sealedBy(who, messageBytes(who.participant, { id, data }))
    expect((await submit(hub, sealed)).status).toBe(200)
    await atRest(hub)
  }
  const shown = async () => {
    const { exit, json } = await corridor(hub.home, [
      ...['reports', 'show', 'BE-DK-2026', '--period', '2016', '--profile', 'DK', '--json'],
    ])
    expect(exit).toBe(0)
    return json
  }
  const compared = () =>
    hub.query(
      `select split_part(breakdown, '.', 2) as age, origin_says::int as o, destination_says::int as d, origin_parts as parts, outcome
       from reconciliation.pair where outcome <> 'one-sided' order by breakdown`,
    )

  it('are compared at the ages that both make up, and the report says of what a figure was added up', async () => {
    await says(be, 'be-1', { Y15T19: 40, Y20T24: 60, Y25T29: 30 })
    await says(dk, 'dk-1', { Y15T24: 103, Y25T34: 70 })
    expect(await compared()).toEqual([
      { age: 'Y15T24', o: 100, d: 103, parts: 'age Y15T19 + Y20T24', outcome: 'within' },
    ])
    expect(JSON.stringify(await shown())).toContain('age Y15T19 + Y20T24')
  })

  it('are compared further as figures come, and anew where one of a sum is revised', async () => {
    await says(be, 'be-2', { Y30T34: 39, Y20T24: 600 })
    expect(await compared()).toEqual([
      { age: 'Y15T24', o: 640, d: 103, parts: 'age Y15T19 + Y20T24', outcome: 'outside' },
      { age: 'Y25T34', o: 69, d: 70, parts: 'age Y25T29 + Y30T34', outcome: 'within' },
    ])
  })

  it('come to the same in a full round', async () => {
    const operator = (args: readonly string[]) =>
      corridor(hub.home, [...args, '--profile', 'OPERATOR', '--json'])
    expect(await operator(['rounds', 'run', 'BE-DK-2026'])).toMatchObject({ exit: 0 })
    const last = () =>
      hub.query<Ended>(
        `select ended_at is not null as ended, pairs::int as pairs, differing, failed from reconciliation.full_round`,
      )
    const [ended] = await eventually(last, ([one]) => one?.ended === true, 60_000)
    const [kept] = await hub.query<{ pairs: number }>(
      'select count(*)::int as pairs from reconciliation.pair',
    )
    expect(ended).toEqual({ ended: true, pairs: kept?.pairs, differing: 0, failed: null })
  })
})

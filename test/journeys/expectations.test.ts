// SPDX-License-Identifier: Apache-2.0
import { rowsOf, toColumns, type FlowRow, type MigrationFlow } from '@corridor/contracts'
import type { Profile } from '@corridor/sdk'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { atRest } from './at-rest'
import { newParticipant, operatorOf } from './cast'
import { corridor } from './corridor-command'
import { agreeOn } from './deleting'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'

/** The comparisons as reconciliation keeps them. */
interface Compared {
  readonly period: string
  readonly outcome: string
  readonly finding: string | null
  readonly expectation: number | null
  readonly matters: boolean
}

const register = outflow('BE').definition

describe('figures of both sides, from the first day on', () => {
  let hub: Hub
  let [operator, be, dk, sk] = [] as unknown as [Profile, Profile, Profile, Profile]

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    operator = await operatorOf(hub)
    be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
    dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
    sk = await newParticipant(hub, operator, { participant: 'SK', kind: 'state' })
    await agreeOn(corridorTerms(['BE', 'DK']), [be, dk])
    await agreeOn(corridorTerms(['DK', 'SK']), [dk, sk])
  }, 120_000)
  afterAll(() => hub.close())

  const row = (change: Partial<FlowRow>): FlowRow => [...rowsOf(outflow('BE', change))][0]!
  const send = async (who: Profile, id: string, data: MigrationFlow): Promise<void> => {
    const sealed = await sealedBy(who, messageBytes(who.participant, { id, data }))
    expect((await submit(hub, sealed)).status).toBe(200)
    await atRest(hub)
  }
  /** What a state says of the flow from Belgium to Denmark, one figure a year. */
  const says = async (who: Profile, id: string, byYear: Readonly<Record<string, number>>) => {
    const direction = who.participant === 'BE' ? 'outflow' : 'inflow'
    const rows = Object.entries(byYear).map(([period, value]) =>
      row({ reporter: who.participant, direction, origin: 'BE', period, value }),
    )
    const notes = [{ problem: 'W510', text: 'checked against the register' }]
    await send(who, id, { ...toColumns(register, rows), notes })
  }
  const compared = (agreement: string): Promise<readonly Compared[]> =>
    hub.query<Compared>(
      `select period, outcome, finding, expectation, matters from reconciliation.pair where agreement = $1 order by period`,
      [agreement],
    )
  const report = async (agreement: string, period: string) =>
    corridor(hub.home, ['reports', 'show', agreement, '--period', period, '--profile', 'DK'])

  it('are compared at once, and no expectation is pretended: what unlocks one is said', async () => {
    await says(be, 'be-1', { 2013: 405, 2014: 398, 2015: 412 })
    await says(dk, 'dk-1', { 2013: 512, 2014: 497, 2015: 530 })
    const cold = { finding: 'no-expectation', expectation: null, outcome: 'outside', matters: true }
    expect(await compared('BE-DK-2026')).toEqual(
      ['2013', '2014', '2015'].map((period) => ({ period, ...cold })),
    )
    const shown = await report('BE-DK-2026', '2015')
    expect(shown.out).toContain('No expectation yet for 1: it takes three earlier periods')
  })

  it('are learnt from when the operator, and nobody else, says so; nothing is judged anew by that', async () => {
    const before = await compared('BE-DK-2026')
    expect(await corridor(hub.home, ['reports', 'learn', '--profile', 'DK'])).toMatchObject({
      exit: 5,
    })
    const learnt = await corridor(hub.home, ['reports', 'learn', '--profile', 'OPERATOR', '--json'])
    expect(learnt).toMatchObject({
      ...{ exit: 0 },
      json: { learnt: [{ contract: 'migration-flow', version: 1, pairs: 3, series: 1 }] },
    })
    await atRest(hub)
    expect(await compared('BE-DK-2026')).toEqual(before)
  })

  it('are as expected where a structural difference stays, though far outside tolerance', async () => {
    await says(dk, 'dk-2', { 2016: 521 })
    await says(be, 'be-2', { 2016: 410 })
    expect((await compared('BE-DK-2026')).at(-1)).toEqual({
      ...{ period: '2016', outcome: 'outside', finding: 'as-expected', expectation: 1 },
      matters: false,
    })
  })

  it('are suspect where one leaves what is expected, and the report names the version and asks for an answer', async () => {
    await says(be, 'be-3', { 2016: 1640 })
    expect((await compared('BE-DK-2026')).at(-1)).toMatchObject({
      ...{ finding: 'suspect', expectation: 1, matters: true },
    })
    const shown = await report('BE-DK-2026', '2016')
    expect(shown.out).toMatch(/1,640 .* suspect +asked for/)
    expect(shown.out).toContain('Expectations of version 1')
  })

  it('are as expected again when they are put right: the report has another version', async () => {
    const versions = () =>
      hub.query(`select version, matters from reconciliation.report
        where agreement = 'BE-DK-2026' and period = '2016' order by version desc limit 2`)
    const [suspect] = await versions()
    await says(be, 'be-4', { 2016: 416 })
    expect((await compared('BE-DK-2026')).at(-1)).toMatchObject({
      ...{ finding: 'as-expected', matters: false },
    })
    const [newest, before] = (await versions()) as { version: number; matters: number }[]
    expect(before).toEqual(suspect)
    expect([newest?.matters, before?.matters]).toEqual([0, 1])
  })

  it('are shown as not comparable where one side counts permanent moves alone: that is no error of anybody', async () => {
    const permanent = { ...register, minimumStay: 'permanent' }
    const corridorOf = { origin: 'SK', destination: 'DK', period: '2016' } as const
    const own = row({ ...corridorOf, reporter: 'SK', direction: 'outflow', value: 3 })
    const mirror = row({ ...corridorOf, reporter: 'DK', direction: 'inflow', value: 553 })
    await send(sk, 'sk-1', toColumns(permanent, [own]))
    await send(dk, 'dk-3', toColumns(register, [mirror]))
    expect(await compared('DK-SK-2026')).toEqual([
      {
        ...{ period: '2016', outcome: 'not-comparable', finding: null, expectation: null },
        matters: false,
      },
    ])
    const shown = await report('DK-SK-2026', '2016')
    expect(shown.out).toContain('minimum stay: origin permanent, destination P12M')
    const gaps = await hub.query(
      `select gaps -> 0 ->> 'cause' as cause from reconciliation.pair where agreement = 'DK-SK-2026'`,
    )
    expect(gaps).toEqual([{ cause: 'DEF_DURATION' }])
  })

  it('are compared again when the operator says so, by what was learnt last', async () => {
    await corridor(hub.home, ['reports', 'learn', '--profile', 'OPERATOR'])
    const said = ['reports', 'again', 'BE-DK-2026', '--period', '2016', '--profile', 'OPERATOR']
    expect(await corridor(hub.home, said)).toMatchObject({ exit: 0 })
    await atRest(hub)
    expect((await compared('BE-DK-2026')).map(({ expectation }) => expectation)).toEqual([
      null,
      null,
      null,
      2,
    ])
  })
})

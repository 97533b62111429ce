// SPDX-License-Identifier: Apache-2.0
// The genuine flows of 2010 to 2016, published as sixteen states would, and what the hub makes of them (Eurostat, credit due).
import type { Profile } from '@corridor/sdk'
import { reporterBreaks } from '@corridor/statistics'
import {
  eventually,
  realFigures,
  realFiguresPresent,
  realFiguresSkipped,
  realRevisions,
  wilson,
  type RealFigure,
} from '@corridor/testing'
import { atRest } from './at-rest'
import { operatorOf } from './cast'
import { corridor } from './corridor-command'
import { raiseHub, type Hub } from './raise-hub'
import { enrolStates, filesOf, publishFiles, type StateFile } from './real-flows-stage'

interface Compared {
  readonly period: string
  readonly origin: string
  readonly destination: string
  readonly outflow: number
  readonly inflow: number
  readonly outcome: string
  readonly finding: string | null
  readonly expectation: number | null
  readonly logRatio: number | null
  readonly variance: number | null
  readonly matters: boolean
  readonly p: number | null
}

const real = realFiguresPresent ? describe : describe.skip
/** How long a year of figures of sixteen states may take on a busy machine. */
const longestMs = 180_000
const firstLearnt = '2013'
const judgedYears = ['2014', '2015', '2016']

real(`genuine flows over the bus${realFiguresSkipped}`, () => {
  const figures = realFiguresPresent ? realFigures() : []
  const files = filesOf(figures)
  let hub: Hub
  let profiles: ReadonlyMap<string, Profile>
  let learnt = 0

  const publish = async (some: readonly StateFile[], why: string): Promise<void> => {
    const answers = await publishFiles(profiles, some, why)
    expect(answers.filter((answer) => answer !== 'accepted')).toEqual([])
    expect(answers).toHaveLength(some.length)
    await atRest(hub, longestMs)
  }
  const operator = async (words: readonly string[]) => {
    const ended = await corridor(hub.home, [...words, '--profile', 'OPERATOR', '--json'])
    expect(ended).toMatchObject({ exit: 0, err: '' })
    return ended.json
  }
  const learn = async (): Promise<void> => {
    learnt++
    expect(await operator(['reports', 'learn'])).toMatchObject({ learnt: [{ version: learnt }] })
  }
  const compared = (where: string): Promise<readonly Compared[]> =>
    hub.query<Compared>(
      `select period, origin, destination, origin_says::float8 as outflow, destination_says::float8 as inflow, outcome, finding, expectation,
         log_ratio as "logRatio", variance, matters, p from reconciliation.pair where ${where} order by period, origin, destination`,
    )
  const inflowsOf = (state: string, period: string): StateFile =>
    files.find(
      (file) => file.state === state && file.period === period && file.direction === 'inflow',
    )!
  const broken = (pairs: readonly Compared[]): ReadonlySet<string> =>
    new Set(breaksOf(pairs).map(({ reporter, role }) => `${reporter} ${role}`))

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    const states = [...new Set(files.map(({ state }) => state))].sort()
    profiles = await enrolStates(hub, await operatorOf(hub), states)
    await publish(
      files.filter(({ period }) => period <= firstLearnt),
      'published figures',
    )
    for (const year of judgedYears) {
      await learn()
      await publish(
        files.filter(({ period }) => period === year),
        'published figures',
      )
    }
  }, 600_000)
  afterAll(() => hub.close(), 120_000)

  it('are 1,192 comparisons of both sides, each year judged by what was learnt before it', async () => {
    const both = await compared(`outcome <> 'one-sided'`)
    expect(both).toHaveLength(1_192)
    const versions = judgedYears.map((year) => [
      ...new Set(both.filter(({ period }) => period === year).map((one) => one.expectation)),
    ])
    expect(versions.map((own) => own.filter((version) => version !== null))).toEqual([
      [1],
      [2],
      [3],
    ])
  })

  it('raise as many alarms as are promised where nothing was touched: one in twenty', async () => {
    const judged = (await compared(`finding in ('suspect', 'as-expected')`)).filter(({ period }) =>
      judgedYears.includes(period),
    )
    const untouched = judgedYears.flatMap((year) => {
      const own = judged.filter(({ period }) => period === year)
      const breaks = broken(own)
      return own.filter(
        ({ origin, destination }) =>
          !breaks.has(`${origin} origin`) && !breaks.has(`${destination} destination`),
      )
    })
    const alarms = untouched.filter(({ finding }) => finding === 'suspect')
    const [lower, upper] = wilson(alarms.length, untouched.length)
    expect(untouched.length).toBeGreaterThan(400)
    expect(lower).toBeLessThanOrEqual(0.05)
    expect(upper).toBeGreaterThanOrEqual(0.05)
    // The peer: a plain threshold of 20 % on the same figures.
    const apart = untouched.filter(
      ({ outflow, inflow }) => 200 * Math.abs(outflow - inflow) > 20 * (outflow + inflow),
    )
    expect(apart.length / untouched.length).toBeGreaterThan(0.7)
  })

  it('show Slovakia as a definition, and never as an error', async () => {
    const slovak = await compared(`'SK' in (origin, destination) and outcome <> 'one-sided'`)
    expect(slovak).toHaveLength(166)
    expect(new Set(slovak.map(({ outcome }) => outcome))).toEqual(new Set(['not-comparable']))
    expect(slovak.filter(({ matters, finding }) => matters || finding !== null)).toEqual([])
    const causes = await hub.query(
      `select distinct gaps -> 0 ->> 'cause' as cause from reconciliation.pair
       where 'SK' in (origin, destination) and outcome = 'not-comparable'`,
    )
    expect(causes).toEqual([{ cause: 'DEF_DURATION' }])
  })

  it('show a thousandfold in the cell in which it is, and it is gone when it is put right', async () => {
    const before = await compared(
      `period = '2016' and finding = 'as-expected' and destination_says > 0`,
    )
    const chosen = [...profiles.keys()].flatMap(
      (state) => before.find((one) => one.destination === state) ?? [],
    )
    expect(chosen.length).toBeGreaterThanOrEqual(12)
    const where = (one: Compared) =>
      `period = '2016' and origin = '${one.origin}' and destination = '${one.destination}'`
    const spoilt = chosen.map((one) =>
      changed(inflowsOf(one.destination, '2016'), ({ origin, value }) =>
        origin === one.origin ? value * 1_000 : value,
      ),
    )
    await publish(spoilt, 'a slip that nobody saw')
    const found = (await Promise.all(chosen.map((one) => compared(where(one))))).flat()
    expect(found.filter(({ finding, matters }) => finding === 'suspect' && matters)).toHaveLength(
      chosen.length,
    )
    await publish(
      chosen.map((one) => inflowsOf(one.destination, '2016')),
      'put right',
    )
    const after = (await Promise.all(chosen.map((one) => compared(where(one))))).flat()
    expect(after.map(({ finding, p }) => [finding, p])).toEqual(
      chosen.map(({ finding, p }) => [finding, p]),
    )
  })

  it('show half for the total in the reporter, which is claimed of none of its cells', async () => {
    const halved = changed(inflowsOf('FI', '2016'), ({ value }) => Math.round(value / 2))
    await publish([halved], 'men only, sent for all')
    const judged = await compared(`period = '2016' and finding in ('suspect', 'as-expected')`)
    expect(broken(judged).has('FI destination')).toBe(true)
    await publish([inflowsOf('FI', '2016')], 'the total again')
    const again = await compared(`period = '2016' and finding in ('suspect', 'as-expected')`)
    expect(broken(again).has('FI destination')).toBe(false)
  })

  it.each([
    ["last year's file sent again", '2015', sameFlow],
    ['origin and destination swapped', '2016', oppositeFlow],
  ] as const)('stop at the way in: %s, unless the sender explains it', async (_, period, of) => {
    const own = ['BE', 'DK', 'NL', 'SE'].map((state) =>
      changed(inflowsOf(state, '2016'), (figure) => {
        const sent = figures.find((one) => one.period === period && of(figure, one))
        return sent?.value ?? figure.value
      }),
    )
    expect(await publishFiles(profiles, own, null)).toEqual(own.map(() => 'refused'))
  })

  it('have the comparisons of Lithuania judged anew when it revises its inflows', async () => {
    const revised = new Map(
      realRevisions().map((one) => [`${one.period} ${one.origin}`, one.after]),
    )
    const own = ['2012', '2013', '2014', '2015', '2016'].map((period) =>
      changed(
        inflowsOf('LT', period),
        ({ origin, value }) => revised.get(`${period} ${origin}`) ?? value,
      ),
    )
    const before = await compared(`destination = 'LT' and outcome <> 'one-sided'`)
    await publish(own, 'a later extract')
    const after = await compared(`destination = 'LT' and outcome <> 'one-sided'`)
    const touched = after.filter((one, place) => one.inflow !== before[place]?.inflow)
    expect(touched).toHaveLength(55)
    for (const one of touched) expect(one.inflow).toBe(revised.get(`${one.period} ${one.origin}`))
    // What was compared anew was judged by what is known now.
    expect(touched.filter(({ expectation }) => expectation === learnt).length).toBeGreaterThan(30)
  })

  it('are the same to the last flag in a full round, once all were judged by what was learnt last', async () => {
    const round = async (): Promise<Ended | undefined> => {
      await operator(['rounds', 'run', 'LT-SE-2026'])
      const ended = () => operator(['rounds', 'show'])
      const lastOf = (json: Readonly<Record<string, unknown>>) => (json['rounds'] as Ended[])[0]
      const shown = await eventually(ended, (json) => lastOf(json)?.endedAt !== null, 120_000)
      await atRest(hub, longestMs)
      return lastOf(shown)
    }
    // The first has those compared anew that were judged by an earlier version.
    expect(await round()).toMatchObject({ failed: null })
    const [kept] = await hub.query<{ pairs: number; flagged: number }>(
      `select count(*)::int as pairs, (count(*) filter (where matters or finding = 'suspect'))::int as flagged
       from reconciliation.pair where agreement = 'LT-SE-2026'`,
    )
    expect(await round()).toMatchObject({ failed: null, differing: 0, ...kept })
  }, 300_000)
})

/** The same file with other values. */
function changed(file: StateFile, valueOf: (figure: RealFigure) => number): StateFile {
  return { ...file, figures: file.figures.map((one) => ({ ...one, value: valueOf(one) })) }
}

function sameFlow(one: RealFigure, other: RealFigure): boolean {
  const { origin, destination, reportedBy } = other
  return reportedBy === one.reportedBy && origin === one.origin && destination === one.destination
}

// What the same state counted of the way back.
function oppositeFlow(one: RealFigure, other: RealFigure): boolean {
  const { origin, destination, reportedBy } = other
  return reportedBy !== one.reportedBy && origin === one.destination && destination === one.origin
}

interface Ended {
  readonly endedAt: string | null
  readonly failed: string | null
  readonly differing: number | null
}

function breaksOf(pairs: readonly Compared[]) {
  return reporterBreaks(
    pairs.flatMap(({ period, origin, destination, outflow, inflow, logRatio, variance }) =>
      outflow > 0 && inflow > 0 && logRatio !== null && variance !== null
        ? [
            {
              ...{ key: `${period} ${origin} ${destination}`, origin, destination },
              residual: Math.log(outflow / inflow) - logRatio,
              deviation: Math.sqrt(variance + 1 / outflow + 1 / inflow),
            },
          ]
        : [],
    ),
    {},
  )
}

// SPDX-License-Identifier: Apache-2.0
// Genuine flows of five states under one agreement whose committee takes up two cases a round, in split mode (Eurostat, credit due).
// Estonia took up another method in 2015.
import {
  listCases,
  proposeAgreement,
  showCase,
  signAgreement,
  type CaseLine,
  type Profile,
} from '@corridor/sdk'
import { realFigures, realFiguresPresent, realFiguresSkipped } from '@corridor/testing'
import { atRest } from './at-rest'
import { must, newParticipant, operatorOf } from './cast'
import { corridor } from './corridor-command'
import { raiseHub, type Hub } from './raise-hub'
import { filesOf, publishFiles } from './real-flows-stage'
import { termsAmong } from './terms-among'

const real = realFiguresPresent ? describe : describe.skip
const states = ['BE', 'DK', 'EE', 'FI', 'SE']
const [committee, id, budget] = ['NORTH', 'NORTH-2026', 2] as const
const before = ['2012', '2013', '2014']
/** How long a year of figures may take on a busy machine. */
const longestMs = 120_000

interface Counted {
  readonly pairs: number
  readonly matter: number
  readonly suspect: number
}

real(`genuine flows under review, split${realFiguresSkipped}`, () => {
  const profiles = new Map<string, Profile>()
  let hub: Hub
  let board: Profile

  const publish = async (by: readonly string[], periods: readonly string[]): Promise<void> => {
    const isAmong = (state: string): boolean => states.includes(state)
    const files = filesOf(
      realFigures().filter(
        ({ origin, destination, period }) =>
          isAmong(origin) && isAmong(destination) && periods.includes(period),
      ),
    ).filter(({ state }) => by.includes(state))
    const answers = await publishFiles(profiles, files, 'published figures')
    expect(answers).toEqual(files.map(() => 'accepted'))
    await atRest(hub, longestMs)
  }
  const learn = async () => {
    const { json } = await corridor(hub.home, [
      'reports',
      'learn',
      '--profile',
      'OPERATOR',
      '--json',
    ])
    return json
  }
  const casesOf = async (period: string): Promise<readonly CaseLine[]> =>
    must(await listCases(board, id), 'list cases').filter((one) => one.period === period)
  const counted = async (period: string): Promise<Counted> => {
    const [row] = await hub.query<Counted>(
      `select (count(*) filter (where outcome <> 'one-sided'))::int as pairs, (count(*) filter (where matters))::int as matter,
         (count(*) filter (where finding = 'suspect'))::int as suspect from reconciliation.pair where period = $1`,
      [period],
    )
    return row!
  }

  beforeAll(async () => {
    hub = await raiseHub('split')
    const operator = await operatorOf(hub)
    const newcomers = [
      { participant: committee, kind: 'committee', members: states },
      ...states.map((participant) => ({ participant, kind: 'state' })),
    ]
    for (const newcomer of newcomers)
      profiles.set(newcomer.participant, await newParticipant(hub, operator, newcomer))
    board = profiles.get(committee)!
    const { enforced, ...agreed } = termsAmong(states, {
      id,
      periods: { from: '2012', until: '2015' },
    })
    const terms = {
      ...{ ...agreed, committee },
      enforced: enforced.map((clause) =>
        clause.kind === 'reconcile' ? { ...clause, budget } : clause,
      ),
    }
    must(await proposeAgreement(profiles.get('BE')!, terms), 'propose')
    for (const state of states) must(await signAgreement(profiles.get(state)!, terms), 'sign')
    await publish(states, before)
  }, 300_000)
  afterAll(() => hub.close(), 60_000)

  it('are taken up to the budget of the committee and no further, while nothing is expected of them', async () => {
    for (const period of before) {
      expect((await counted(period)).matter).toBeGreaterThan(10)
      expect(await casesOf(period)).toHaveLength(budget)
    }
  })

  it('are no case in the year after that where four states count as they always did', async () => {
    expect(await learn()).toMatchObject({ learnt: [{ version: 1, pairs: 60 }] })
    await publish(
      states.filter((state) => state !== 'EE'),
      ['2015'],
    )
    expect(await counted('2015')).toEqual({ pairs: 12, matter: 0, suspect: 0 })
    expect(await casesOf('2015')).toEqual([])
  })

  it('are one case about Estonia in each role, and not one with each partner, when it counts by another method', async () => {
    await publish(['EE'], ['2015'])
    const found = (await casesOf('2015')).toSorted((one, other) =>
      (one.about['role'] ?? '') > (other.about['role'] ?? '') ? -1 : 1,
    )
    expect(found).toMatchObject(
      (['origin', 'destination'] as const).map((role) => ({
        about: { kind: 'reporter', reporter: 'EE', role },
        figures: 4,
      })),
    )
    const shown = await Promise.all(found.map((one) => showCase(board, one.id)))
    const causes = shown.map((one) => must(one, 'show').proposedCauses)
    expect(causes.map((own) => own.map(({ cause }) => cause))).toEqual([
      ['BREAK', 'ADMIN_CORRECTION'],
      ['BREAK'],
    ])
    expect(causes[1]?.[0]?.evidence).toMatch(/^EE reports 4\.\d\d of what is expected of it/)
  })

  it('teach nothing while they are suspect and under review', async () => {
    const { pairs, suspect } = await counted('2015')
    expect([pairs, suspect > 4]).toEqual([20, true])
    expect(await learn()).toMatchObject({ learnt: [{ version: 2, pairs: 60 + 20 - suspect }] })
  })
})

// SPDX-License-Identifier: Apache-2.0
import { validate, type AgreementClause } from '@corridor/contracts'
import { compile, decide, type KnownAgreement } from '@corridor/policy'
import { agreement, shareFrom } from '../given'
import { dueFigures } from './due-figures'
import { noticeBytes } from './due-notice'
import { dueEvents, dueReports, type Reported } from './due-states'
import { periodsReported } from './periods-reported'
import { whoIsBehind } from './who-is-behind'

const timetable = (change: Partial<Extract<AgreementClause, { kind: 'timetable' }>> = {}) => ({
  ...({ id: '5', kind: 'timetable', contract: 'migration-flow', from: ['_PARTIES'] } as const),
  ...({ frequency: 'A', dueDays: 90 } as const),
  ...change,
})
const years = { from: '2013', until: '2027' }
const given = (clause = timetable()): KnownAgreement => ({
  ...agreement,
  terms: {
    ...agreement.terms,
    enforced: [
      { ...shareFrom('BE', 'DK'), periods: years },
      { ...shareFrom('DK', 'BE'), periods: years },
      { id: '3', kind: 'protect', rule: { method: 'published-figures-no-protection' } },
      clause,
      { id: '6', kind: 'reciprocity', clauses: ['BE', 'DK'] },
    ],
  },
})
const at = (day: string): Date => new Date(`${day}T00:00:00Z`)
const listed = (known: KnownAgreement, until: string) =>
  dueFigures(known, at(until)).map(
    ({ party, period, dueAt }) => `${party} ${period} ${dueAt.toISOString().slice(0, 10)}`,
  )
const came = (party: string, period: string, day: string): Reported => ({
  ...{ clause: '5', party, period, at: at(day) },
})

describe('what is due', () => {
  it('is each period whose day lies in the term, and the next one of each party besides', () => {
    expect(listed(given(), '2026-06-01')).toEqual([
      'BE 2025 2026-04-01',
      'BE 2026 2027-04-01',
      'DK 2025 2026-04-01',
      'DK 2026 2027-04-01',
    ])
  })

  it('is by months where the clause says so, from the first day that lies in the term on', () => {
    const monthly = timetable({ frequency: 'M', dueDays: 30, from: ['DK'] })
    expect(listed(given(monthly), '2026-02-15')).toEqual([
      'DK 2025-12 2026-01-31',
      'DK 2026-01 2026-03-03',
    ])
  })

  it('is nothing of a period that nobody is given', () => {
    expect(listed(given(), '2030-01-01').at(-1)).toBe('DK 2027 2028-03-31')
  })

  it('is nothing of a party that is none any more or has a reservation', () => {
    const known = given()
    const reserved = { ...known.standing, reservations: [{ party: 'DK', clause: '5' }] }
    expect(listed({ ...known, standing: reserved }, '2026-06-01')).toEqual([
      'BE 2025 2026-04-01',
      'BE 2026 2027-04-01',
    ])
  })
})

describe('an owed report', () => {
  const statesAt = (day: string, ...reported: readonly Reported[]) =>
    dueReports(dueFigures(given(), at(day)), reported, at(day))
  const of = (day: string, ...reported: readonly Reported[]) =>
    statesAt(day, ...reported)
      .filter(({ period }) => period === '2025')
      .map(({ party, state, oneSided }) => `${party} ${state}${oneSided ? ' one-sided' : ''}`)

  it('is due until its day, then missing, and on one side only where the other has reported', () => {
    expect(of('2026-03-24')).toEqual(['BE due', 'DK due'])
    expect(of('2026-03-31')).toEqual(['BE due-soon', 'DK due-soon'])
    expect(of('2026-04-01')).toEqual(['BE missing', 'DK missing'])
    expect(of('2026-04-01', came('BE', '2025', '2026-03-31'))).toEqual([
      'BE on-time',
      'DK missing one-sided',
    ])
  })

  it('that comes after its day came late, and a later one in its place does not change that', () => {
    const reports = [came('BE', '2025', '2026-05-01'), came('BE', '2025', '2026-04-09')]
    expect(of('2026-06-01', ...reports)[0]).toBe('BE late')
    expect(statesAt('2026-06-01', ...reports)[0]?.reportedAt).toEqual(at('2026-04-09'))
  })

  it('is an event when it goes missing, is missing on one side only now, and when it comes late; once each', () => {
    const day = '2026-04-02'
    const events = (before: readonly Reported[], now: readonly Reported[], then = day) =>
      dueEvents(statesAt(then, ...before), statesAt(day, ...now)).map(
        ({ party, state, oneSided }) => `${party} ${state}${oneSided ? ' one-sided' : ''}`,
      )
    const be = came('BE', '2025', day)
    expect(events([], [], '2026-03-01')).toEqual(['BE missing', 'DK missing'])
    expect(events([], [])).toEqual([])
    expect(events([], [be])).toEqual(['BE late', 'DK missing one-sided'])
    expect(events([be], [be])).toEqual([])
    expect(events([], [came('BE', '2025', '2026-03-02')], '2026-03-01')).toEqual([
      'DK missing one-sided',
    ])
  })

  it('is reminded of once, a week before it is late, or half-way where there are fewer days; not who has reported', () => {
    const be = came('BE', '2025', '2026-02-01')
    const events = (then: string, now: string) =>
      dueEvents(statesAt(then, be), statesAt(now, be)).map(
        ({ party, state }) => `${party} ${state}`,
      )
    expect(events('2026-03-24', '2026-03-25')).toEqual(['DK due-soon'])
    expect(events('2026-03-25', '2026-03-31')).toEqual([])
    const fewDays = given(timetable({ dueDays: 4 }))
    const states = (day: string) =>
      dueReports(dueFigures(fewDays, at(day)), [], at(day)).map(({ state }) => state)
    expect(states('2026-01-02')).toEqual(['due', 'due'])
    expect(states('2026-01-03')).toEqual(['due-soon', 'due-soon'])
  })

  it.each(['2026-03-30', '2026-04-02'])('is told to the parties without any figure, %s', (day) => {
    const owed = statesAt(day).filter(({ state }) => state !== 'due')
    expect(owed).toHaveLength(2)
    const bytes = noticeBytes(owed, {
      ...{ hubId: 'hub', agreement: 'BE-DK-2026', at: at(day), salt: 'A'.repeat(22) },
    })
    const { data } = JSON.parse(Buffer.from(bytes).toString()) as { data: unknown }
    expect(validate('due-notice', '0.1.0', data).ok).toBe(true)
  })
})

describe('a message', () => {
  const row = {
    origin: 'BE',
    destination: 'DK',
    period: '2025',
    value: null,
    valueStatus: 'missing',
  }
  const reported = (...rows: readonly (typeof row)[]) =>
    periodsReported(given(), {
      ...{ contract: 'migration-flow', sender: 'BE', at: at('2026-02-01'), rows },
    }).map(({ party, period }) => `${party} ${period}`)

  it('reports its periods, whatever it says of them', () => {
    expect(reported(row, { ...row, period: '2024' }, row)).toEqual(['BE 2025', 'BE 2024'])
  })

  it('reports nothing of other corridors or of other periods', () => {
    expect(reported({ ...row, destination: 'SE' }, { ...row, period: '2025-Q1' })).toEqual([])
  })
})

describe('who is behind', () => {
  const reports = (...reported: readonly Reported[]) => {
    const known = given()
    return dueReports(dueFigures(known, at('2026-04-01')), reported, at('2026-04-01'))
  }
  it('is who has a missing report, under each clause that is tied to others', () => {
    expect(whoIsBehind(given(), reports(came('BE', '2025', '2026-01-01')))).toEqual([
      { agreement: 'BE-DK-2026', clause: 'DK', party: 'DK' },
    ])
    expect(whoIsBehind(given(), reports())).toHaveLength(2)
  })

  it('receives nothing in return, with the reason, until it has reported; the other goes on receiving', () => {
    const decisionFor = (reported: readonly Reported[], sender: string, recipient: string) =>
      decide(
        compile([given()], whoIsBehind(given(), reports(...reported))),
        { contract: 'migration-flow', sender, recipient },
        at('2026-04-01'),
      )
    const be = came('BE', '2025', '2026-01-01')
    expect(decisionFor([be], 'BE', 'DK')).toMatchObject({
      decision: 'DENY',
      code: 'RECIPROCITY_NOT_KEPT',
      clauses: [{ clause: 'BE' }],
    })
    expect(decisionFor([be], 'DK', 'BE').decision).toBe('PERMIT')
    expect(decisionFor([be, came('DK', '2025', '2026-04-09')], 'BE', 'DK').decision).toBe('PERMIT')
  })

  it('is nobody where no clause ties them', () => {
    const { terms, standing } = given()
    const untied = {
      ...terms,
      enforced: terms.enforced.filter(({ kind }) => kind !== 'reciprocity'),
    }
    expect(whoIsBehind({ terms: untied, standing }, reports())).toEqual([])
  })
})

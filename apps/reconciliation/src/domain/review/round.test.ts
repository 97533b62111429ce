// SPDX-License-Identifier: Apache-2.0
import type { ReviewedReport } from '@corridor/contracts'
import { compareRound, type ComparedRound } from './compare-round'
import { on, signerOf } from './given'
import { reviewedReport } from './reviewed-report'
import { actOnCase, actOnReport, passRound, type Round, type RoundDecided } from './round'
import { isAbout, type ComparedCell } from './take-up'

/** What Belgium and Denmark say of one cell; 300 apart, and somebody must answer. */
function cell(key: string, change: Partial<ComparedCell> = {}): ComparedCell {
  return {
    ...{ key, origin: 'BE', destination: 'DK', dataflow: 'migration-flow', difference: 300 },
    originSide: { value: 1_000, position: 3, stated: 'a register' },
    destinationSide: { value: 700, position: 5, stated: 'a register' },
    ...{ matters: true, weight: 1, expectation: 4, rule: null },
    ...change,
  }
}

const back = { origin: 'DK', destination: 'BE' } as const

function compared(
  cells: readonly ComparedCell[],
  change: Partial<ComparedRound> = {},
): ComparedRound {
  const report = {
    ...{ agreement: 'BE-DK-2026', contract: 'migration-flow', period: '2016', version: 1 },
    ...{ parties: ['BE', 'DK'], source: 'its digest', dueAt: on(20), escalateAt: on(27) },
  }
  return { at: on(1), report, cells, breaks: [], budget: 20, known: 0, ...change }
}

const nothing = { report: null, cases: [] } as const
const begun = (cells: readonly ComparedCell[], change: Partial<ComparedRound> = {}): Round =>
  compareRound(nothing, compared(cells, change)).round

function next(round: Round, cells: readonly ComparedCell[], version = 2): Round {
  const { report } = compared([])
  const again = compared(cells, {
    ...{ at: on(10), known: round.cases.length, report: { ...report, version, source: 'another' } },
  })
  return compareRound(round, again).round
}

const who = (name: string) => {
  const [by = ''] = name.split('/')
  return { by, office: 'STAT', person: signerOf(name), at: on(5) }
}

function settled(round: Round): Round {
  return round.cases.reduce((now, { id }) => {
    const [one] = now.cases.filter((each) => each.id === id)
    const keys = Object.keys(one?.figures ?? {})
    return keys.reduce((then, figure) => agreedOn(then, id, figure), now)
  }, round)
}

function agreedOn(round: Round, id: string, figure: string): Round {
  const version = (now: Round): number => now.cases.find((one) => one.id === id)?.version ?? 0
  const proposed = must(
    actOnCase(round, id, {
      ...{ do: 'propose', ...who('BE/ann'), answers: version(round), figure, value: 900 },
      ...{ causes: [], adjustment: null, reason: 'as counted' },
    }),
  )
  return must(
    actOnCase(proposed, id, { do: 'agree', ...who('DK/bo'), answers: version(proposed), figure }),
  )
}

function must(decided: RoundDecided): Round {
  if (!decided.ok) throw new Error(decided.refusal.detail)
  return decided.value.round
}

const codeOf = (decided: RoundDecided): string => (decided.ok ? 'done' : decided.refusal.code)

function sign(round: Round, name: string): RoundDecided {
  return actOnReport(round, { do: 'sign', ...who(name), digest: round.report.digest ?? '' })
}

describe('what is taken up', () => {
  it('one case for each direction of a corridor, the worst first, within the budget', () => {
    const cells = [cell('A'), cell('B', { weight: 9 }), cell('C', { ...back, weight: 5 })]
    const ids = ({ cases }: Round): readonly unknown[] =>
      cases.map(({ id, figures }) => [id, Object.keys(figures)])
    expect(ids(begun(cells))).toEqual([
      ['BE-DK-2026.2016.1', ['A', 'B']],
      ['BE-DK-2026.2016.2', ['C']],
    ])
    expect(ids(begun(cells, { budget: 1 }))).toEqual([['BE-DK-2026.2016.1', ['A', 'B']]])
  })

  it('what is over the budget is said, and blocks nothing', () => {
    const { report } = begun([cell('A'), cell('C', back)], { budget: 0 })
    expect(report).toMatchObject({ status: 'ready-to-sign', notTakenUp: 2 })
  })

  it('where a reporter broke, its cells are one case', () => {
    const broke = {
      ...({ reporter: 'BE', role: 'origin' } as const),
      ...{ cells: ['A', 'C'], factor: 0.5, movedShare: 1, z: -9 },
    } as const
    const { cases } = begun([cell('A'), cell('C', back)], { breaks: [broke] })
    expect(cases.map(({ about }) => about)).toEqual([
      { kind: 'reporter', reporter: 'BE', role: 'origin', contract: 'migration-flow' },
    ])
    expect(cases[0]?.proposed.map(({ cause }) => cause)).toEqual(['BREAK', 'PROCESSING_ERROR'])
    const about = cases[0]!.about
    expect([isAbout(about, cell('Z')), isAbout(about, cell('Z', back))]).toEqual([true, false])
  })

  it('where a reporter broke, cells that are too small a sign by themselves are answered for too', () => {
    const broke = {
      ...({ reporter: 'BE', role: 'origin' } as const),
      ...{ cells: ['A', 'B'], factor: 0.5, movedShare: 1, z: -9 },
    } as const
    const quiet = [cell('A', { matters: false }), cell('B', { matters: false })]
    const round = begun(quiet, { breaks: [broke] })
    expect(round.cases.map(({ figures }) => Object.keys(figures))).toEqual([['A', 'B']])
    const put = quiet.map((one) => ({ ...one, originSide: { ...one.originSide, value: 705 } }))
    expect(next(round, put).cases.map(({ status }) => status)).toEqual(['corrected'])
  })

  it('nothing to answer for is ready at once', () => {
    expect(begun([cell('A', { matters: false })]).report.status).toBe('ready-to-sign')
  })
})

describe('the report follows its cases', () => {
  it('it is ready when all is settled, in review again with a counter-proposal', () => {
    const ready = settled(begun([cell('A'), cell('C', back)]))
    expect(ready.report.status).toBe('ready-to-sign')
    const [first] = ready.cases
    const counter = {
      ...({ do: 'counter', figure: 'A', value: 1 } as const),
      ...{ ...who('DK/bo'), answers: first?.version ?? 0 },
      ...{ causes: [], adjustment: null, reason: 'no' },
    } as const
    const open = must(actOnCase(ready, first?.id ?? '', counter))
    expect(open.report).toMatchObject({ status: 'in-review', digest: null })
  })

  it('four eyes: Ann proposed last for Belgium, so another one signs; Denmark proposed nothing', () => {
    const ready = settled(begun([cell('A')]))
    expect(codeOf(sign(ready, 'BE/ann'))).toBe('REVIEW_SAME_PERSON')
    const half = must(sign(ready, 'BE/abe'))
    expect(must(sign(half, 'DK/bo')).report.status).toBe('released')
  })

  it('a return opens what is named again, or all', () => {
    const ready = settled(begun([cell('A'), cell('B')]))
    const back_ = {
      do: 'return',
      ...who('DK/bo'),
      digest: ready.report.digest ?? '',
      reason: 'look',
    } as const
    const open = (round: Round): readonly string[] =>
      Object.values(round.cases[0]?.figures ?? {}).flatMap(({ key, state }) =>
        state.status === 'open' ? [key] : [],
      )
    expect(open(must(actOnReport(ready, back_, ['B'])))).toEqual(['B'])
    expect(open(must(actOnReport(ready, back_)))).toEqual(['A', 'B'])
  })

  it('a return where there is no case is offered again at once, to be signed anew by all', () => {
    const half = must(sign(begun([cell('A', { matters: false })]), 'BE/abe'))
    const { digest } = half.report
    const act = { do: 'return', ...who('DK/bo'), digest: digest ?? '', reason: 'look' } as const
    const { report } = must(actOnReport(half, act))
    expect(report).toMatchObject({ status: 'ready-to-sign', digest, signatures: [] })
    expect(report.void).toMatchObject([{ participant: 'BE', why: 'returned' }])
  })

  it('silence of both settles nothing, however long', () => {
    const { round, facts } = passRound(begun([cell('A')]), on(30))
    expect(facts.map(({ fact }) => fact.fact)).toEqual(['no-response', 'overdue', 'escalated'])
    expect(round.report).toMatchObject({ status: 'in-review', signatures: [] })
    expect(passRound(round, on(31)).facts).toEqual([])
  })
})

describe('a new version', () => {
  it('carries over what both inputs left alone, comments too, and opens the rest again', () => {
    const before = settled(begun([cell('A'), cell('C', back)]))
    const moved = cell('A', { originSide: { value: 990, position: 9, stated: 'a register' } })
    const after = next(before, [moved, cell('C', back)])
    const states = after.cases.flatMap(({ figures }) =>
      Object.values(figures).map(({ key, state }) => `${key} ${state.status}`),
    )
    expect(states.toSorted()).toEqual(['A open', 'C agreed'])
    expect(after.report).toMatchObject({ version: 2, status: 'in-review', source: 'another' })
  })

  it('voids a half-signed report; what all have signed stays', () => {
    const half = must(sign(settled(begun([cell('A')])), 'BE/abe'))
    const facts = compareRound(half, compared([cell('A')], { at: on(10) })).facts
    expect(facts.map(({ fact }) => fact.fact)).toContain('superseded')
    const both = must(sign(half, 'DK/bo'))
    const later = compareRound(both, compared([cell('A')], { at: on(10) })).facts
    expect(later.map(({ fact }) => fact.fact)).toContain('figures-revised')
  })

  it('a figure that no longer matters is corrected, one that now does joins its case', () => {
    const fixed = cell('A', {
      destinationSide: { value: 998, position: 9, stated: 'a register' },
      ...{ difference: 2, matters: false },
    })
    const corrected = next(begun([cell('A')]), [fixed])
    expect(corrected.cases.map(({ status }) => status)).toEqual(['corrected'])
    expect(corrected.report.status).toBe('ready-to-sign')
    const joined = next(begun([cell('A')]), [cell('A'), cell('B')])
    expect(joined.cases.map(({ figures }) => Object.keys(figures))).toEqual([['A', 'B']])
  })
})

describe('what is signed', () => {
  it('is one text for one content, with causes that sum to the difference', () => {
    const round = settled(begun([cell('C', back), cell('A')]))
    const { text, digest } = reviewedReport(round.report, round.cases)
    const turned = reviewedReport(round.report, round.cases.toReversed())
    expect([turned.text, round.report.digest]).toEqual([text, digest])
    const reviewed = JSON.parse(text) as ReviewedReport
    for (const { figures } of reviewed.cases)
      for (const { difference, causes = [] } of figures)
        expect(causes.reduce((sum, { persons = 0 }) => sum + persons, 0)).toBe(difference)
  })

  it('tells no more of a figure that is hidden from the other side than that it is', () => {
    const hidden = cell('A', {
      ...{ difference: null, originSide: { value: null, position: 3, stated: 'suppressed' } },
    })
    const round = settled(begun([hidden]))
    const { text } = reviewedReport(round.report, round.cases)
    const reviewed = JSON.parse(text) as ReviewedReport
    expect(reviewed.cases[0]?.figures).toMatchObject([
      { originSays: null, difference: null, causes: [] },
    ])
    expect(text).not.toContain('suppressed')
  })
})

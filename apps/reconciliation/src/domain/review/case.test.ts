// SPDX-License-Identifier: Apache-2.0
import {
  afterCase,
  agree,
  caseAfter,
  counter,
  differ,
  figure,
  notified,
  offer,
  on,
  opening,
  propose,
  revised,
  type CaseStep,
} from './given'

const comment = (audience: 'both' | 'office', corrects: string | null = null): CaseStep[2] => ({
  ...{ do: 'comment', audience, text: 'we looked into it', corrects },
})
const explain: CaseStep[2] = { do: 'explain', causes: ['TIMING'], text: 'registered in January' }
const close: CaseStep[2] = { do: 'close', reason: 'a handful of people' }
const revise = (...figures: ReturnType<typeof revised>[]): CaseStep => [
  on(9),
  '',
  { do: 'revise', figures, dueAt: on(29) },
]
const pass = (day: number): CaseStep => [on(day), '', { do: 'pass' }]

describe('when opened', () => {
  it('both senders are told, and each names its vintage and versions', () => {
    expect(afterCase(...notified.slice(0, 1)).state.status).toBe('open')
    expect(caseAfter()).toMatchObject({
      ...{ status: 'notified', version: 1, dueAt: on(20) },
      basis: { expectation: 4, rules: ['R2 1.0.0'] },
      figures: { F: { origin: { position: 3 }, destination: { position: 5 } } },
    })
  })

  it('there is no second one in its place', () => {
    expect(afterCase(...notified, [on(2), '', { do: 'open', opening }]).then).toEqual([])
  })

  it.each([propose(1), counter(1), agree, differ, explain, close, comment('both')])(
    'a third state settles nothing: %j',
    (act) => {
      expect(afterCase(...notified, [on(2), 'SE', act]).then).toBe('REVIEW_NOT_SIDE')
      expect(afterCase([on(2), 'BE', act]).then).toBe('CASE_UNKNOWN')
    },
  )
})

describe('under review', () => {
  it('each side answers by itself, and one answer says nothing for the other', () => {
    const state = caseAfter([on(2), 'BE', explain])
    expect(state).toMatchObject({ status: 'under-review', acted: ['BE'] })
    expect(Object.keys(state.answers)).toEqual(['BE'])
    expect(caseAfter([on(2), 'BE', explain], [on(3), 'DK', explain])).toMatchObject({
      status: 'under-review',
      acted: ['BE', 'DK'],
    })
  })

  it('propose, counter, agree: both stand behind one figure', () => {
    const state = caseAfter(
      [on(2), 'BE', propose(900)],
      [on(3), 'DK', counter(850)],
      [on(4), 'BE', agree],
    )
    expect(state).toMatchObject({
      status: 'adjustment-agreed',
      figures: {
        F: { state: { status: 'agreed', proposal: { value: 850, by: 'DK' }, agreedBy: 'BE' } },
      },
    })
  })

  it('who proposed last for a side is remembered', () => {
    const state = caseAfter([on(2), 'BE/ann', propose(900)], [on(3), 'DK/bo', counter(850)])
    expect(state.proposers).toMatchObject({
      BE: { person: { person: 'BE/ann' } },
      DK: { person: { person: 'DK/bo' } },
    })
  })

  it('agreed to differ is explained where no part is left over', () => {
    const agreed = (act: CaseStep[2]): string =>
      caseAfter([on(2), 'BE', act], [on(3), 'DK', agree]).status
    expect(agreed(differ)).toBe('explained')
    const causes = [{ cause: 'TIMING', persons: 100 }] as const
    expect(agreed({ ...{ do: 'differ', figure: 'F', value: null, ...offer }, causes })).toBe(
      'agreed-to-differ',
    )
  })

  it('an act on another version than the one that stands is refused', () => {
    const act = { ...agree, answers: 1 } as const
    expect(afterCase(...notified, [on(2), 'BE', propose(9)], [on(3), 'DK', act]).then).toBe(
      'REVIEW_VERSION_STALE',
    )
  })

  it('a figure that is not of the case is refused', () => {
    const act = { ...agree, figure: 'G' } as const
    expect(afterCase(...notified, [on(2), 'BE', act]).then).toBe('CASE_FIGURE_UNKNOWN')
  })

  it('it is closed as not material when every side says so', () => {
    expect(afterCase(...notified, [on(2), 'BE', close]).then).toEqual(['closing-asked'])
    expect(afterCase(...notified, [on(2), 'BE', close], [on(3), 'BE', close]).then).toEqual([])
    const state = caseAfter([on(2), 'BE', close], [on(3), 'DK', close])
    expect(state).toMatchObject({
      status: 'closed-not-material',
      figures: {
        F: {
          state: {
            status: 'agreed-to-differ',
            proposal: { causes: [{ cause: 'UNEXPLAINED', persons: 300 }] },
          },
        },
      },
    })
  })

  it('whoever goes on settling figures does not want it closed', () => {
    const state = caseAfter([on(2), 'BE', close], [on(3), 'BE', propose(900)], [on(4), 'DK', close])
    expect(state.status).toBe('under-review')
  })

  it('what is settled is opened again by a counter-proposal, or where a report is returned', () => {
    const agreed: readonly CaseStep[] = [
      [on(2), 'BE', propose(900)],
      [on(3), 'DK', agree],
    ]
    expect(caseAfter(...agreed, [on(4), 'BE', counter(800)])).toMatchObject({
      ...{ status: 'under-review', figures: { F: { state: { status: 'countered' } } } },
    })
    const give: CaseStep[2] = { do: 'reopen', figures: [], reason: 'a slip' }
    expect(caseAfter(...agreed, [on(4), 'DK', give])).toMatchObject({
      ...{ status: 'under-review', figures: { F: { state: { status: 'open' } } } },
    })
  })
})

describe('comments', () => {
  it('for the own office are no answer and change nothing that the other side can see', () => {
    const before = caseAfter()
    const { comments, ...after } = caseAfter([on(2), 'BE', comment('office')])
    expect(after).toEqual({ ...before, comments: undefined })
    expect(comments.map(({ id }) => id)).toEqual(['BE-STAT-1'])
    const both = caseAfter([on(2), 'BE', comment('office')], [on(3), 'DK', comment('both')])
    expect(both.comments.map(({ id }) => id)).toEqual(['BE-STAT-1', '1'])
    expect(both).toMatchObject({ status: 'under-review', version: 1, acted: ['DK'] })
  })

  it('are changed by their author for ten minutes, then corrected by a new one', () => {
    const said: CaseStep = [on(2), 'BE/ann', comment('both')]
    const again = (minute: number, who: string): unknown =>
      afterCase(...notified, said, [on(2, minute), who, comment('both', '1')]).then
    expect(again(10, 'BE/ann')).toEqual(['comment-edited'])
    expect(again(11, 'BE/ann')).toEqual(['commented'])
    expect(again(5, 'BE/abe')).toEqual(['commented'])
    expect(again(5, 'DK/bo')).toBe('COMMENT_NOT_OWN')
  })
})

describe('when the term has passed', () => {
  it('who has not acted is reminded a week before the term ends, once; who has acted is not', () => {
    const { facts } = afterCase(...notified, [on(5), 'BE', propose(800)], pass(14))
    expect(facts).toEqual([{ fact: 'reminded', by: null, at: on(13), silent: ['DK'] }])
    expect(afterCase(...notified, pass(14), pass(19)).then).toEqual([])
    expect(afterCase(...notified, pass(12)).then).toEqual([])
    expect(afterCase(...notified, pass(14), pass(21)).then).toEqual(['no-response'])
    const both = [
      [on(5), 'BE', propose(800)],
      [on(6), 'DK', counter(900)],
    ] as const
    expect(afterCase(...notified, ...both, pass(14)).then).toEqual([])
  })

  it('silence is a state, names who was silent, and settles nothing', () => {
    const state = caseAfter([on(2), 'BE', propose(900)], pass(21))
    expect(state).toMatchObject({
      ...{ status: 'no-response', silent: ['DK'] },
      figures: { F: { state: { status: 'proposed' } } },
    })
    expect(caseAfter(pass(21)).silent).toEqual(['BE', 'DK'])
    expect(afterCase(...notified, pass(21), pass(22)).then).toEqual([])
  })

  it('a late answer is heard', () => {
    expect(caseAfter([on(2), 'BE', explain], pass(21), [on(22), 'DK', explain])).toMatchObject({
      ...{ status: 'under-review', silent: [] },
    })
    expect(caseAfter(pass(21), [on(22), 'DK', explain])).toMatchObject({
      ...{ status: 'no-response', silent: ['BE'] },
    })
  })

  it('where both have answered, nobody was silent', () => {
    const both: readonly CaseStep[] = [
      [on(2), 'BE', explain],
      [on(3), 'DK', explain],
    ]
    expect(afterCase(...notified, ...both, pass(21)).then).toEqual([])
  })
})

describe('a new vintage', () => {
  const agreed: readonly CaseStep[] = [
    [on(2), 'BE', propose(900)],
    [on(3), 'DK', agree],
  ]

  it('that puts a figure right corrects the case, and says which message did', () => {
    const { then, facts, state } = afterCase(...notified, revise(revised()))
    expect(then).toEqual(['figure-corrected'])
    expect(facts).toMatchObject([{ figure: 'F', position: 9 }])
    expect(state).toMatchObject({
      ...{ status: 'corrected', figures: { F: { origin: { value: 720, position: 9 } } } },
    })
  })

  it('that still differs reopens what it touches, with a new term', () => {
    const { then, state } = afterCase(...notified, ...agreed, revise(revised({ matters: true })))
    expect(then).toEqual(['figure-reopened', 'reopened'])
    expect(state).toMatchObject({
      ...{
        status: 'reopened',
        dueAt: on(29),
        acted: [],
        figures: { F: { state: { status: 'open' } } },
      },
    })
  })

  it('with the same figure on both sides carries over what was agreed', () => {
    const { origin } = figure
    const same = revised({ origin: { ...origin, position: 9 }, difference: 300, matters: true })
    const { then, state } = afterCase(...notified, ...agreed, revise(same))
    expect([then, state.status]).toEqual([[], 'adjustment-agreed'])
  })

  it('with another definition of the same figure is another input', () => {
    const origin = { ...figure.origin, stated: 'a survey' }
    expect(
      afterCase(...notified, ...agreed, revise(revised({ origin, matters: true }))).then,
    ).toEqual(['figure-reopened', 'reopened'])
  })

  it('adds what has to be answered for now', () => {
    const more = revised({ key: 'G', matters: true })
    expect(afterCase(...notified, ...agreed, revise(more)).then).toEqual([
      'figure-added',
      'reopened',
    ])
    expect(afterCase(...notified, revise(revised({ key: 'G' }))).then).toEqual([])
  })
})

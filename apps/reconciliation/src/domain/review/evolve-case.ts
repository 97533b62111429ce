// SPDX-License-Identifier: Apache-2.0
import type { CaseFact, CaseFactOf } from './case-acts'
import { endingOf, isOver, type CaseState, type ReviewCase } from './case-state'
import { isSettled, type CaseFigure, type FigureState } from './figure'
import { completeCauses } from './named-cause'
import { reminderAt } from './review-terms'

/** Where a case stands after a fact. */
export function evolveCase(state: CaseState, happened: CaseFact): CaseState {
  if (happened.fact === 'opened') return opened(happened)
  if (state.status === 'none') return state
  switch (happened.fact) {
    case 'notified':
      return { ...state, status: 'notified' }
    case 'figure-proposed':
    case 'figure-countered':
    case 'figure-agreed':
    case 'figure-agreed-to-differ':
    case 'figure-returned':
      return settledFurther(state, happened)
    case 'figure-corrected':
    case 'figure-reopened':
    case 'figure-added':
      return revised(state, happened)
    case 'reopened':
      return {
        ...state,
        status: 'reopened',
        dueAt: happened.dueAt,
        remindAt: reminderAt(happened.at, happened.dueAt),
        acted: [],
        silent: [],
        closing: [],
      }
    case 'answered':
      return moved(
        { ...state, answers: { ...state.answers, [happened.by ?? '']: happened.answer } },
        happened,
      )
    case 'closing-asked':
      return moved({ ...state, closing: [...state.closing, happened.by ?? ''] }, happened)
    case 'closed':
      return closed(state, happened)
    case 'reminded':
      return { ...state, remindAt: null }
    case 'no-response':
      return { ...state, status: 'no-response', silent: happened.silent }
    case 'commented':
      return commented(state, happened)
    case 'comment-edited':
      return state
  }
}

function opened({ at, opening }: CaseFactOf<'opened'>): ReviewCase {
  const { figures, ...known } = opening
  return {
    ...known,
    status: 'open',
    version: 1,
    openedAt: at,
    remindAt: reminderAt(at, known.dueAt),
    figures: Object.fromEntries(figures.map((figure) => [figure.key, figure])),
    ...{ answers: {}, acted: [], closing: [], proposers: {}, comments: [], silent: [] },
  }
}

function settledFurther(
  state: ReviewCase,
  happened: CaseFactOf<
    | 'figure-proposed'
    | 'figure-countered'
    | 'figure-agreed'
    | 'figure-agreed-to-differ'
    | 'figure-returned'
  >,
): ReviewCase {
  const figure = state.figures[happened.figure]
  if (figure === undefined) return state
  const { by, at } = happened
  const proposers =
    'person' in happened && by !== null
      ? { ...state.proposers, [by]: { person: happened.person, at } }
      : state.proposers
  const to = figureAfter(figure.state, happened)
  return moved({ ...withFigure(state, { ...figure, state: to }), proposers, closing: [] }, happened)
}

function figureAfter(
  before: FigureState,
  happened: Parameters<typeof settledFurther>[1],
): FigureState {
  switch (happened.fact) {
    case 'figure-proposed':
      return { status: 'proposed', proposal: happened.proposal }
    case 'figure-countered':
      return { status: 'countered', proposal: happened.proposal }
    case 'figure-returned':
      return { status: 'open' }
    case 'figure-agreed':
    case 'figure-agreed-to-differ': {
      if (!('proposal' in before)) return before
      const status = happened.fact === 'figure-agreed' ? 'agreed' : 'agreed-to-differ'
      const { proposal } = before
      return { status, proposal, agreedBy: happened.by ?? '', agreedAt: happened.at }
    }
  }
}

// A correction and a reopening are of the hub: no side has acted by them.
function revised(
  state: ReviewCase,
  { fact, revised: found }: CaseFactOf<'figure-corrected' | 'figure-reopened' | 'figure-added'>,
): ReviewCase {
  const { key, origin, destination, difference, sides } = found
  const to: FigureState = { status: fact === 'figure-corrected' ? 'within-tolerance' : 'open' }
  const after = withFigure(state, { key, origin, destination, difference, sides, state: to })
  const known = [...new Set([...state.sides, ...sides])]
  return standing({ ...after, sides: known, version: state.version + 1 })
}

function closed(state: ReviewCase, happened: CaseFactOf<'closed'>): ReviewCase {
  const { by, at, reason } = happened
  const [first = by ?? ''] = state.closing
  const figures = Object.values(state.figures).map((figure): CaseFigure => {
    if (isSettled(figure.state)) return figure
    const rest = completeCauses([], figure.difference)
    const causes = rest.ok && figure.difference !== null ? rest.value : [unexplained]
    const proposal = { value: null, causes, adjustment: null, reason, by: first, at }
    return {
      ...figure,
      state: { status: 'agreed-to-differ', proposal, agreedBy: by ?? '', agreedAt: at },
    }
  })
  const after = { ...state, figures: Object.fromEntries(figures.map((one) => [one.key, one])) }
  return moved({ ...after, closing: state.sides }, happened)
}

const unexplained = { cause: 'UNEXPLAINED', persons: null } as const

function commented(state: ReviewCase, happened: CaseFactOf<'commented'>): ReviewCase {
  const { id, audience, by, office, person, at } = happened
  const comments = [...state.comments, { id, audience, by: by ?? '', office, person, at }]
  const after = { ...state, comments }
  // What only the own office reads is no answer, and must not show.
  return audience === 'both' ? standing(actedBy(after, by)) : after
}

function withFigure(state: ReviewCase, figure: CaseFigure): ReviewCase {
  return { ...state, figures: { ...state.figures, [figure.key]: figure } }
}

/** After what a side did: it has acted, and the case is another version. */
function moved(state: ReviewCase, { by }: CaseFact): ReviewCase {
  return standing({ ...actedBy(state, by), version: state.version + 1 })
}

function actedBy(state: ReviewCase, by: string | null): ReviewCase {
  if (by === null) return state
  const acted = state.acted.includes(by) ? state.acted : [...state.acted, by]
  return { ...state, acted, silent: state.silent.filter((side) => side !== by) }
}

function standing(state: ReviewCase): ReviewCase {
  if (isOver(state)) return { ...state, status: endingOf(state) }
  if (state.silent.length > 0) return { ...state, status: 'no-response' }
  return state.acted.length > 0 ? { ...state, status: 'under-review' } : state
}

// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Decider, type Outcome } from '@corridor/kernel'
import type {
  CaseCommand,
  CaseCommandTo,
  CaseDecided,
  CaseFact,
  FigureCommand,
  PersonCommand,
  RevisedFigure,
} from './case-acts'
import { isOver, type CaseState, type ReviewCase } from './case-state'
import { decideComment } from './decide-comment'
import { evolveCase } from './evolve-case'
import { moveFigure, type CaseFigure, type SideOfFigure } from './figure'
import type { ReviewRefusal } from './refusals'

/** The life of one case. */
export const caseDecider: Decider<CaseCommand, CaseState, CaseFact, ReviewRefusal> = {
  initial: { status: 'none' },
  decide,
  evolve: evolveCase,
}

/** Decides an act. What the clock had made of the case by then has happened first: a term passes, and nothing is agreed by it. */
function decide(command: CaseCommand, before: CaseState): CaseDecided {
  const due = dueFacts(before, command.at)
  const decided = decideNow(command, due.reduce(evolveCase, before))
  return decided.ok ? accept([...due, ...decided.value]) : decided
}

function decideNow(command: CaseCommand, state: CaseState): CaseDecided {
  if (command.do === 'open')
    return accept(
      state.status === 'none'
        ? [{ fact: 'opened', by: null, at: command.at, opening: command.opening }]
        : [],
    )
  if (state.status === 'none')
    return refuse('CASE_UNKNOWN', 'there is no such case, or it is not shared with you')
  switch (command.do) {
    case 'notify':
      return accept(state.status === 'open' ? [{ fact: 'notified', by: null, at: command.at }] : [])
    case 'pass':
      return accept([])
    case 'revise':
      return accept(decideRevision(command, state))
    case 'reopen':
      return decideReopening(command, state)
    case 'comment':
      return notSide(command.by, state) ?? decideComment(command, state)
    case 'propose':
    case 'counter':
    case 'differ':
    case 'agree':
    case 'explain':
    case 'close':
      return notSide(command.by, state) ?? decideOfSide(command, state)
  }
}

function notSide(by: string, { sides, id }: ReviewCase): Outcome<never, ReviewRefusal> | undefined {
  return sides.includes(by)
    ? undefined
    : refuse('REVIEW_NOT_SIDE', `${by} reports none of the figures of case ${id}`)
}

function decideOfSide(command: PersonCommand, state: ReviewCase): CaseDecided {
  if (command.answers !== state.version)
    return refuse(
      'REVIEW_VERSION_STALE',
      `case ${state.id} is at version ${String(state.version)}, the act answers version ${String(command.answers)}`,
    )
  const { by, at } = command
  switch (command.do) {
    case 'explain': {
      const { causes, text } = command
      return accept([{ fact: 'answered', by, at, answer: { causes, text, at } }])
    }
    case 'close':
      return decideClose(command, state)
    case 'propose':
    case 'counter':
    case 'differ':
    case 'agree':
      return decideFigure(command, state)
  }
}

function decideClose({ by, at, reason }: CaseCommandTo<'close'>, state: ReviewCase): CaseDecided {
  if (isOver(state)) return refuse('REVIEW_NOT_NOW', `case ${state.id} is ${state.status} already`)
  // A repeated wish is a lost answer. Only what each side has said itself closes a case.
  if (state.closing.includes(by)) return accept([])
  const asked: CaseFact = { fact: 'closing-asked', by, at, reason }
  const all = state.sides.every((side) => side === by || state.closing.includes(side))
  return accept(all ? [asked, { fact: 'closed', by, at, reason }] : [asked])
}

function decideFigure(command: FigureCommand, state: ReviewCase): CaseDecided {
  const figure = state.figures[command.figure]
  if (figure === undefined)
    return refuse('CASE_FIGURE_UNKNOWN', `case ${state.id} has no figure ${command.figure}`)
  const { by, at, person, figure: key } = command
  const next = moveFigure(actOf(command), figure)
  if (!next.ok) return next
  const to = next.value
  switch (to.status) {
    case 'proposed':
    case 'countered':
      return accept([
        { fact: `figure-${to.status}`, by, at, person, figure: key, proposal: to.proposal },
      ])
    case 'agreed':
    case 'agreed-to-differ':
      return accept([{ fact: `figure-${to.status}`, by, at, figure: key }])
    case 'open':
    case 'within-tolerance':
      return accept([])
  }
}

function actOf(command: FigureCommand): Parameters<typeof moveFigure>[0] {
  const { by, at } = command
  if (command.do === 'agree') return { do: 'agree', by, at }
  const { do: verb, value, causes, adjustment, reason } = command
  return { do: verb, value: verb === 'differ' ? null : value, causes, adjustment, reason, by, at }
}

function decideReopening(
  { by, at, figures, reason }: CaseCommandTo<'reopen'>,
  state: ReviewCase,
): CaseDecided {
  const named = figures.length === 0 ? Object.keys(state.figures) : figures
  const settled = named.filter((key) => {
    const status = state.figures[key]?.state.status
    return status === 'agreed' || status === 'agreed-to-differ'
  })
  return accept(settled.map((figure) => ({ fact: 'figure-returned', by, at, figure, reason })))
}

/** A new vintage opens again what it touches. Where both inputs are as they were, what was said and agreed is carried over. */
function decideRevision(
  { at, figures, dueAt }: CaseCommandTo<'revise'>,
  state: ReviewCase,
): readonly CaseFact[] {
  const facts = figures.flatMap((revised) => {
    const fact = revisionOf(revised, state.figures[revised.key])
    if (fact === undefined) return []
    const position = newest(revised)
    return [{ fact, by: null, at, figure: revised.key, revised, position }]
  })
  const again = facts.some(({ fact }) => fact !== 'figure-corrected')
  return again ? [...facts, { fact: 'reopened', by: null, at, dueAt }] : facts
}

function revisionOf(
  revised: RevisedFigure,
  known: CaseFigure | undefined,
): 'figure-corrected' | 'figure-reopened' | 'figure-added' | undefined {
  if (known === undefined) return revised.matters ? 'figure-added' : undefined
  if (isSame(revised.origin, known.origin) && isSame(revised.destination, known.destination))
    return undefined
  if (revised.matters) return 'figure-reopened'
  return known.state.status === 'within-tolerance' ? undefined : 'figure-corrected'
}

function isSame(one: SideOfFigure, other: SideOfFigure): boolean {
  return one.value === other.value && one.stated === other.stated
}

function newest({ origin, destination }: RevisedFigure): number | null {
  const positions = [origin.position, destination.position].filter((one) => one !== null)
  return positions.length === 0 ? null : Math.max(...positions)
}

/**
 * What the clock alone has made of a case by an instant: who was reminded before its term passed, and who was silent then. Silence
 * settles nothing.
 */
export function dueFacts(state: CaseState, at: string): readonly CaseFact[] {
  const due = caseDueAt(state)
  if (state.status === 'none' || due === null || at < due) return []
  const silent = state.sides.filter((side) => !state.acted.includes(side))
  if (at >= state.dueAt) return [{ fact: 'no-response', by: null, at: state.dueAt, silent }]
  return [{ fact: 'reminded', by: null, at: due, silent }]
}

/** The first instant at which the clock alone changes a case; null where it does not. */
export function caseDueAt(state: CaseState): string | null {
  if (state.status === 'none' || state.status === 'no-response') return null
  if (isOver(state) || state.sides.every((side) => state.acted.includes(side))) return null
  return state.remindAt ?? state.dueAt
}

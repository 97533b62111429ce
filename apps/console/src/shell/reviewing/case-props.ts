// SPDX-License-Identifier: Apache-2.0
import { decideAct } from '@corridor/message'
import {
  isMovable,
  openCaseActs,
  openFigureActs,
  type FigureAct,
} from '../../domain/review-acts-open'
import type {
  CaseAbout,
  CaseActName,
  CaseFigure,
  CaseLine,
  CaseProps,
  CaseStanding,
  FigureStanding,
  OpenPage,
  Proposal,
  SideOfCase,
  SuggestedCause,
} from '../../views'
import type { Edge } from '../edge'
import { frameOf } from '../frame'
import { placesOf } from '../page-props'
import { saidBy } from '../pairs-reading'
import { agreementsOf } from '../reading'
import * as review from '../review-reading'
import type { Reader } from '../send-page'
import { commentsOf, moveOf } from './moves'
import { caseActHref, caseHref, placeOfFigure, reportHref, type Names } from './places'

/** What the page of a case is asked for. */
export interface CaseAsked {
  readonly id: string
  /** Key of the figure to show in full; null: the first. */
  readonly figure: string | null
  readonly done: boolean
}

/** The page of one case, or null where there is none for this reader. */
export async function caseProps(
  edge: Edge,
  reader: Reader,
  { id, figure, done }: CaseAsked,
): Promise<CaseProps | null> {
  const { actor } = reader
  const row = await review.caseOf(edge.store, actor, id)
  if (row === null) return null
  const { agreement, period } = row
  const [names, agreements, report] = await Promise.all([
    placesOf(edge),
    agreementsOf(edge.store, actor),
    review.reviewOf(edge.store, actor, { agreement, period, version: null }),
  ])
  const terms = agreements.find((one) => one.id === agreement)?.terms
  const mayMove = report !== null && isMovable(report)
  const known = { names, mayAct: mayMove ? actorWho(reader) : null }
  const place = encodeURIComponent(agreement)
  return {
    ...{ frame: frameOf(edge, actor), line: lineOf(row, names, edge.clock()), done },
    title: terms?.title ?? agreement,
    corridor: terms === undefined ? null : `/corridors/${place}`,
    report: reportHref(agreement, period),
    basis: row.basis,
    suggested: suggestedOf(row),
    sides: row.sides.map((code) => sideOf(row, code, names)),
    figures: Object.values(row.cells).map((cell) => figureOf(row, cell, known)),
    selected: figure,
    comments: commentsOf(row.events, names),
    moves: row.events.map((event) => moveOf(event, names, row.contract)),
    mayDo: mayDo(row, reader, mayMove),
    command: `corridor cases show ${row.id}`,
  }
}

/** The participant for which a person can act on cases; null where it cannot. */
function actorWho({ person, actor }: Reader): string | null {
  return person !== null && decideAct(actor, 'review').ok ? actor.participant : null
}

function mayDo(
  row: review.CaseRow,
  reader: Reader,
  mayMove: boolean,
): readonly OpenPage<CaseActName>[] | null {
  if (reader.person === null) return null
  const who = actorWho(reader)
  if (who === null) return []
  const acts = openCaseActs({ ...row, isMovable: mayMove }, who)
  return acts.map((act) => ({ act, href: caseActHref(row.id, act) }))
}

/** A case as a list shows it. */
export function lineOf(row: review.CaseLine, names: Names, now: Date): CaseLine {
  const { id, agreement, period, figures, unsettled, dueAt } = row
  return {
    ...{ id, agreement, period, figures, unsettled, dueAt },
    href: caseHref(id),
    about: aboutOf(row, names),
    // The states of the review are the same words in both rooms; `views` has a sentence for each.
    standing: row.status as CaseStanding,
    waitsFor: row.waiting.map(names),
    isLate: unsettled > 0 && Date.parse(dueAt) < now.getTime(),
  }
}

function aboutOf({ about }: review.CaseLine, names: Names): CaseAbout {
  const { kind, origin = '', destination = '', reporter = '' } = about
  return kind === 'reporter'
    ? { kind: 'reporter', reporter: names(reporter) }
    : { kind: 'corridor', origin: names(origin), destination: names(destination) }
}

function sideOf(row: review.CaseRow, code: string, names: Names): SideOfCase {
  const { about, answers, silent, closing } = row
  const role = about.origin === code ? 'origin' : 'destination'
  return {
    side: names(code),
    role: about.kind === 'reporter' ? null : role,
    answer: answers[code] ?? null,
    isSilent: silent.includes(code),
    isClosing: closing.includes(code),
  }
}

/** A figure of a case, with what whoever may act can do about it. */
export function figureOf(
  { id, contract }: Pick<review.CaseRow, 'id' | 'contract'>,
  cell: review.CaseFigureRow,
  { names, mayAct }: { readonly names: Names; readonly mayAct: string | null },
): CaseFigure {
  const { key, state, sides } = cell
  const proposal = state.proposal === undefined ? null : proposalOf(state.proposal, names)
  const situation = { sides, status: state.status, proposedBy: state.proposal?.by ?? null }
  const acts: readonly FigureAct[] = mayAct === null ? [] : openFigureActs(situation, mayAct)
  return {
    ...placeOfFigure(key, contract, names),
    ...{ key, proposal, difference: cell.difference, standing: state.status as FigureStanding },
    originSays: saidBy(cell.origin.value, cell.origin.position),
    destinationSays: saidBy(cell.destination.value, cell.destination.position),
    agreed:
      state.agreedBy === undefined
        ? null
        : { by: names(state.agreedBy), at: state.agreedAt ?? proposal?.at ?? '' },
    suggested: suggestedOf(cell),
    mayDo: acts.map((act) => ({ act, href: caseActHref(id, act, key) })),
    href: `${caseHref(id)}?figure=${encodeURIComponent(key)}`,
  }
}

function suggestedOf({
  proposedCauses,
}: Pick<review.CaseRow, 'proposedCauses'>): readonly SuggestedCause[] {
  return proposedCauses.map(({ cause, evidence, persons }) => ({ cause, evidence, persons }))
}

function proposalOf(
  { by, ...proposal }: NonNullable<review.CaseFigureRow['state']['proposal']>,
  names: Names,
): Proposal {
  return { ...proposal, by: names(by) }
}

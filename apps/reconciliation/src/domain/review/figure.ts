// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Adjustment } from '@corridor/statistics'
import { completeCauses, type NamedCause } from './named-cause'
import type { ReviewRefusal } from './refusals'

/** What one side says of a figure. */
export interface SideOfFigure {
  /** Persons; null where there is no figure, or none that the other side may see. */
  readonly value: number | null
  /** Where its message stands in the hub's record: the vintage. */
  readonly position: number | null
  /** All else that bears on the comparison (status, interval, definition), as one text: equal texts, equal inputs. */
  readonly stated: string
}

/** What is on the table about a figure. */
export interface Proposal {
  /** Persons that both would stand behind; null: both figures stand, and the sides agree to differ. */
  readonly value: number | null
  /** Their amounts sum to the difference. */
  readonly causes: readonly NamedCause[]
  /** How often it is to be expected, and the last period for which it holds. */
  readonly adjustment: { readonly kind: Adjustment; readonly until: string | null } | null
  readonly reason: string
  readonly by: string
  readonly at: string
}

/** Where a figure stands. */
export type FigureState =
  | { readonly status: 'within-tolerance' }
  | { readonly status: 'open' }
  | { readonly status: 'proposed' | 'countered'; readonly proposal: Proposal }
  | {
      readonly status: 'agreed' | 'agreed-to-differ'
      readonly proposal: Proposal
      readonly agreedBy: string
      readonly agreedAt: string
    }

/** A compared cell that people settle. */
export interface CaseFigure {
  readonly key: string
  readonly origin: SideOfFigure
  readonly destination: SideOfFigure
  /** E − I, persons; null where one of the two is not known. */
  readonly difference: number | null
  /** The two participants that report it: nobody else settles it. */
  readonly sides: readonly [string, string]
  readonly state: FigureState
}

/** What a person of one of its sides does about a figure. */
export type FigureAct =
  | ({ readonly do: 'propose' | 'counter' | 'differ' } & Offer)
  | { readonly do: 'agree'; readonly by: string; readonly at: string }

type Offer = Omit<Proposal, 'causes'> & { readonly causes: readonly NamedCause[] }

/** True where nothing is left to be settled. */
export function isSettled({ status }: FigureState): boolean {
  return status === 'within-tolerance' || status === 'agreed' || status === 'agreed-to-differ'
}

/**
 * Where an act moves a figure. A side answers the other's proposal by a counter-proposal, by saying that both figures stand, or by
 * agreeing; it never agrees to its own. A counter-proposal reopens what was agreed. Silence does nothing.
 */
export function moveFigure(
  act: FigureAct,
  figure: CaseFigure,
): Outcome<FigureState, ReviewRefusal> {
  if (!figure.sides.includes(act.by))
    return refuse('REVIEW_NOT_SIDE', `${act.by} does not report ${figure.key}`)
  return act.do === 'agree' ? agreeTo(act, figure) : offer(act, figure)
}

function agreeTo(
  { by, at }: Extract<FigureAct, { do: 'agree' }>,
  { state, key }: CaseFigure,
): Outcome<FigureState, ReviewRefusal> {
  if (state.status !== 'proposed' && state.status !== 'countered')
    return notNow(key, state, 'there is no proposal to agree to')
  const { proposal } = state
  if (proposal.by === by)
    return refuse(
      'REVIEW_OWN_PROPOSAL',
      `${by} made the proposal about ${key}: the other side agrees`,
    )
  const status = proposal.value === null ? 'agreed-to-differ' : 'agreed'
  return accept({ status, proposal, agreedBy: by, agreedAt: at })
}

function offer(
  { do: verb, ...offered }: Extract<FigureAct, { do: 'propose' | 'counter' | 'differ' }>,
  figure: CaseFigure,
): Outcome<FigureState, ReviewRefusal> {
  const status = statusOffered(verb, offered.by, figure)
  if (!status.ok) return status
  if (offered.value === null && offered.causes.length === 0)
    return refuse('CAUSE_REQUIRED', `both figures of ${figure.key} stand only with a cause`)
  const causes = completeCauses(offered.causes, figure.difference)
  if (!causes.ok) return causes
  return accept({ status: status.value, proposal: { ...offered, causes: causes.value } })
}

function statusOffered(
  verb: 'propose' | 'counter' | 'differ',
  by: string,
  { state, key }: CaseFigure,
): Outcome<'proposed' | 'countered', ReviewRefusal> {
  switch (state.status) {
    case 'within-tolerance':
      return notNow(key, state, 'there is nothing to settle')
    case 'open':
      return verb === 'counter'
        ? notNow(key, state, 'there is no proposal to answer')
        : accept('proposed')
    case 'proposed':
    case 'countered':
      if (state.proposal.by !== by)
        return verb === 'propose'
          ? notNow(key, state, 'answer it by a counter-proposal')
          : accept('countered')
      // A side may change its own proposal; to answer it is the other's.
      return verb === 'counter'
        ? refuse('REVIEW_OWN_PROPOSAL', `${by} made the proposal about ${key}: propose anew`)
        : accept(state.status)
    case 'agreed':
    case 'agreed-to-differ':
      return verb === 'propose'
        ? notNow(key, state, 'only a counter-proposal reopens it')
        : accept('countered')
  }
}

function notNow(key: string, { status }: FigureState, why: string): Outcome<never, ReviewRefusal> {
  return refuse('REVIEW_NOT_NOW', `${key} is ${status}: ${why}`)
}

// SPDX-License-Identifier: Apache-2.0
import type { ActSigner } from '@corridor/message'
import type { Cause, ProposedCause } from '@corridor/statistics'
import { isSettled, type CaseFigure } from './figure'
import { isExplained } from './named-cause'

/** What a case is about: one direction of a corridor, or a reporter whose figures moved together. */
export type CaseAbout =
  | {
      readonly kind: 'corridor'
      readonly origin: string
      readonly destination: string
      readonly contract: string
    }
  | {
      readonly kind: 'reporter'
      readonly reporter: string
      /** As what it broke: its figures as an origin, or as a destination. */
      readonly role: 'origin' | 'destination'
      readonly contract: string
    }

/** By which versions of rules and factors its figures were judged. */
export interface CaseBasis {
  /** Of the expectation; null where there was none yet. */
  readonly expectation: number | null
  /** Ids and versions of the rules by which definitions were brought together. */
  readonly rules: readonly string[]
}

/** One side's own words about a case. */
export interface Answer {
  readonly causes: readonly Cause[]
  readonly text: string
  readonly at: string
}

/** Who may read a comment. */
export type Audience = 'both' | 'office'

/** A comment without its words: who may correct it, and until when. */
export interface CommentMark {
  /** Comments for all are numbered apart from an office's own, or gaps would tell of those. */
  readonly id: string
  readonly audience: Audience
  readonly by: string
  readonly office: string
  readonly person: ActSigner
  readonly at: string
}

/** Where people are at work on a case; `no-response`: its term has passed and somebody had not answered. */
export type OpenCaseStatus = 'open' | 'notified' | 'under-review' | 'no-response' | 'reopened'

/** How a case can end. A new vintage or a counter-proposal begins it again. */
export type CaseEnding =
  'explained' | 'corrected' | 'adjustment-agreed' | 'agreed-to-differ' | 'closed-not-material'

/** A case: figures of one agreement and period that somebody has to answer for. */
export interface ReviewCase {
  readonly status: OpenCaseStatus | CaseEnding
  readonly id: string
  readonly agreement: string
  readonly period: string
  readonly about: CaseAbout
  readonly basis: CaseBasis
  /** What suggests that a reporter broke; of a corridor's figures each has causes of its own. People decide. */
  readonly proposed: readonly ProposedCause[]
  /** The participants that report its figures. */
  readonly sides: readonly string[]
  /** How often it has changed: an act names the one that it answers. Comments do not count, or an office's own would show. */
  readonly version: number
  readonly openedAt: string
  readonly dueAt: string
  /** When sides that have not acted are reminded; null once they were, and in cases from before there were reminders. */
  readonly remindAt: string | null
  readonly figures: Readonly<Record<string, CaseFigure>>
  /** Of each side that has answered. */
  readonly answers: Readonly<Record<string, Answer>>
  /** Sides that have acted since it was opened or reopened. */
  readonly acted: readonly string[]
  /** Sides that hold it for not material. */
  readonly closing: readonly string[]
  /** Of each side, the person who proposed last. */
  readonly proposers: Readonly<Record<string, { readonly person: ActSigner; readonly at: string }>>
  readonly comments: readonly CommentMark[]
  /** Sides that had not acted when its term had passed. */
  readonly silent: readonly string[]
}

/** Where a case stands, or that there is none. */
export type CaseState = { readonly status: 'none' } | ReviewCase

/** True where every figure of a case is settled. */
export function isOver({ figures }: ReviewCase): boolean {
  return Object.values(figures).every(({ state }) => isSettled(state))
}

/** How many figures of a case are not settled. */
export function unsettled({ figures }: ReviewCase): number {
  return Object.values(figures).filter(({ state }) => !isSettled(state)).length
}

/** How a case has ended by what its figures came to: a figure that was put right is as little a consent as silence. */
export function endingOf({ figures, closing, sides }: ReviewCase): CaseEnding {
  if (closing.length === sides.length) return 'closed-not-material'
  const states = Object.values(figures).map(({ state }) => state)
  if (states.some(({ status }) => status === 'agreed')) return 'adjustment-agreed'
  const differ = states.flatMap((state) => (state.status === 'agreed-to-differ' ? [state] : []))
  if (differ.length === 0) return 'corrected'
  return differ.every(({ proposal }) => isExplained(proposal.causes))
    ? 'explained'
    : 'agreed-to-differ'
}

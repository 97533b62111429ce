// SPDX-License-Identifier: Apache-2.0
// What the pages of cases show.
import type { ReviewedReport } from '@corridor/contracts'
import type { Frame, Place, Said } from './props'

type SignedCase = ReviewedReport['cases'][number]

/** Where a case stands: people are at work on it, or how it ended. */
export type CaseStanding = SignedCase['status']

/** Where a figure of a case stands. */
export type FigureStanding = SignedCase['figures'][number]['status']

/** One direction of a corridor, or everything that one participant reports. */
export type CaseAbout =
  | { readonly kind: 'corridor'; readonly origin: Place; readonly destination: Place }
  | { readonly kind: 'reporter'; readonly reporter: Place }

/** A case in a list. */
export interface CaseLine {
  readonly id: string
  readonly href: string
  readonly about: CaseAbout
  readonly agreement: string
  readonly period: string
  readonly standing: CaseStanding
  readonly figures: number
  /** Figures that are not settled. */
  readonly unsettled: number
  /** Sides for whom a figure or a proposal waits. */
  readonly waitsFor: readonly Place[]
  readonly dueAt: string
  readonly isLate: boolean
}

/** Which cases a list shows; the address holds it. */
export interface CaseFilter {
  /** "" is every one. */
  readonly agreement: string
  /** "" is every one. */
  readonly period: string
  readonly show: 'open' | 'ours' | 'settled' | 'all'
}

/** The list of cases that the reader may see. */
export interface CasesProps {
  readonly frame: Frame
  readonly filter: CaseFilter
  /** Agreements of which there are cases. */
  readonly agreements: readonly string[]
  /** Periods of which there are cases, the newest first. */
  readonly periods: readonly string[]
  /** Those that the filter lets through, of this page. */
  readonly cases: readonly CaseLine[]
  /** How many the filter lets through, and how many there are. */
  readonly found: number
  readonly all: number
  /** How many are not settled, and how many of those wait for the reader's side. */
  readonly unsettled: number
  readonly ours: number
  /** Address of the next page of the list; null on the last one. */
  readonly next: string | null
}

/** A cause with its part of the difference in persons, sign kept; null where the difference is hidden. */
export interface NamedCause {
  readonly cause: string
  readonly persons: number | null
}

/** A cause that the hub proposes, with what in the figures suggests it. */
export interface SuggestedCause extends NamedCause {
  readonly evidence: string
}

/** What is on the table about a figure; `value` null: both figures stand. */
export interface Proposal {
  readonly value: number | null
  readonly causes: readonly NamedCause[]
  readonly adjustment: { readonly kind: string; readonly until: string | null } | null
  readonly reason: string
  readonly by: Place
  readonly at: string
}

/** Something that the reader can do on a page of its own. */
export interface OpenPage<Act extends string> {
  readonly act: Act
  readonly href: string
}

/** What people do about a case, by the name that the contract gives it. */
export type CaseActName =
  'propose' | 'counter' | 'differ' | 'agree' | 'explain' | 'comment' | 'close'

/** One figure of a case. */
export interface CaseFigure {
  readonly key: string
  /** "Women, 25 to 29 years"; null for the total. */
  readonly breakdown: string | null
  readonly origin: Place
  readonly destination: Place
  readonly originSays: Said
  readonly destinationSays: Said
  /** Origin minus destination; null where one is not known. */
  readonly difference: number | null
  readonly standing: FigureStanding
  readonly proposal: Proposal | null
  readonly agreed: { readonly by: Place; readonly at: string } | null
  /** What the pattern of the figures suggests, the likeliest first; people decide. */
  readonly suggested: readonly SuggestedCause[]
  readonly mayDo: readonly OpenPage<CaseActName>[]
  readonly href: string
}

/** One side's own words about a case. */
export interface SideOfCase {
  readonly side: Place
  /** What it is to a corridor; null in a case about a reporter. */
  readonly role: 'origin' | 'destination' | null
  readonly answer: {
    readonly causes: readonly string[]
    readonly text: string
    readonly at: string
  } | null
  readonly isSilent: boolean
  /** True where it holds the case for not material. */
  readonly isClosing: boolean
}

/** A comment as it reads now. */
export interface CaseComment {
  readonly id: string
  readonly by: Place
  readonly at: string
  readonly text: string
  readonly audience: 'both' | 'office'
  /** The comment that it corrects; null where it is none. */
  readonly corrects: string | null
  readonly isEdited: boolean
}

/** One line of what has happened; `by` null is the hub. */
export interface Move {
  readonly number: number
  readonly fact: string
  readonly by: Place | null
  readonly at: string
  /** Words that were given with it, such as a reason. */
  readonly words: string
  /** The figure that it is about; null where it is about the whole. */
  readonly figure: string | null
  readonly isSigned: boolean
}

/** The page of one case. */
export interface CaseProps {
  readonly frame: Frame
  readonly line: CaseLine
  readonly title: string
  /** The page of the compared figures, where the reader has one. */
  readonly corridor: string | null
  readonly report: string
  readonly basis: { readonly expectation: number | null; readonly rules: readonly string[] }
  readonly sides: readonly SideOfCase[]
  /** What suggests that a reporter broke; of a corridor's figures each has causes of its own. */
  readonly suggested: readonly SuggestedCause[]
  readonly figures: readonly CaseFigure[]
  /** Key of the figure that is shown in full. */
  readonly selected: string | null
  readonly comments: readonly CaseComment[]
  readonly moves: readonly Move[]
  /** What the reader can do about the whole case; null where the reader has not signed in with a name. */
  readonly mayDo: readonly OpenPage<CaseActName>[] | null
  readonly done: boolean
  readonly command: string
}

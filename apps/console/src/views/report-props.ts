// SPDX-License-Identifier: Apache-2.0
// What the pages of reports show: their review, what the parties sign, and what the hub compared.
import type { FigureStanding, Move, NamedCause, OpenPage, SuggestedCause } from './case-props'
import type { Figure, Frame, Place, Said } from './props'

/** Where a version of a report stands. */
export type ReportStanding =
  | 'compared'
  | 'in-review'
  | 'ready-to-sign'
  | 'signed-by-one'
  | 'signed-by-both'
  | 'released'
  | 'superseded'

/** What signatories do about a report, by the name that the contract gives it. */
export type ReportActName = 'sign' | 'withdraw' | 'return' | 'renew'

/** A version of a report in a list. */
export interface ReviewLine {
  readonly href: string
  readonly agreement: string
  readonly period: string
  readonly version: number
  readonly standing: ReportStanding
  readonly parties: readonly Place[]
  readonly signed: readonly { readonly by: Place; readonly at: string }[]
  readonly dueAt: string
  readonly isLate: boolean
  /** What came after it; it stays valid. */
  readonly mark: 'figures-revised-since' | 'replaced' | null
}

/** The list of reports that the reader may see, the newest version of each. */
export interface ReportsProps {
  readonly frame: Frame
  readonly reports: readonly ReviewLine[]
}

/** A figure that people settled, as it is signed. Persons. */
export interface SettledFigure {
  readonly key: string
  readonly case: string
  readonly caseHref: string
  readonly breakdown: string | null
  readonly origin: Place
  readonly destination: Place
  readonly originSays: Said
  readonly destinationSays: Said
  readonly difference: number | null
  readonly standing: FigureStanding
  /** What both would stand behind; null where there is none. */
  readonly value: number | null
  readonly causes: readonly NamedCause[]
  readonly reason: string
}

/** What the parties sign: counts of figures, and each settled figure. */
export interface Settled {
  readonly agreed: number
  readonly agreedToDiffer: number
  readonly corrected: number
  /** Comparisons for which the committee's budget of cases had no room. */
  readonly notTakenUp: number
  readonly figures: readonly SettledFigure[]
  readonly digest: string
}

/** One compared figure with its four values. Persons; balanced and harmonised figures need not be whole. */
export interface ComparedFigure extends Pick<
  Figure,
  'origin' | 'destination' | 'breakdown' | 'originSays' | 'destinationSays'
> {
  readonly key: string
  readonly originHarmonised: number | null
  readonly destinationHarmonised: number | null
  readonly balanced: number | null
  readonly balancedLower: number | null
  readonly balancedUpper: number | null
  readonly outcome: Figure['judgement']['outcome']
  readonly finding: 'agrees-within-intervals' | 'as-expected' | 'suspect' | 'no-expectation' | null
  readonly matters: boolean
  readonly causes: readonly SuggestedCause[]
}

/** The hub's own report, as far as one page of it goes. */
export interface Compared {
  readonly madeAt: string
  readonly cells: number
  readonly figures: readonly ComparedFigure[]
  readonly from: number
  readonly all: number
  readonly next: string | null
  /** Shares of 1; `achieved` null where the history is too short. */
  readonly falseAlarms: {
    readonly expectation: number
    readonly nominal: number
    readonly achieved: number | null
    readonly history: number
  } | null
  /** Null where the agreement does not ask its parties to commit before they compare. */
  readonly commitments: Committed | null
  /** What was found of the stages of a path; empty where the agreement has no path. */
  readonly stages: readonly Stage[]
}

/** When each party was bound to its figures, when they were open, and who said something else since. */
export interface Committed {
  readonly openedAt: string
  readonly by: 'all-committed' | 'due-date'
  readonly parties: readonly PartyMoment[]
  readonly changedSince: readonly PartyMoment[]
}

/** A party, and when its report was recorded. */
export interface PartyMoment {
  readonly party: Place
  readonly at: string
}

/** A stage of a path, held against the stage before it. Persons; an upper end of null is open. */
export interface Stage {
  readonly clause: string
  readonly stage: string
  readonly after: string
  readonly period: string
  readonly lookedAt: 'period' | 'year' | 'stock'
  readonly outcome: 'in-range' | 'above' | 'below' | 'no-expectation'
  readonly said: Range | null
  readonly expected: Range | null
  readonly basis: 'declared' | 'learnt' | 'stock'
}

/** A closed range of persons, or one that is open above. */
export interface Range {
  readonly lower: number
  readonly upper: number | null
}

/** The page of one version of a report. */
export interface ReportProps {
  readonly frame: Frame
  readonly line: ReviewLine
  readonly title: string
  readonly returned: { readonly by: Place; readonly reason: string } | null
  /** Null while figures are open. */
  readonly settled: Settled | null
  /** Cases of the round that are not settled. */
  readonly openCases: readonly { readonly id: string; readonly href: string }[]
  /** Null where the reader has only what is signed. */
  readonly compared: Compared | null
  readonly moves: readonly Move[]
  /** Address of the signed report as a file; null until all have signed. */
  readonly file: string | null
  readonly mayDo: readonly OpenPage<ReportActName>[] | null
  readonly done: boolean
  readonly command: string
}

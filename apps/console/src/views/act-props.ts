// SPDX-License-Identifier: Apache-2.0
// What the pages show on which people act about cases and reports.
import type { CaseActName, CaseFigure, CaseLine } from './case-props'
import type { Frame } from './props'
import type { ReportActName, ReviewLine, Settled } from './report-props'
import type { ToSign } from './signing-props'

/** What somebody has written into the form of an act, as they wrote it. */
export interface WrittenWords {
  readonly value: string
  readonly causes: readonly { readonly cause: string; readonly persons: string }[]
  readonly reason: string
  readonly text: string
  readonly audience: 'both' | 'office'
  readonly corrects: string
  readonly adjustment: string
  readonly until: string
  readonly figures: readonly string[]
}

/** A field of the form of an act. */
export type ActField = Exclude<keyof WrittenWords, 'audience' | 'figures'>

/** What is not right with a field. */
export interface NotRight {
  readonly field: ActField
  readonly why: 'missing' | 'not-whole' | 'no-cause' | 'twice' | 'two-rests' | 'too-long'
}

/** The page of an act about a case: first its form (`toSign` null), then what is signed. */
export interface CaseActProps {
  readonly frame: Frame
  readonly act: CaseActName
  readonly line: CaseLine
  /** The version of the case that the act answers. */
  readonly answers: number
  readonly figure: CaseFigure | null
  readonly written: WrittenWords
  readonly notRight: readonly NotRight[]
  /** True where somebody changed the case while the reader wrote. */
  readonly isStale: boolean
  readonly toSign: ToSign | null
}

/** The page of an act about a report: its form where it needs words, then what is signed. */
export interface ReportActProps {
  readonly frame: Frame
  readonly act: ReportActName
  readonly line: ReviewLine
  readonly title: string
  readonly settled: Settled | null
  readonly written: WrittenWords
  readonly notRight: readonly NotRight[]
  readonly toSign: ToSign | null
}

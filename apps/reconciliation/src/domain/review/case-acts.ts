// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import type { ActSigner } from '@corridor/message'
import type { Cause } from '@corridor/statistics'
import type { Answer, Audience, ReviewCase } from './case-state'
import type { CaseFigure, Proposal, SideOfFigure } from './figure'
import type { NamedCause } from './named-cause'
import type { ReviewRefusal } from './refusals'

/** A person of a participant, and the instant of the hub's clock as an ISO string. */
export interface ByPerson {
  readonly by: string
  readonly office: string
  /** Who it is, as far as the register tells people apart. */
  readonly person: ActSigner
  readonly at: string
}

/** Names the version of the case that it answers. */
interface Answering {
  readonly answers: number
}

/** What a case is opened with. */
export type Opening = Pick<
  ReviewCase,
  'id' | 'agreement' | 'period' | 'about' | 'basis' | 'proposed' | 'sides' | 'dueAt'
> & { readonly figures: readonly CaseFigure[] }

/** A figure of a case after a new vintage; `matters`: somebody still has to answer for it. */
export interface RevisedFigure {
  readonly key: string
  readonly origin: SideOfFigure
  readonly destination: SideOfFigure
  readonly difference: number | null
  readonly sides: readonly [string, string]
  readonly matters: boolean
}

/** What people, the comparisons (open, notify, revise, return) or the clock (pass) ask of a case. */
export type CaseCommand =
  | { readonly do: 'open'; readonly at: string; readonly opening: Opening }
  | { readonly do: 'notify'; readonly at: string }
  | {
      readonly do: 'revise'
      readonly at: string
      /** Figures of the case that the vintage touches, and new ones. */
      readonly figures: readonly RevisedFigure[]
      /** When the answers to what is reopened are due. */
      readonly dueAt: string
    }
  | { readonly do: 'pass'; readonly at: string }
  /** A signatory returns a report: these figures are open again; all of them where none is named. */
  | ({
      readonly do: 'reopen'
      readonly figures: readonly string[]
      readonly reason: string
    } & ByPerson)
  | ({
      readonly do: 'comment'
      readonly audience: Audience
      readonly text: string
      /** An own comment that it corrects. */
      readonly corrects: string | null
    } & ByPerson)
  | PersonCommand

/** What a person of a side does about one figure. */
export type FigureCommand = ByPerson &
  Answering & { readonly figure: string } & (
    | ({
        readonly do: 'propose' | 'counter' | 'differ'
        readonly causes: readonly NamedCause[]
      } & Pick<Proposal, 'value' | 'adjustment' | 'reason'>)
    | { readonly do: 'agree' }
  )

/** What a person of a side does that changes a case. */
export type PersonCommand =
  | FigureCommand
  | (ByPerson &
      Answering &
      (
        | { readonly do: 'explain'; readonly causes: readonly Cause[]; readonly text: string }
        | { readonly do: 'close'; readonly reason: string }
      ))

/** A command of one kind. */
export type CaseCommandTo<Verb extends CaseCommand['do']> = Extract<CaseCommand, { do: Verb }>

/** What then has happened. `by` is null where it was the hub. */
export type CaseFact = { readonly by: string | null; readonly at: string } & (
  | { readonly fact: 'opened'; readonly opening: Opening }
  | { readonly fact: 'notified' }
  | {
      readonly fact: 'figure-proposed' | 'figure-countered'
      readonly figure: string
      readonly person: ActSigner
      readonly proposal: Proposal
    }
  | { readonly fact: 'figure-agreed' | 'figure-agreed-to-differ'; readonly figure: string }
  /** A revision whose figure no longer has to be answered for; `position` is of the message that did it. */
  | {
      readonly fact: 'figure-corrected' | 'figure-reopened' | 'figure-added'
      readonly figure: string
      readonly revised: RevisedFigure
      readonly position: number | null
    }
  | { readonly fact: 'reopened'; readonly dueAt: string }
  | { readonly fact: 'figure-returned'; readonly figure: string; readonly reason: string }
  | { readonly fact: 'answered'; readonly answer: Answer }
  | { readonly fact: 'closing-asked'; readonly reason: string }
  | { readonly fact: 'closed'; readonly reason: string }
  | {
      readonly fact: 'commented'
      readonly office: string
      readonly person: ActSigner
      readonly id: string
      readonly audience: Audience
      readonly text: string
      readonly corrects: string | null
    }
  | { readonly fact: 'comment-edited'; readonly id: string; readonly text: string }
  | { readonly fact: 'reminded' | 'no-response'; readonly silent: readonly string[] }
)

/** A fact of one kind. */
export type CaseFactOf<Kind extends CaseFact['fact']> = Extract<CaseFact, { fact: Kind }>

/** What an act comes to: what has happened, or why it was refused. */
export type CaseDecided = Outcome<readonly CaseFact[], ReviewRefusal>

// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import type { ActSigner } from '@corridor/message'
import type { ByPerson } from './case-acts'
import type { ReviewRefusal } from './refusals'
import type { ReviewReport } from './report-state'

/** What signatories, the comparisons or the clock (pass) ask of a version of a report. */
export type ReportCommand =
  | {
      readonly do: 'compare'
      readonly at: string
      readonly report: Pick<
        ReviewReport,
        | 'agreement'
        | 'contract'
        | 'period'
        | 'version'
        | 'parties'
        | 'twoSign'
        | 'source'
        | 'notTakenUp'
        | 'dueAt'
        | 'escalateAt'
      >
    }
  | { readonly do: 'begin'; readonly at: string }
  | {
      readonly do: 'settle'
      readonly at: string
      /** Figures that are not settled. */
      readonly outstanding: number
      /** Of what there would be to sign. */
      readonly digest: string
      /** Whether people have worked on it since it was last looked at. */
      readonly worked: boolean
    }
  | ({
      readonly do: 'sign'
      readonly digest: string
      /** The person who proposed last for the party of the signatory. */
      readonly proposer: ActSigner | null
      readonly outstanding: number
    } & ByPerson)
  | ({ readonly do: 'withdraw'; readonly digest: string; readonly reason: string } & ByPerson)
  | ({ readonly do: 'return'; readonly digest: string; readonly reason: string } & ByPerson)
  | ({ readonly do: 'renew'; readonly digest: string; readonly reason: string } & ByPerson)
  | { readonly do: 'release'; readonly at: string }
  /** Either side has sent a revision. */
  | { readonly do: 'revise'; readonly at: string }
  | { readonly do: 'pass'; readonly at: string }

/** A command of one kind. */
export type ReportCommandTo<Verb extends ReportCommand['do']> = Extract<ReportCommand, { do: Verb }>

/** What then has happened. `by` is null where it was the hub. */
export type ReportFact = { readonly by: string | null; readonly at: string } & (
  | { readonly fact: 'compared'; readonly report: ReportCommandTo<'compare'>['report'] }
  | { readonly fact: 'review-began' }
  | { readonly fact: 'ready'; readonly digest: string }
  | { readonly fact: 'reopened' }
  | {
      readonly fact: 'signed'
      readonly person: ActSigner
      readonly digest: string
    }
  | { readonly fact: 'signed-by-all' }
  | { readonly fact: 'signature-withdrawn'; readonly person: ActSigner; readonly reason: string }
  | { readonly fact: 'returned'; readonly reason: string }
  | { readonly fact: 'released' }
  | { readonly fact: 'superseded' }
  | { readonly fact: 'figures-revised' }
  | { readonly fact: 'renewal-asked'; readonly reason: string }
  | { readonly fact: 'replaced' }
  | { readonly fact: 'reminded'; readonly silent: readonly string[] }
  | { readonly fact: 'overdue' }
  | { readonly fact: 'escalated' }
)

/** What an act comes to: what has happened, or why it was refused. */
export type ReportDecided = Outcome<readonly ReportFact[], ReviewRefusal>

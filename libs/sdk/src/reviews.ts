// SPDX-License-Identifier: Apache-2.0
import type { ReviewAct } from '@corridor/contracts'
import type { Outcome } from '@corridor/kernel'
import { signedRequest } from './hub-client'
import { postStatement } from './post-statement'
import type { Profile } from './profile'

/** A case in a list. */
export interface CaseLine {
  /** Such as BE-DK-2026.2016.1 */
  readonly id: string
  readonly agreement: string
  readonly contract: string
  readonly period: string
  readonly status: string
  /** An act names the version that it answers. */
  readonly version: number
  readonly openedAt: string
  readonly dueAt: string
  readonly about: Readonly<Record<string, string>>
  readonly sides: readonly string[]
  /** Sides that had not answered when the term had passed. */
  readonly silent: readonly string[]
  readonly figures: number
  readonly unsettled: number
}

/** What one side says of a figure, and in which message. */
export interface SideShown {
  readonly value: number | null
  readonly position: number | null
}

/** A figure of a case. Persons. */
export interface CaseFigureShown {
  readonly key: string
  readonly sides: readonly [string, string]
  readonly origin: SideShown
  readonly destination: SideShown
  readonly difference: number | null
  readonly state: {
    readonly status: string
    readonly proposal?: {
      /** Null: both figures stand. */
      readonly value: number | null
      readonly causes: readonly { readonly cause: string; readonly persons: number | null }[]
      readonly reason: string
      readonly by: string
      readonly at: string
    }
    readonly agreedBy?: string
  }
  /** What the pattern of the figures suggests, the likeliest first. People decide. */
  readonly proposedCauses: readonly ProposedCauseShown[]
}

/** A cause that the hub proposes for a figure, with what in the figures suggests it. */
export interface ProposedCauseShown {
  /** Of CL_CAUSE. */
  readonly cause: string
  readonly side: 'origin' | 'destination' | 'both'
  /** In plain words. */
  readonly evidence: string
  /** From 0 to 1, to put proposals in order: no probability. */
  readonly strength: number
  /** What it would explain by itself of the difference, persons; null where the pattern does not say. */
  readonly persons: number | null
  readonly adjustment: 'systematic' | 'known-specific' | 'irregular'
}

/** Something that happened. */
export interface MoveShown {
  readonly number: number
  readonly fact: string
  /** Null: the hub. */
  readonly by: string | null
  readonly at: string
  readonly detail: Readonly<Record<string, unknown>>
  /** The signed act as text, and its signature. */
  readonly act: string | null
  readonly signature: string | null
}

/** One case whole. */
export interface CaseShown extends CaseLine {
  /** What suggests that a reporter broke; empty for a corridor, whose figures have causes of their own. */
  readonly proposedCauses: readonly ProposedCauseShown[]
  readonly basis: { readonly expectation: number | null; readonly rules: readonly string[] }
  readonly cells: Readonly<Record<string, CaseFigureShown>>
  readonly answers: Readonly<
    Record<
      string,
      { readonly causes: readonly string[]; readonly text: string; readonly at: string }
    >
  >
  readonly closing: readonly string[]
  readonly events: readonly MoveShown[]
}

/** Where a version of a report stands. */
export interface ReviewLine {
  readonly agreement: string
  readonly contract: string
  readonly period: string
  readonly version: number
  readonly status: string
  /** Of what there is to sign; null while figures are open. */
  readonly digest: string | null
  readonly dueAt: string
  readonly overdue: boolean
  readonly mark: 'figures-revised-since' | 'replaced' | null
  readonly parties: readonly string[]
  readonly returned: { readonly by: string; readonly reason: string } | null
  readonly signatures: readonly {
    readonly participant: string
    readonly at: string
    readonly kid: string
  }[]
}

/** The same with the text that there is to sign (a reviewed-report) and every move. */
export interface ReviewShown extends ReviewLine {
  readonly reviewed: string | null
  readonly events: readonly MoveShown[]
}

/** Where a case or report stands after an act. */
export interface ReviewTold {
  readonly case?: string
  readonly report: { readonly agreement: string; readonly period: string; readonly version: number }
  readonly state: string
  readonly version?: number
  readonly digest: string | null
}

/** The cases that a participant may see. */
export async function listCases(
  profile: Profile,
  agreement?: string,
): Promise<Outcome<readonly CaseLine[]>> {
  const query = agreement === undefined ? '' : `?agreement=${encodeURIComponent(agreement)}`
  return signedRequest(profile, { method: 'GET', target: `/api/cases${query}` })
}

/** One case. */
export async function showCase(profile: Profile, id: string): Promise<Outcome<CaseShown>> {
  return signedRequest(profile, { method: 'GET', target: `/api/cases/${encodeURIComponent(id)}` })
}

/** What is done about a case, with what its kind needs. */
export type CaseAct = Pick<
  ReviewAct,
  'figure' | 'value' | 'causes' | 'adjustment' | 'reason' | 'text' | 'audience' | 'corrects'
> & { readonly act: Exclude<ReviewAct['act'], SignatoryVerb> }

/** Acts on a case as it was shown: the act is signed, and refused where somebody changed the case meanwhile. */
export async function actOnCase(
  profile: Profile,
  { id, agreement, version }: Pick<CaseLine, 'id' | 'agreement' | 'version'>,
  own: CaseAct,
): Promise<Outcome<ReviewTold>> {
  const about = { agreement, case: id, answers: version }
  return act(profile, `/api/cases/${encodeURIComponent(id)}/acts`, { ...about, ...own })
}

/** Where the newest version of each report stands that a participant may see. */
export async function listReviews(profile: Profile): Promise<Outcome<readonly ReviewLine[]>> {
  return signedRequest(profile, { method: 'GET', target: '/api/reviews' })
}

/** Which version of a report; the newest where none is named. */
export interface ReviewNamed {
  readonly agreement: string
  readonly period: string
  readonly version?: number
}

/** The review of one report. */
export async function showReview(
  profile: Profile,
  named: ReviewNamed,
): Promise<Outcome<ReviewShown>> {
  return signedRequest(profile, { method: 'GET', target: addressOf(named) })
}

/** The report that all have signed, as the hub sealed it. */
export async function fetchSignedReport(
  profile: Profile,
  named: ReviewNamed,
): Promise<Outcome<{ readonly signature: string; readonly payload: string }>> {
  return signedRequest(profile, { method: 'GET', target: addressOf(named, '/signed') })
}

type SignatoryVerb = 'sign' | 'withdraw' | 'return' | 'renew'

/** What a signatory does about a report, with what its kind needs. */
export type ReportAct = Pick<ReviewAct, 'reason' | 'figures'> & { readonly act: SignatoryVerb }

/** Acts on a report as it was shown. A signature is over the digest of the text that was shown. */
export async function actOnReport(
  profile: Profile,
  {
    agreement,
    period,
    version,
    digest,
  }: Pick<ReviewLine, 'agreement' | 'period' | 'version' | 'digest'>,
  own: ReportAct,
): Promise<Outcome<ReviewTold>> {
  const about = { agreement, period, version, ...(digest === null ? {} : { digest }) }
  return act(profile, `${addressOf({ agreement, period })}/acts`, { ...about, ...own })
}

function addressOf({ agreement, period, version }: ReviewNamed, more = ''): string {
  const query = version === undefined ? '' : `?version=${String(version)}`
  return `/api/reviews/${encodeURIComponent(agreement)}/${encodeURIComponent(period)}${more}${query}`
}

async function act(
  profile: Profile,
  target: string,
  own: Omit<ReviewAct, 'at'>,
): Promise<Outcome<ReviewTold>> {
  const statement: ReviewAct = { ...own, at: new Date().toISOString() }
  return postStatement(profile, { typ: 'corridor-review-act', target, statement })
}

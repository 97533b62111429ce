// SPDX-License-Identifier: Apache-2.0
import type { ActSigner } from '@corridor/message'

/** One person's signature for a party, over the digest of the report. */
export interface ReportSignature {
  readonly participant: string
  readonly person: ActSigner
  readonly digest: string
  readonly at: string
}

/** A signature that holds no more, and why; it stays in the history. */
export interface VoidSignature extends ReportSignature {
  readonly why: 'withdrawn' | 'returned' | 'superseded'
}

/** Where a version of a report can stand. */
export type ReportStatus =
  | 'compared'
  | 'in-review'
  | 'ready-to-sign'
  | 'signed-by-one'
  | 'signed-by-both'
  | 'released'
  | 'superseded'

/** One version of the report of one agreement and period. */
export interface ReviewReport {
  readonly status: ReportStatus
  readonly agreement: string
  readonly contract: string
  readonly period: string
  readonly version: number
  /** The digest of the hub's report that is reviewed. */
  readonly source: string
  /** Comparisons that somebody should answer for and that the committee's budget had no room for. */
  readonly notTakenUp: number
  /** Each of them signs. */
  readonly parties: readonly string[]
  /** Those of which two people sign, as they do under the agreement itself; left out by reports from before that was asked for. */
  readonly twoSign?: readonly string[]
  /** Of what there is to sign; null while figures are open. */
  readonly digest: string | null
  /** When its review began. */
  readonly since: string
  readonly dueAt: string
  readonly escalateAt: string
  /** When parties that have not signed are reminded; null once they were, and in reports from before there were reminders. */
  readonly remindAt: string | null
  readonly signatures: readonly ReportSignature[]
  readonly void: readonly VoidSignature[]
  /** A signatory wants more work; until somebody has done some, it is not offered for signature again. */
  readonly returned: { readonly by: string; readonly at: string; readonly reason: string } | null
  readonly overdue: boolean
  readonly escalated: boolean
  /** It stays valid where all have signed it, and says what came after. */
  readonly mark: 'figures-revised-since' | 'replaced' | null
  /** Parties that want a new version of what all have signed. */
  readonly renewal: readonly string[]
}

/** Where a report stands, or that there is none. */
export type ReportState = { readonly status: 'none' } | ReviewReport

/** True where all have signed: nothing of it changes any more. */
export function isFinal({ status }: ReportState): boolean {
  return status === 'signed-by-both' || status === 'released'
}

/** True while figures of its cases may be settled or opened: once somebody has signed, it is returned first. */
export function isMovable({ status }: ReportState): boolean {
  return status === 'in-review' || status === 'ready-to-sign'
}

// SPDX-License-Identifier: Apache-2.0
import type { ActSigner } from '@corridor/message'
import type { ReportFact } from './report-acts'
import { reminderAt } from './review-terms'
import type { ReportSignature, ReportState, ReviewReport, VoidSignature } from './report-state'

/** Where a version of a report stands after a fact. */
export function evolveReport(state: ReportState, happened: ReportFact): ReportState {
  if (happened.fact === 'compared') {
    return {
      ...happened.report,
      since: happened.at,
      remindAt: reminderAt(happened.at, happened.report.dueAt),
      ...{ status: 'compared', digest: null, signatures: [], void: [], returned: null },
      ...{ overdue: false, escalated: false, mark: null, renewal: [] },
    }
  }
  return state.status === 'none' ? state : evolveKnown(state, happened)
}

function evolveKnown(
  state: ReviewReport,
  happened: Exclude<ReportFact, { readonly fact: 'compared' }>,
): ReviewReport {
  switch (happened.fact) {
    case 'review-began':
      return { ...state, status: 'in-review' }
    case 'ready':
      return { ...state, status: 'ready-to-sign', digest: happened.digest, returned: null }
    case 'reopened':
      return { ...state, status: 'in-review', digest: null }
    case 'signed': {
      const { by, person, digest, at } = happened
      const signature = { participant: by ?? '', person, digest, at }
      return { ...state, status: 'signed-by-one', signatures: [...state.signatures, signature] }
    }
    case 'signed-by-all':
      return { ...state, status: 'signed-by-both' }
    case 'signature-withdrawn':
      return withdrawn(state, happened.by, happened.person)
    case 'returned': {
      const { by, at, reason } = happened
      const returned = { by: by ?? '', at, reason }
      return { ...voided(state, 'returned'), status: 'in-review', digest: null, returned }
    }
    case 'superseded':
      return { ...voided(state, 'superseded'), status: 'superseded' }
    case 'released':
      return { ...state, status: 'released' }
    case 'figures-revised':
      return { ...state, mark: 'figures-revised-since' }
    case 'renewal-asked':
      return { ...state, renewal: [...state.renewal, happened.by ?? ''] }
    case 'replaced':
      return { ...state, mark: 'replaced' }
    case 'reminded':
      return { ...state, remindAt: null }
    case 'overdue':
      return { ...state, overdue: true }
    case 'escalated':
      return { ...state, escalated: true }
  }
}

function withdrawn(state: ReviewReport, by: string | null, { kid }: ActSigner): ReviewReport {
  const isGone = (one: ReportSignature): boolean => one.participant === by && one.person.kid === kid
  const own = state.signatures.filter(isGone)
  const signatures = state.signatures.filter((one) => !isGone(one))
  const status = signatures.length === 0 ? 'ready-to-sign' : 'signed-by-one'
  const gone = own.map((one): VoidSignature => ({ ...one, why: 'withdrawn' }))
  return { ...state, status, signatures, void: [...state.void, ...gone] }
}

function voided(state: ReviewReport, why: VoidSignature['why']): ReviewReport {
  const gone = state.signatures.map((one) => ({ ...one, why }))
  return { ...state, signatures: [], void: [...state.void, ...gone] }
}

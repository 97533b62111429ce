// SPDX-License-Identifier: Apache-2.0

/** What the linter finds. An error stops a proposal, a warning does not; the catalogue of problems says what to do about each. */
export type FindingCode =
  | 'TERMS_PARTIES_WRONG'
  | 'TERMS_DAYS_WRONG'
  | 'CLAUSE_TWICE'
  | 'CLAUSE_REFERENCE_UNKNOWN'
  | 'CLAUSE_UNREACHABLE'
  | 'CLAUSE_OPEN'
  | 'CLAUSE_MISSING'
  | 'CLAUSE_CONTRADICTS'
  | 'COMPARISON_ONE_SIDED'
  | 'CLAUSE_SHADOWED'
  | 'CLAUSE_OVERLAPS'
  | 'CLAUSE_WITHOUT_EFFECT'
  | 'AUDIENCE_UNKNOWN'

/** One thing that is wrong with terms, or that their authors may not have meant. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: 'error' | 'warning'
  /** The clauses that it is about; none where it is about the terms as a whole. */
  readonly clauses: readonly string[]
  /** What is the matter, in a sentence. */
  readonly detail: string
}

const warnings: readonly FindingCode[] = [
  'CLAUSE_SHADOWED',
  'CLAUSE_OVERLAPS',
  'CLAUSE_WITHOUT_EFFECT',
  'AUDIENCE_UNKNOWN',
]

/** A finding; its code says how severe it is. */
export function finding(code: FindingCode, clauses: readonly string[], detail: string): Finding {
  return { code, severity: warnings.includes(code) ? 'warning' : 'error', clauses, detail }
}

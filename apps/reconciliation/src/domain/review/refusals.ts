// SPDX-License-Identifier: Apache-2.0

/** Why something was refused in the review of a comparison. Codes are stable for ever. */
export type ReviewRefusal =
  | 'CASE_UNKNOWN'
  | 'CASE_FIGURE_UNKNOWN'
  | 'REPORT_UNKNOWN'
  | 'REPORT_NOT_READY'
  | 'REPORT_ALREADY_SIGNED'
  | 'REPORT_DIFFERENT'
  | 'REVIEW_NOT_SIDE'
  | 'REVIEW_NOT_NOW'
  | 'REVIEW_VERSION_STALE'
  | 'REVIEW_OWN_PROPOSAL'
  | 'REVIEW_SAME_PERSON'
  | 'CAUSE_REQUIRED'
  | 'CAUSE_AMOUNTS_WRONG'
  | 'COMMENT_NOT_OWN'

// SPDX-License-Identifier: Apache-2.0
import type { ProblemCode } from '@corridor/contracts'

/** The only place that knows HTTP numbers: what is not named here is 422, understood and refused. */
const named: Partial<Record<ProblemCode, number>> = {
  SIGNATURE_MISSING: 401,
  SIGNATURE_MALFORMED: 401,
  SIGNATURE_HEADER_UNEXPECTED: 401,
  SIGNATURE_WRONG: 401,
  KEY_UNKNOWN: 401,
  KEY_EXPIRED: 401,
  KEY_NOT_YET_VALID: 401,
  KEY_REVOKED: 401,
  REQUEST_STALE: 401,
  REQUEST_REPLAYED: 401,
  LINK_USED: 401,
  LINK_EXPIRED: 401,
  NOT_ENROLLED: 401,
  NOT_ALLOWED: 403,
  REHEARSAL_FIRST: 403,
  REGISTRATION_REFUSED: 403,
  PARTICIPANT_SUSPENDED: 403,
  INVITATION_WRONG: 403,
  INVITATION_USED: 403,
  INVITATION_EXPIRED: 403,
  AGREEMENT_NOT_PARTY: 403,
  NOT_FOUND: 404,
  AGREEMENT_UNKNOWN: 404,
  PARTICIPANT_UNKNOWN: 404,
  PARTICIPANT_EXISTS: 409,
  REHEARSAL_INCOMPLETE: 409,
  REGISTRATION_WAITING: 409,
  AGREEMENT_EXISTS: 409,
  AGREEMENT_ALREADY_SIGNED: 409,
  AGREEMENT_DIFFERENT_TERMS: 409,
  AGREEMENT_ENDED: 409,
  ID_TAKEN: 409,
  SUBMISSION_NOT_WAITING: 409,
  WITHDRAWAL_TOO_LATE: 409,
  UPLOAD_OFFSET_WRONG: 409,
  NOT_ACCEPTABLE: 406,
  MESSAGE_TOO_LARGE: 413,
  UPLOAD_QUOTA: 429,
  REGISTRATION_FULL: 429,
  RATE_EXCEEDED: 429,
  HUB_BUSY: 503,
  UNEXPECTED: 500,
}

// A map, because an object answers to names such as "constructor" too.
const numbers: ReadonlyMap<string, number> = new Map(Object.entries(named))

/** HTTP status of a problem. */
export function httpNumber(code: string): number {
  return numbers.get(code) ?? 422
}

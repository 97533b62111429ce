// SPDX-License-Identifier: Apache-2.0
export { clauseInWords, notAgreedInWords } from './clause-words'
export { completed } from './completed'
export {
  decideAccess,
  sharesOf,
  type AccessRequest,
  type Denied,
  type Granted,
} from './decide-access'
export { lintTerms, type LintRefusal } from './lint'
export { project } from './project'
export { needsNoProtection, protectionsOf } from './protections'
export { recordInWords } from './record-words'
export { grantsRow, type GrantableRow, type RowDenial, type Sharing } from './row-denial'
export {
  eachParty,
  holds,
  partiesIn,
  speaksOf,
  type AgreementStatus,
  type KnownAgreement,
  type Reservation,
  type Standing,
} from './standing'
export { clausesOf, partiesOf, type ClauseOf } from './terms'

// SPDX-License-Identifier: Apache-2.0
export {
  decideAccess,
  holds,
  type AccessRequest,
  type Denied,
  type Granted,
  type KnownAgreement,
} from './decide-access'
export { lintTerms, type LintRefusal } from './lint'
export { grantsRow, project, type GrantableRow } from './project'
export { clausesOf, type ClauseOf } from './terms'

// SPDX-License-Identifier: Apache-2.0
export { renderAgreements } from './agreements'
export { renderCorridors } from './corridors'
export { renderAgreement } from './agreement'
export { renderCase } from './case'
export { renderCaseAct } from './case-act'
export { renderCases } from './cases'
export { renderReport } from './report'
export { renderReportAct } from './report-act'
export { renderReports } from './reports'
export { renderPasskeys } from './passkeys'
export { renderProposal } from './proposal'
export { renderReleasingOffices } from './releasing-offices'
export {
  renderLocalSignIn,
  renderNotFound,
  renderProblem,
  renderRefused,
  renderSignedOut,
} from './plain'
export { renderReview } from './review'
export { renderSigning } from './signing'
export type * from './act-props'
export type * from './case-props'
export type * from './proposal-props'
export type * from './report-props'
export type * from './signing-props'
export type * from './props'

// SPDX-License-Identifier: Apache-2.0
export { renderAgreements } from './agreements'
export { renderCorridors } from './corridors'
export { renderLocalSignIn, renderNotFound, renderProblem, renderSignedOut } from './plain'
export { renderReview } from './review'
export type * from './props'

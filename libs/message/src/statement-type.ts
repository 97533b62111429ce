// SPDX-License-Identifier: Apache-2.0

/** What a signature is for. One signature never serves for another purpose. */
export const statementTypes = [
  'corridor-event',
  'corridor-receipt',
  'corridor-delivery',
  'corridor-report',
  'corridor-feed',
  'corridor-agreement',
  'corridor-agreement-act',
  'corridor-signed-act',
  'corridor-passkey',
  'corridor-review-act',
  'corridor-office-act',
  'corridor-enrolment',
  'corridor-registration',
  'corridor-rotation',
  'corridor-succession',
  'corridor-request',
  'corridor-link',
] as const

/** The `typ` of a protected header. */
export type StatementType = (typeof statementTypes)[number]

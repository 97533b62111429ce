// SPDX-License-Identifier: Apache-2.0
export { clauseInWords, notAgreedInWords } from './clause-words'
export { completed } from './completed'
export { compare, type Difference } from './compare'
export { comparisonReaders } from './comparison-readers'
export { compile } from './compile'
export { decide, permitsOf } from './decide'
export { firstDraft, type DraftAsked } from './first-draft'
export { explain, type DecidingClause, type RowExplained } from './explain'
export type { RowDenial } from './grain'
export { headInWords, type HeadMember } from './head-words'
export { agreementsAt, type AgreementHistory, type StandingSince } from './history'
export { lint, lintTerms, type LintRefusal } from './lint/lint'
export { lintAudiences, type RegisteredOffices } from './lint/audiences'
export type { Finding, FindingCode } from './lint/finding'
export { isWithinPeriods, monthsOf } from './months-of'
export { asOpened, committedFirst, type OpenedPeriod } from './opened'
export { codesOfStage } from './stage-codes'
export type {
  AccessRequest,
  AgreementGrant,
  Behind,
  Decision,
  DenialCode,
  Denied,
  Permit,
  Policy,
} from './policy'
export { projectDataset, type DecidedRow, type Projection } from './project-dataset'
export { projectFor } from './project-for'
export { asksProtection, leavesAsItIs, needsNoProtection } from './protections'
export {
  reportRights,
  reportTest,
  type PartnerRole,
  type ReportRight,
  type ReportTest,
} from './reports'
export { recordInWords } from './record-words'
export { mayBeAggregated } from './redistribution'
export { rowTest, type RowTest } from './row-test'
export {
  eachParty,
  holds,
  partiesIn,
  type AgreementStatus,
  type KnownAgreement,
  type Reservation,
  type Standing,
} from './standing'
export { clausesOf, partiesOf, type ClauseOf } from './terms'
export { simulate, type SentDataset, type Simulated } from './simulate'

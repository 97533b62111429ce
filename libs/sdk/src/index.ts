// SPDX-License-Identifier: Apache-2.0
export {
  actOnAgreement,
  agreementHistory,
  agreementProofs,
  listAgreements,
  proposeAgreement,
  showAgreement,
  signAgreement,
  type AgreementActShown,
  type ProofShown,
  type AgreementShown,
  type AgreementStanding,
  type OwnAct,
} from './agreements'
export {
  chainOf,
  deliveryChain,
  deliveryIn,
  gapWords,
  numberedOf,
  type DeliveryChain,
  recipientOf,
} from './chain'
export {
  fetchDeliveries,
  replayDeliveries,
  type DeliveriesFrom,
  type Fetched,
  type WithheldDelivery,
} from './fetch-deliveries'
export { connectParticipant, type ParticipantConnection } from './connection'
export { consoleLink } from './console-link'
export { enrol, type EnrolmentAsk, type Me } from './enrol'
export {
  answerIn,
  askHub,
  problemIn,
  signedFetch,
  signedRequest,
  type Asker,
  type HubFacts,
} from './hub-client'
export { inboxFile, keepInInbox, readInbox, type Kept } from './inbox'
export { backOffMs, waitMs, type BackOff } from './outbox/back-off'
export { clockGoodEnough, clockSkewSeconds, secondsAhead, skewWords } from './outbox/clock'
export { judgePart, type JudgedPart, type JudgeOptions } from './judge/judge-part'
export type { UnjudgedPart } from './judge/unjudged-part'
export { lockOutbox, type LockWish, type OutboxLock } from './outbox/lock'
export {
  describeOutbox,
  dropMessage,
  noteTry,
  putInOutbox,
  waiting,
  type LastTry,
  type Outgoing,
  type Waiting,
} from './outbox/outbox-folder'
export {
  messageLimits,
  packMessages,
  type PackOptions,
  type SoundPart,
} from './outbox/pack-messages'
export {
  publish,
  receiptIn,
  sendSealed,
  type PublishOptions,
  type SendRefusal,
} from './outbox/publish'
export {
  judgeAtHub,
  publishOverHttp,
  type HttpOptions,
  type HubDryRun,
} from './outbox/submit-over-http'
export {
  messageFacts,
  submissionId,
  submissionOf,
  type MessageFacts,
  type Submission,
} from './outbox/submission'
export {
  isEnrolled,
  listProfiles,
  openProfile,
  hasOwnStream,
  ownAddress,
  profileFolder,
  profileKeys,
  writeProfile,
  type HubOfProfile,
  type Profile,
  type ProfileFacts,
  type ProfileKeys,
} from './profile'
export {
  openFollowing,
  openStatement,
  statementsLeft,
  takeStatements,
  type TakeOptions,
} from './receive'
export type { Channel, Received } from './received'
export { askStatements, keptStatements, type Statement } from './statements'
export {
  affectedByKeys,
  askReEnrolment,
  clearDoubts,
  keyHistory,
  listKeys,
  rotateKeys,
  secondReEnrolment,
  withdrawKey,
  type Affected,
  type KeyActShown,
  type KeyShown,
  type ReEnrolment,
  type Withdrawal,
} from './keys'
export { listReleasingOffices, nameReleasingOffice, type ReleasingOfficeShown } from './offices'
export { openSignedAct, type SignedActOpened } from './signed-act'
export { follow, followHub } from './hub-succession'
export { register, type RegistrationAsk } from './register'
export { askRehearsal, confirmRehearsal, rehearsalSteps, type Rehearsal } from './rehearsal'
export { readSealedFile, writeSealedFile } from './sealed-file'
export { acceptVersion, newestDelivery, type AcceptedVersion } from './versions'
export { writeWhole } from './write-whole'
export {
  actOnCase,
  actOnReport,
  fetchSignedReport,
  listCases,
  listReviews,
  showCase,
  showReview,
  type CaseAct,
  type CaseFigureShown,
  type CaseLine,
  type CaseShown,
  type ProposedCauseShown,
  type ReportAct,
  type ReviewLine,
  type ReviewShown,
} from './reviews'
export { verifySignedReport, type SignedReportVerified } from './signed-report'

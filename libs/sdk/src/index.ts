// SPDX-License-Identifier: Apache-2.0
export {
  listAgreements,
  proposeAgreement,
  revokeAgreement,
  showAgreement,
  signAgreement,
  type AgreementShown,
  type AgreementStanding,
} from './agreements'
export { connectParticipant, type ParticipantConnection } from './connection'
export { consoleLink } from './console-link'
export { enrol, type EnrolmentAsk, type Me } from './enrol'
export { askHub, signedRequest, type Asker, type HubFacts } from './hub-client'
export { inboxFile, keepInInbox, readInbox, type Kept } from './inbox'
export {
  checkFlow,
  publish,
  putInOutbox,
  sealFlow,
  sendSealed,
  waiting,
  type Outgoing,
} from './outbox'
export {
  isEnrolled,
  listProfiles,
  openProfile,
  profileFolder,
  profileKeys,
  writeProfile,
  writeWhole,
  type HubOfProfile,
  type Profile,
  type ProfileFacts,
  type ProfileKeys,
} from './profile'
export {
  openStatement,
  statementsLeft,
  takeStatements,
  type Channel,
  type Received,
  type TakeOptions,
} from './receive'
export { readSealedFile, writeSealedFile } from './sealed-file'

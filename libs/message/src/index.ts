// SPDX-License-Identifier: Apache-2.0
export {
  decideAct,
  decideRoles,
  firstRoles,
  participantKinds,
  roles,
  type Act,
  type ParticipantKind,
  type Role,
  type RoleHolder,
} from './acts'
export { strictBase64url } from './base64url'
export { digestOf, newSalt } from './digest'
export { eventBytes, eventBytesOf, hubSource, participantSource, type EventParts } from './event'
export {
  newSigningKey,
  publicHalf,
  signerOf,
  thumbprint,
  type KeyRecord,
  type PrivateJwk,
  type PublicJwk,
  type Signer,
} from './keys'
export {
  claimOf,
  open,
  openNow,
  parseJson,
  verify,
  type Expectation,
  type Opened,
  type OpenRefusal,
} from './open'
export { passkeyThumbprint, type PasskeyJwk, type PasskeyRecord } from './passkey/passkey'
export {
  passkeyChallenge,
  writePasskeySignature,
  type Assertion,
  type PasskeyPurpose,
  type PasskeySignature,
} from './passkey/passkey-signature'
export { type PasskeyRefusal } from './passkey/verify-passkey'
export {
  actKeyIdOf,
  decideCounter,
  verifyAct,
  type ActExpectation,
  type ActKey,
  type ActSigned,
} from './verify-act'
export { keyExpiry, type KeyExpiry } from './key-expiry'
export { newNkeySeed, nkeyAnswer, nkeyOf, nkeySigned, type Nkey } from './nkey'
export { requestBytes, requestHeaders, requestWindowSeconds, type SignedRequest } from './request'
export { seal, sealNow, signatureHeader, type Sealed } from './seal'
export { lengthsHeader, partsOfRun } from './sealed-run'
export { statementTypes, type StatementType } from './statement-type'
export { mayBeOnePerson, type ActSigner, type ActSignerKept } from './act-signer'

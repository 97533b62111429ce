// SPDX-License-Identifier: Apache-2.0
export {
  mayBeOnePerson,
  type ActSigner as Signer,
  type ActSignerKept as SignerKept,
} from '@corridor/message'

// SPDX-License-Identifier: Apache-2.0
import type { ContractRef } from '@corridor/contracts'

/** Content that is to be judged by the contract that it names. */
export interface UnjudgedPart {
  readonly contract: ContractRef
  readonly data: unknown
}

// SPDX-License-Identifier: Apache-2.0
import type { ReleasingOffice } from '@corridor/contracts'
import type { Outcome } from '@corridor/kernel'
import { signedRequest } from './hub-client'
import { postStatement } from './post-statement'
import type { Profile } from './profile'

/** Which office of a state releases its figures by a contract. */
export interface ReleasingOfficeShown {
  readonly contract: string
  /** Null: none is named any more. */
  readonly office: string | null
  readonly at: string
  /** The official who signed it, and in which office. */
  readonly name: string | null
  readonly signedIn: string | null
}

const target = '/api/releasing-offices'

/** Which offices the profile's state has named, by contract; its own people alone are told. */
export function listReleasingOffices(
  profile: Profile,
): Promise<Outcome<readonly ReleasingOfficeShown[]>> {
  return signedRequest(profile, { method: 'GET', target })
}

/**
 * A signatory names the office that releases the state's figures by a contract; null names none any more. From the hub's answer on,
 * what other offices send by the contract stays inside the state.
 */
export function nameReleasingOffice(
  profile: Profile,
  { contract, office }: Pick<ReleasingOfficeShown, 'contract' | 'office'>,
): Promise<Outcome<{ readonly participant: string; readonly at: string }>> {
  const at = new Date().toISOString()
  const statement: ReleasingOffice = { contract, at, ...(office === null ? {} : { office }) }
  return postStatement(profile, { typ: 'corridor-office-act', target, statement })
}

// SPDX-License-Identifier: Apache-2.0
import { statisticalContracts } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'

/** Which office of a state is to release its figures by a contract; null where none is named any more. */
export interface ReleasingOfficeAsk {
  readonly contract: string
  readonly office: string | null
}

/** What the register knows of the state. */
export interface StateOffices {
  readonly participant: string
  /** The codes of its offices. */
  readonly offices: readonly string[]
}

/** Decides whether a state may name an office: it is one of its own, and figures are sent by the contract. */
export function decideReleasingOffice(
  { contract, office }: ReleasingOfficeAsk,
  { participant, offices }: StateOffices,
): Outcome<ReleasingOfficeAsk, 'CONTRACT_UNKNOWN' | 'NOT_FOUND'> {
  if (!statisticalContracts.includes(contract))
    return refuse('CONTRACT_UNKNOWN', `no figures are sent by a contract ${contract}`)
  // Messages of a named office that nobody can send would keep every figure of the state inside it.
  if (office !== null && !offices.includes(office))
    return refuse('NOT_FOUND', `${participant} has no office ${office}`)
  return accept({ contract, office })
}

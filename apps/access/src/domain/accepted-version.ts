// SPDX-License-Identifier: Apache-2.0
import { contracts, statisticalContracts, type ContractRef } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'

/** Decides whether figures can be handed over in a version: the hub has to know it, and to know how to convert to it. */
export function decideAcceptedVersion({
  name,
  version,
}: ContractRef): Outcome<ContractRef, 'CONTRACT_UNKNOWN' | 'CONTRACT_VERSION_UNKNOWN'> {
  if (!statisticalContracts.includes(name))
    return refuse('CONTRACT_UNKNOWN', `figures do not come by a contract "${name.slice(0, 40)}"`)
  const known = contracts.filter((one) => one.name === name).map((one) => one.version)
  if (known.includes(version)) return accept({ name, version })
  return refuse(
    'CONTRACT_VERSION_UNKNOWN',
    `there is no version "${version.slice(0, 40)}" of ${name}; there is ${known.join(', ')}`,
  )
}

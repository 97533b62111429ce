// SPDX-License-Identifier: Apache-2.0
import { newestVersion, statisticalContracts, type ContractName } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Call } from '../command'
import { didYouMean } from '../nearest'
import { clean } from '../output/clean'

/** A contract by name and version. */
export interface NamedContract {
  readonly name: string
  readonly version: string
}

/** The contract that a call names with `--contract`: a name, or a name and a version with a colon between them. */
export function contractOfCall(call: Call): Outcome<NamedContract | undefined, 'COMMAND_WRONG'> {
  const named = call.option('contract')
  return named === undefined ? accept(undefined) : contractNamed(named)
}

/** A contract that figures are sent by, as somebody typed it: `migration-flow` or `migration-flow:1.0.0`. */
export function contractNamed(named: string): Outcome<NamedContract, 'COMMAND_WRONG'> {
  const [name = '', version] = named.split(':')
  const known = [...statisticalContracts, 'mobility-scheme'].find((one) => one === name)
  if (known !== undefined) return accept({ name: known, version: version ?? newestOf(known) })
  const hint = didYouMean(name, statisticalContracts)
  return refuse(
    'COMMAND_WRONG',
    `there is no contract "${clean(name, 60)}".${hint} corridor contracts list shows them`,
  )
}

/** The newest version of a contract whose name the contracts have. */
export function newestOf(contract: string): string {
  // Only ever asked of such names.
  return newestVersion(contract as ContractName)
}

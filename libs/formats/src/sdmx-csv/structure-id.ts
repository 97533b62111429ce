// SPDX-License-Identifier: Apache-2.0
import { contracts, structure } from '@corridor/contracts'

/** The agency that keeps the project's structures. */
const agency = 'CORRIDOR'

/** The SDMX reference of a contract's structure: `CORRIDOR:CORRIDOR_MIGRATION_FLOW(1.0.0)`. */
export function structureId(contract: { readonly name: string; readonly version: string }): string {
  const id = structure(contract.name, contract.version)?.id ?? contract.name
  return `${agency}:${id}(${contract.version})`
}

/**
 * The contract that an SDMX reference is about, without a version the newest; undefined where it is none of the project's.
 */
export function contractOfStructure(
  reference: string,
): { readonly name: string; readonly version: string } | undefined {
  const bare = reference.replace(/^urn:sdmx:[\w.]+=/, '').trim()
  // Newest first: the versions of a contract stand oldest first.
  return [...contracts]
    .reverse()
    .find(
      (contract) =>
        structure(contract.name, contract.version) !== undefined &&
        (structureId(contract) === bare || structureId(contract).replace(/\(.*/, '') === bare),
    )
}

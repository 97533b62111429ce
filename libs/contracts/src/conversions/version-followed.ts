// SPDX-License-Identifier: Apache-2.0
import { contracts } from '../validate'
import { structure } from '../structure'
import { byVersion } from '../version-order'

/**
 * The version of a statistical contract that content follows which does not say so: the newest of those that ask for no
 * dimension that the content leaves out. The newest of all where there is none, so that its judge tells what is missing.
 * @example versionFollowed('migration-flow', { …, stay: '_T' }) // '1.0.0': there is no education
 */
export function versionFollowed(contract: string, content: unknown): string | undefined {
  const versions = contracts
    .filter(({ name }) => name === contract)
    .map(({ version }) => version)
    .sort(byVersion)
    .reverse()
  const columns = new Set(
    typeof content === 'object' && content !== null ? Object.keys(content) : [],
  )
  const followed = versions.find((version) =>
    structure(contract, version)?.dimensions.every(({ column }) => columns.has(column)),
  )
  return followed ?? versions[0]
}

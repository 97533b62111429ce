// SPDX-License-Identifier: Apache-2.0

/** The mappings that come with the hub, for files of others that are known. */
export function writeMappings(mappings) {
  const ids = mappings.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Error(`could not generate mappings: ${twice} stands twice`)
  return [
    "import type { Mapping } from './types'",
    '',
    '/** Mappings that come with the hub, for files of others that are known. */',
    `export const mappings: readonly Mapping[] = ${JSON.stringify(mappings)}`,
  ].join('\n')
}

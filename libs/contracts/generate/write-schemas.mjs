// SPDX-License-Identifier: Apache-2.0

/** Every schema as a value, so that no file is read at run time. */
export function writeSchemas(contracts) {
  const entries = contracts.map(
    ({ name, version, schema }) => `  '${name}': { '${version}': ${JSON.stringify(schema)} },`,
  )
  return `/** The JSON Schema of each contract and version. */\nexport const schemas = {\n${entries.join('\n')}\n} as const\n`
}

/** The data structures (SDMX) of the contracts that carry statistics. */
export function writeStructures(contracts) {
  const entries = contracts
    .filter(({ structure }) => structure !== null)
    .map(({ name, structure }) => `  '${name}': ${JSON.stringify(structure)},`)
  return `/** Dimensions, measures and attributes of each contract that carries statistics. */\nexport const structures = {\n${entries.join('\n')}\n} as const\n`
}

// SPDX-License-Identifier: Apache-2.0

/** Every schema as a value, so that no file is read at run time. */
export function writeSchemas(contracts) {
  const entries = byName(contracts, ({ schema }) => schema)
  return `/** The JSON Schema of each contract and version. */\nexport const schemas = {\n${entries}\n} as const\n`
}

/** The data structures (SDMX) of the contracts that carry statistics. */
export function writeStructures(contracts) {
  const structured = contracts.filter(({ structure }) => structure !== null)
  const entries = byName(structured, ({ structure }) => structure)
  return `/** Dimensions, measures and attributes of each contract and version that carries statistics. */\nexport const structures = {\n${entries}\n} as const\n`
}

// The versions of a contract stand together, oldest first.
function byName(contracts, partOf) {
  const names = [...new Set(contracts.map(({ name }) => name))]
  const entries = names.map((name) => {
    const versions = contracts
      .filter((contract) => contract.name === name)
      .map((contract) => `'${contract.version}': ${JSON.stringify(partOf(contract))}`)
    return `  '${name}': { ${versions.join(', ')} },`
  })
  return entries.join('\n')
}

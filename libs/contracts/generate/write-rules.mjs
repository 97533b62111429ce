// SPDX-License-Identifier: Apache-2.0

/** The rules of each version of a contract, as values. */
export function writeRules(contracts) {
  const entries = contracts
    .filter(({ rules }) => rules.length > 0)
    .map(({ name, version, rules }) => `  '${name}:${version}': ${JSON.stringify(rules)},`)
  return `import type { Rule } from './types'

/** What is asked of a dataset beyond its schema, by contract and version: \`migration-flow:1.0.0\`. */
export const ruleSets: Readonly<Record<string, readonly Rule[] | undefined>> = {
${entries.join('\n')}
}
`
}

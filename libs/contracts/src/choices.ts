// SPDX-License-Identifier: Apache-2.0
import { schemas } from './generated/schemas'

/**
 * The words that the schema of a contract lets a member be, where it lists them:
 * `choicesOf('migration-flow', '1.0.0', ['definition', 'source'])`. None where anything else is allowed too.
 */
export function choicesOf(
  contract: string,
  version: string,
  path: readonly string[],
): readonly string[] {
  const versions = Object.entries<Readonly<Record<string, object>>>(schemas).find(
    ([name]) => name === contract,
  )?.[1]
  const root = versions?.[version]
  if (root === undefined) return []
  let schema: unknown = root
  for (const step of path) schema = member(member(resolved(schema, root), 'properties'), step)
  const listed = member(resolved(schema, root), 'enum')
  return Array.isArray(listed) ? listed.filter((word) => typeof word === 'string') : []
}

function resolved(schema: unknown, root: object): unknown {
  const reference = member(schema, '$ref')
  if (typeof reference !== 'string') return schema
  let found: unknown = root
  for (const step of reference.split('/').slice(1)) found = member(found, step)
  return found
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

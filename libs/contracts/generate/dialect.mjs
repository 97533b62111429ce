// SPDX-License-Identifier: Apache-2.0
// The small dialect of JSON Schema that contracts are written in. Anything else stops the generator.

const known = new Set(
  (
    '$schema $id $defs $ref title description type additionalProperties required properties items minItems maxItems ' +
    'uniqueItems pattern enum const minLength maxLength minimum maximum format anyOf oneOf discriminator'
  ).split(' '),
)

/** The schema that a local reference leads to, or the schema itself. */
export function resolve(schema, root) {
  if (schema.$ref === undefined) return schema
  const found = root.$defs?.[refName(schema)]
  if (found === undefined) throw new Error(`could not find ${schema.$ref} in ${root.$id}`)
  return found
}

/** The name of the definition that a reference names, or undefined. */
export function refName(schema) {
  return schema.$ref?.replace('#/$defs/', '')
}

/** What form a schema has: object, open, union, column, array, scalar. */
export function formOf(schema, root) {
  const own = resolve(schema, root)
  const strange = Object.keys(own).find((keyword) => !known.has(keyword))
  if (strange !== undefined)
    throw new Error(`could not read ${root.$id}: the dialect has no "${strange}"`)
  if (own.oneOf !== undefined) return 'union'
  if (own.anyOf !== undefined) return columnOf(own, root)
  if (own.type === 'array') return 'array'
  if (own.type !== 'object') return 'scalar'
  if (own.properties === undefined) return 'open'
  if (own.additionalProperties !== false)
    throw new Error(`could not read ${root.$id}: an object is not closed`)
  return 'object'
}

function columnOf({ anyOf }, root) {
  const [scalar, list, ...others] = anyOf
  const same = JSON.stringify(scalar) === JSON.stringify(list?.items)
  if (others.length > 0 || !same)
    throw new Error(`could not read ${root.$id}: anyOf is for columns only`)
  return 'column'
}

/** The types of a scalar without null, and whether null is one of them. */
export function scalarTypes(schema) {
  const types = [schema.type].flat()
  return { type: types.find((type) => type !== 'null'), nullable: types.includes('null') }
}

/** Definitions that are objects or unions, dependencies first: they become interfaces and classes of their own. */
export function namedDefinitions(root) {
  const ordered = []
  const visit = (schema) => {
    if (Array.isArray(schema)) return schema.forEach(visit)
    if (typeof schema !== 'object' || schema === null) return
    const name = refName(schema)
    if (name !== undefined) {
      if (ordered.includes(name)) return
      visit(root.$defs[name])
      if (['object', 'union'].includes(formOf(schema, root)) && !ordered.includes(name))
        ordered.push(name)
      return
    }
    for (const [key, member] of Object.entries(schema)) if (key !== '$defs') visit(member)
  }
  visit(root)
  return ordered
}

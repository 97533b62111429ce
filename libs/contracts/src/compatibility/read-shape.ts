// SPDX-License-Identifier: Apache-2.0
// The dialect of generate/dialect.mjs, read strictly: a keyword that stands where it says nothing, or that the dialect
// does not have, is undecided. To pass over one would be to answer for a schema that nobody wrote.
import { readScalar } from './read-scalar'
import { nothing, tagsOf, type ArraySet, type ObjectSet, type Shape } from './shape'
import { Undecided } from './undecided'

/** A schema as JSON. */
export type Schema = Readonly<Record<string, unknown>>

/** The shape of a schema's documents. Throws Undecided where the schema is outside of the dialect. */
export function readShape(schema: object): Shape {
  const root = asSchema(schema, 'the schema')
  return shapeOf(root, { defs: root.$defs, open: [], known: new Map() })
}

interface Reading {
  readonly defs: unknown
  readonly open: readonly string[]
  /** Definitions already read, so that the same definition is the same shape. Only `referenced` adds to it. */
  readonly known: Map<string, Shape>
}

const annotations = ['$schema', '$id', '$defs', 'title', 'description']

function shapeOf(schema: Schema, reading: Reading): Shape {
  if (schema.$ref !== undefined) return referenced(schema, reading)
  if (schema.oneOf !== undefined) return unionOf(schema, reading)
  if (schema.anyOf !== undefined) return columnOf(schema, reading)
  if (schema.type === 'array') return { ...nothing, arrays: arrayOf(schema, reading) }
  if (schema.type === 'object')
    return { ...nothing, objects: { branches: [objectOf(schema, reading)] } }
  onlyKeywords(schema, 'type pattern enum const minLength maxLength minimum maximum format')
  return readScalar(schema)
}

function referenced(schema: Schema, reading: Reading): Shape {
  onlyKeywords(schema, '$ref')
  const name = String(schema.$ref).replace(/^#\/\$defs\//, '')
  const known = reading.known.get(name)
  if (known !== undefined) return known
  if (reading.open.includes(name)) throw new Undecided(`${name} refers to itself`)
  const found = Object.entries(asSchema(reading.defs, '$defs')).find(([key]) => key === name)
  if (found === undefined) throw new Undecided(`there is no ${String(schema.$ref)}`)
  const own = asSchema(found[1], name)
  const shape = shapeOf(own, { ...reading, open: [...reading.open, name] })
  reading.known.set(name, shape)
  return shape
}

// Ajv chooses the branch by the tag alone, so the branches have to be told apart by it.
function unionOf(schema: Schema, reading: Reading): Shape {
  onlyKeywords(schema, 'type discriminator oneOf')
  const tag = asSchema(schema.discriminator, 'discriminator').propertyName
  if (schema.type !== 'object' || typeof tag !== 'string')
    throw new Undecided('oneOf without type object and a discriminator')
  const branches = asList(schema.oneOf, 'oneOf').map((branch) => {
    const { objects } = shapeOf(asSchema(branch, 'a branch of oneOf'), reading)
    const [only, ...others] = objects?.tag === undefined ? (objects?.branches ?? []) : []
    if (only === undefined || others.length > 0)
      throw new Undecided('a branch of oneOf is no object')
    return only
  })
  const tags = branches.map((branch) => tagsOf(branch, tag))
  const all = tags.flat()
  const clear =
    branches.every((branch) => branch.required.has(tag)) &&
    tags.every((own) => own.length > 0) &&
    new Set(all).size === all.length
  if (!clear) throw new Undecided(`"${tag}" does not tell the branches of oneOf apart`)
  return { ...nothing, objects: { tag, branches } }
}

// A scalar or an array of it: nothing that holds arrays itself, so that an array of a document is of one kind only.
function columnOf(schema: Schema, reading: Reading): Shape {
  onlyKeywords(schema, 'anyOf')
  const [scalar, list, ...others] = asList(schema.anyOf, 'anyOf')
  const column = asSchema(list, 'the second of anyOf')
  const isColumn = others.length === 0 && column.type === 'array'
  if (!isColumn || JSON.stringify(scalar) !== JSON.stringify(column.items))
    throw new Undecided('anyOf is for columns only')
  const own = shapeOf(asSchema(scalar, 'the first of anyOf'), reading)
  if (own.arrays !== undefined) throw new Undecided('a column of arrays')
  return { ...own, arrays: arrayOf(column, reading) }
}

function arrayOf(schema: Schema, reading: Reading): ArraySet {
  onlyKeywords(schema, 'type items minItems maxItems uniqueItems')
  const { uniqueItems = false } = schema
  if (typeof uniqueItems !== 'boolean') throw new Undecided('uniqueItems is neither true nor false')
  const items = shapeOf(asSchema(schema.items, 'items'), reading)
  // Ajv compares entries by their own `valueOf`, which whoever writes an open object may set: it throws.
  if (uniqueItems && hasOpen(items)) throw new Undecided('uniqueItems over open objects')
  return {
    items,
    min: countOf(schema.minItems, 0),
    max: countOf(schema.maxItems, Infinity),
    unique: uniqueItems,
  }
}

function hasOpen({ objects, arrays }: Shape): boolean {
  const branches = objects?.branches ?? []
  return (
    (arrays !== undefined && hasOpen(arrays.items)) ||
    branches.some(({ open, members }) => open || [...members.values()].some(hasOpen))
  )
}

function objectOf(schema: Schema, reading: Reading): ObjectSet {
  onlyKeywords(schema, 'type additionalProperties required properties')
  const { additionalProperties = true } = schema
  if (typeof additionalProperties !== 'boolean')
    throw new Undecided('additionalProperties is neither true nor false')
  const required = asList(schema.required ?? [], 'required').map(String)
  const members = Object.entries(asSchema(schema.properties ?? {}, 'properties'))
  // Ajv finds these on every object, as JavaScript does.
  const inherited = [...required, ...members.map(([name]) => name)].find((name) => name in {})
  if (inherited !== undefined) throw new Undecided(`a member named "${inherited}"`)
  const unknown = required.find((name) => !members.some(([own]) => own === name))
  if (unknown !== undefined) throw new Undecided(`"${unknown}" is required and not described`)
  return {
    members: new Map(
      members.map(([name, member]) => [name, shapeOf(asSchema(member, name), reading)]),
    ),
    required: new Set(required),
    open: additionalProperties,
  }
}

function onlyKeywords(schema: Schema, keywords: string): void {
  const known = [...annotations, ...keywords.split(' ')]
  const strange = Object.keys(schema).find((keyword) => !known.includes(keyword))
  if (strange !== undefined) throw new Undecided(`the dialect has no "${strange}" here`)
}

function countOf(value: unknown, otherwise: number): number {
  if (value === undefined) return otherwise
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw new Undecided('a limit that is no whole number')
}

function asSchema(value: unknown, what: string): Schema {
  if (isSchema(value)) return value
  throw new Undecided(`${what} is no object`)
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asList(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new Undecided(`${what} is no list`)
}

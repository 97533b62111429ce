// SPDX-License-Identifier: Apache-2.0
import fc, { type Arbitrary } from 'fast-check'
import { patterns } from './random-schemas'

type Schema = Record<string, unknown>

/**
 * A schema and one that came of it by a few changes, such as a new version makes them: a limit moved, a code dropped, a
 * member added. What comes out is of the dialect.
 */
export function changedSchemas(
  schemas: Arbitrary<object>,
): Arbitrary<readonly [before: object, after: object]> {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 })
  return fc.tuple(schemas, changes).map(([before, places]) => {
    const after = structuredClone(before) as Schema
    for (const [where, how, which] of places) {
      const nodes = nodesOf(after)
      const node = nodes[where % nodes.length]!
      const possible = changesOf(node, which)
      possible[how % possible.length]?.()
      alignColumns(after)
    }
    // Entries that may be open objects cannot be compared, and here nobody follows references to see which they are.
    const isComparable = !nodesOf(after).some(isOpen)
    if (!isComparable)
      for (const node of nodesOf(after)) Reflect.deleteProperty(node, 'uniqueItems')
    return [before, after] as const
  })
}

function isOpen(node: Schema): boolean {
  return node.type === 'object' && node.properties === undefined && node.oneOf === undefined
}

/** Every schema in the schema, itself included. */
function nodesOf(schema: Schema): readonly Schema[] {
  const inside = [
    ...Object.values((schema.properties ?? {}) as Readonly<Record<string, Schema>>),
    ...Object.values((schema.$defs ?? {}) as Readonly<Record<string, Schema>>),
    ...((schema.oneOf ?? []) as readonly Schema[]),
    ...((schema.anyOf ?? []) as readonly Schema[]),
    ...(schema.items === undefined ? [] : [schema.items as Schema]),
  ]
  return [schema, ...inside.flatMap(nodesOf)]
}

function changesOf(node: Schema, which: number): readonly (() => void)[] {
  const annotate = (): void => void (node.title = `title ${which}`)
  if (node.$ref !== undefined || node.anyOf !== undefined) return [annotate]
  if (node.oneOf !== undefined) return [annotate, () => dropBranch(node, which)]
  if (node.type === 'object')
    return node.properties === undefined ? [annotate] : objectChanges(node, which)
  if (node.type === 'array') return arrayChanges(node, which)
  return [annotate, ...scalarChanges(node, which)]
}

function dropBranch(node: Schema, which: number): void {
  const branches = node.oneOf as readonly Schema[]
  if (branches.length > 1) node.oneOf = branches.filter((_, at) => at !== which % branches.length)
}

function objectChanges(node: Schema, which: number): readonly (() => void)[] {
  const properties = node.properties as Record<string, Schema>
  const required = node.required as string[]
  // The tag of a union's branch stays as it is: without it the schema would not be of the dialect.
  const names = Object.keys(properties).filter((name) => properties[name]?.const === undefined)
  const name = names[which % Math.max(1, names.length)]
  const without = required.filter((own) => own !== name)
  return [
    () => void (properties.added = { type: 'integer' }),
    () => {
      properties.added = { type: 'integer' }
      node.required = [...new Set([...required, 'added'])]
    },
    () => {
      if (name !== undefined)
        node.required = required.includes(name) ? without : [...required, name]
    },
    () => {
      if (name === undefined) return
      Reflect.deleteProperty(properties, name)
      node.required = without
    },
  ]
}

function arrayChanges(node: Schema, which: number): readonly (() => void)[] {
  const step = which % 2 === 0 ? 1 : -1
  return [
    () => void (node.minItems = Math.max(0, Number(node.minItems ?? 0) + step)),
    () => void (node.maxItems = Math.max(0, Number(node.maxItems ?? 3) + step)),
    () => {
      node.uniqueItems = node.uniqueItems !== true
    },
  ]
}

function scalarChanges(node: Schema, which: number): readonly (() => void)[] {
  const types = [node.type].flat()
  const step = which % 2 === 0 ? 1 : -1
  const nullable = (): void => {
    node.type = types.includes('null') ? types[0] : [types[0], 'null']
  }
  if (node.const !== undefined) return [() => void (node.title = 'the same')]
  if (Array.isArray(node.enum)) return [...namedChanges(node, which), nullable]
  if (types.includes('string'))
    return [
      nullable,
      () => void (node.pattern = patterns[which % patterns.length]),
      () => void Reflect.deleteProperty(node, 'pattern'),
      () => void (node.maxLength = Math.max(0, Number(node.maxLength ?? 10) + step)),
      () => void (node.minLength = Math.max(0, Number(node.minLength ?? 1) + step)),
      () => void Reflect.deleteProperty(node, 'format'),
    ]
  if (types.includes('boolean')) return [nullable]
  return [
    nullable,
    () => void (node.minimum = Number(node.minimum ?? 0) + step),
    () => void (node.maximum = Number(node.maximum ?? 5) + step),
    () => void (node.type = types.includes('integer') ? 'number' : 'integer'),
  ]
}

function namedChanges(node: Schema, which: number): readonly (() => void)[] {
  const values = node.enum as unknown[]
  const added = [node.type].flat().includes('string') ? 'added' : 17
  return [
    () => void (node.enum = [...new Set([...values, added])]),
    () => {
      if (values.length > 1) node.enum = values.filter((_, at) => at !== which % values.length)
    },
  ]
}

// The entries of a column are what its scalar is.
function alignColumns(schema: Schema): void {
  for (const node of nodesOf(schema)) {
    const [scalar, list] = (node.anyOf ?? []) as Schema[]
    if (list !== undefined) list.items = structuredClone(scalar)
  }
}

// SPDX-License-Identifier: Apache-2.0
import type { Side } from './compatibility'
import { gapsBetween } from './gaps-between'
import { named, nothing, type ObjectSet, type Shape } from './shape'
import { Undecided } from './undecided'

/** What a conversion puts where an older document has nothing, by member: `{ 'classifications.sector': 'ISIC-4' }`. */
export type Defaults = Readonly<Record<string, unknown>>

/** The documents of a version as they are after the conversion has put its defaults into them. */
export function converted(side: Side, defaults: Defaults): Side {
  const paths = Object.entries(defaults).map(([path, value]) => ({ path: path.split('.'), value }))
  if (paths.length === 0) return side
  return {
    name: `${side.name}, converted,`,
    shape: () => paths.reduce((shape, { path, value }) => put(shape, path, value), side.shape()),
    accepts: (document) =>
      side.accepts(paths.reduce((own, { path }) => without(own, path), document)),
  }
}

function put(shape: Shape, path: readonly string[], value: unknown): Shape {
  if (shape.objects === undefined) return shape
  const branches = shape.objects.branches.map((branch) => putInto(branch, path, value))
  return { ...shape, objects: { ...shape.objects, branches } }
}

function putInto(
  branch: ObjectSet,
  [name = '', ...inside]: readonly string[],
  value: unknown,
): ObjectSet {
  const member = branch.members.get(name)
  const required = new Set([...branch.required, name])
  const having = (own: Shape): ObjectSet['members'] => new Map([...branch.members, [name, own]])
  if (inside.length > 0) {
    // Inside of a member that may be missing the default stands only where the member does.
    if (member !== undefined) return { ...branch, members: having(put(member, inside, value)) }
    const around = { ...nothing, objects: { branches: [emptyObject] } }
    return { ...branch, required, members: having(put(around, inside, value)) }
  }
  const only = constant(value)
  if (member === undefined) return { ...branch, required, members: having(only) }
  if (gapsBetween(only, member).length > 0)
    throw new Undecided(`the default of "${name}" is none of its values`)
  return { ...branch, required }
}

const emptyObject: ObjectSet = { members: new Map(), required: new Set(), open: false }

function constant(value: unknown): Shape {
  if (value === null) return { ...nothing, nulls: true }
  if (typeof value === 'string') return named([value])
  if (typeof value === 'boolean') return { ...nothing, booleans: [value] }
  if (typeof value === 'number') return { ...nothing, numbers: { kind: 'named', values: [value] } }
  throw new Undecided('a default that is no scalar')
}

// The document as it was before: an object that only the defaults had made goes with them.
function without(document: unknown, [name = '', ...inside]: readonly string[]): unknown {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document
  const members = Object.entries(document).flatMap(([key, member]: readonly [string, unknown]) => {
    if (key !== name) return [[key, member] as const]
    const rest = inside.length === 0 ? undefined : without(member, inside)
    const isGone = rest === undefined || JSON.stringify(rest) === '{}'
    return isGone ? [] : [[key, rest] as const]
  })
  return Object.fromEntries(members)
}

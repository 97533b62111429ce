// SPDX-License-Identifier: Apache-2.0
import { everyNumber, type NumberSet } from './number-set'
import type { StringSet } from './string-set'

/** The documents that a schema accepts, apart by the kind of JSON they are; every reference is resolved. */
export interface Shape {
  readonly nulls: boolean
  readonly booleans: readonly boolean[]
  readonly numbers?: NumberSet
  readonly strings?: StringSet
  readonly arrays?: ArraySet
  readonly objects?: ObjectChoice
}

/** Arrays of between `min` and `max` entries. */
export interface ArraySet {
  readonly items: Shape
  readonly min: number
  readonly max: number
  readonly unique: boolean
}

/** Objects by their members. An open one takes any other member too. */
export interface ObjectSet {
  readonly members: ReadonlyMap<string, Shape>
  readonly required: ReadonlySet<string>
  readonly open: boolean
}

/** One kind of object, or several that the value of the member `tag` tells apart. */
export interface ObjectChoice {
  readonly tag?: string
  readonly branches: readonly ObjectSet[]
}

export const nothing: Shape = { nulls: false, booleans: [] }

/** Every document: what an open object may hold. */
export const anything: Shape = {
  nulls: true,
  booleans: [false, true],
  numbers: everyNumber,
  strings: { kind: 'ruled', patterns: [], min: 0, max: Infinity },
  arrays: {
    // Read when asked for, as it is this very shape.
    get items() {
      return anything
    },
    min: 0,
    max: Infinity,
    unique: false,
  },
  objects: { branches: [{ members: new Map(), required: new Set(), open: true }] },
}

/** A shape of these texts only. */
export function named(values: readonly string[]): Shape {
  return { ...nothing, strings: { kind: 'named', values } }
}

/** What a member may be; a member that the object does not know may be nothing, or anything where it is open. */
export function memberOf(object: ObjectSet, name: string): Shape {
  return object.members.get(name) ?? (object.open ? anything : nothing)
}

/** The values of the tag by which a branch is chosen. */
export function tagsOf(branch: ObjectSet, tag: string): readonly string[] {
  const { strings } = memberOf(branch, tag)
  return strings?.kind === 'named' ? strings.values : []
}

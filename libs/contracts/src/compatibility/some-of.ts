// SPDX-License-Identifier: Apache-2.0
import { someNumbers } from './number-set'
import type { ArraySet, ObjectSet, Shape } from './shape'
import { someStrings } from './string-set'
import { Undecided } from './undecided'

/** The longest array that is ever made as an example. */
const longestArray = 100_000

/**
 * Up to `most` different documents of a shape, the smallest first; fewer only where there are no more.
 * Scalars come before arrays, so that the smallest document of a column is a scalar.
 */
export function someOf(shape: Shape, most: number): readonly unknown[] {
  const found: unknown[] = []
  const room = (): number => most - found.length
  if (shape.strings !== undefined) found.push(...someStrings(shape.strings, room()))
  if (shape.numbers !== undefined) found.push(...someNumbers(shape.numbers, room()))
  found.push(...shape.booleans.slice(0, room()))
  if (shape.nulls && room() > 0) found.push(null)
  if (shape.arrays !== undefined && room() > 0) found.push(...someArrays(shape.arrays, room()))
  for (const branch of shape.objects?.branches ?? [])
    if (room() > 0) found.push(...someObjects(branch, room()))
  return found
}

/** Up to `most` different objects: the least one has the required members only. */
export function someObjects(object: ObjectSet, most: number): readonly Record<string, unknown>[] {
  let made: readonly Record<string, unknown>[] = [{}]
  for (const [name, shape] of object.members) {
    const optional = !object.required.has(name)
    if (optional && most <= 1) continue
    const values = someOf(shape, most)
    made = upTo(most, made, (own) => [
      ...(optional ? [own] : []),
      ...values.map((value) => ({ ...own, [name]: value })),
    ])
  }
  if (!object.open || made.length === 0) return made
  return [...made, ...withOtherMembers(object, made, most - made.length)]
}

// An open object has as many more as are asked for.
function withOtherMembers(
  object: ObjectSet,
  [least]: readonly Record<string, unknown>[],
  most: number,
): readonly Record<string, unknown>[] {
  const name = freshName(object)
  return Array.from({ length: most }, (_, index) => ({ ...least, [name]: index }))
}

/** A name that the object does not know. */
export function freshName({ members }: ObjectSet): string {
  let name = 'other'
  while (members.has(name)) name += 'r'
  return name
}

/** How many entries an array of the set can have, counted up to `asked`. */
export function reachOf({ items, max, unique }: ArraySet, asked: number): number {
  const wanted = Math.min(max, asked)
  if (!unique) return wanted > 0 && someOf(items, 1).length === 0 ? 0 : wanted
  const different = someOf(items, Math.min(wanted, longestArray)).length
  if (different === longestArray && wanted > longestArray)
    throw new Undecided(`an example would need ${wanted} entries`)
  return Math.min(wanted, different)
}

/** True where an array of the set exists. */
export function hasArrays(arrays: ArraySet): boolean {
  return arrays.min <= arrays.max && reachOf(arrays, arrays.min) === arrays.min
}

/** An array of the set with this many entries, `first` in front; undefined where there is none. */
export function arrayWith(
  arrays: ArraySet,
  length: number,
  first: readonly unknown[],
): readonly unknown[] | undefined {
  if (length > longestArray) throw new Undecided(`an example would need ${length} entries`)
  if (!arrays.unique) {
    const [filler = first[0]] = someOf(arrays.items, 1)
    return filler === undefined && length > first.length
      ? undefined
      : [...first, ...Array<unknown>(Math.max(0, length - first.length)).fill(filler)]
  }
  const known = new Set(first.map((value) => JSON.stringify(value)))
  const others = someOf(arrays.items, length).filter((value) => !known.has(JSON.stringify(value)))
  const made = [...first, ...others.slice(0, Math.max(0, length - first.length))]
  return made.length < length ? undefined : made
}

function someArrays(arrays: ArraySet, most: number): readonly unknown[] {
  const found: unknown[] = []
  for (let length = arrays.min; length <= arrays.max && found.length < most; length++) {
    const own = arraysOfLength(arrays, length, most - found.length)
    if (own.length === 0) break
    found.push(...own)
  }
  return found
}

// Only the last entries differ: twenty places of two values are a million arrays, more than are ever asked for.
const places = 20

function arraysOfLength(arrays: ArraySet, length: number, most: number): readonly unknown[] {
  const least = arrayWith(arrays, length, [])
  if (least === undefined) return []
  if (most <= 1) return [least]
  const pool = someOf(arrays.items, arrays.unique ? length + most : most)
  let made: readonly (readonly unknown[])[] = [least.slice(0, Math.max(0, length - places))]
  for (let place = made[0]?.length ?? 0; place < length; place++) {
    made = upTo(most, made, (own) => {
      const used = new Set(arrays.unique ? own.map((value) => JSON.stringify(value)) : [])
      return pool.filter((value) => !used.has(JSON.stringify(value))).map((v) => [...own, v])
    })
  }
  return made
}

// What comes of each, until there are enough.
function upTo<Made>(
  most: number,
  all: readonly Made[],
  next: (one: Made) => readonly Made[],
): readonly Made[] {
  const found: Made[] = []
  for (const one of all) {
    if (found.length >= most) break
    found.push(...next(one).slice(0, most - found.length))
  }
  return found
}

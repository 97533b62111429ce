// SPDX-License-Identifier: Apache-2.0
// Whether every document of one shape is one of another, by the kind of JSON it is. No gap means that there is none:
// each function looks at all that could tell the two apart, and a part that no document reaches tells nothing.
import { decided, shown, within, type Gap } from './gap'
import { numberRule, numbersOutside } from './number-set'
import { objectGaps } from './object-gaps'
import { arrayWith, hasArrays, reachOf } from './some-of'
import type { ArraySet, Shape } from './shape'
import { stringRule, stringsOutside } from './string-set'

// The same two definitions meet at many places. An entry is added on first use and goes when the schema's shape does.
const known = new WeakMap<Shape, WeakMap<Shape, readonly Gap[]>>()

/** Where `of` has documents that `other` has not. */
export function gapsBetween(of: Shape, other: Shape): readonly Gap[] {
  if (of === other) return []
  const own = known.get(of) ?? new WeakMap<Shape, readonly Gap[]>()
  known.set(of, own)
  const before = own.get(other)
  if (before !== undefined) return before
  const gaps = [
    ...scalarGaps(of, other),
    ...decided(() => arrayGaps(of.arrays, other)),
    ...decided(() => objectGaps(of, other, gapsBetween)),
  ]
  const distinct = withoutRepeats(gaps)
  own.set(other, distinct)
  return distinct
}

function scalarGaps(of: Shape, other: Shape): readonly Gap[] {
  return [
    ...(of.nulls && !other.nulls ? [gap([null], kindsOf(other))] : []),
    ...of.booleans
      .filter((value) => !other.booleans.includes(value))
      .map((value) => gap([value], kindsOf(other))),
    ...decided(() => stringGaps(of, other)),
    ...decided(() => numberGaps(of, other)),
  ]
}

function stringGaps(of: Shape, other: Shape): readonly Gap[] {
  if (of.strings === undefined) return []
  const outside = stringsOutside(of.strings, other.strings ?? { kind: 'named', values: [] })
  if (outside.length === 0) return []
  return [gap(outside, other.strings === undefined ? kindsOf(other) : stringRule(other.strings))]
}

function numberGaps(of: Shape, other: Shape): readonly Gap[] {
  if (of.numbers === undefined) return []
  const outside = numbersOutside(of.numbers, other.numbers ?? { kind: 'named', values: [] })
  if (outside.length === 0) return []
  return [gap(outside, other.numbers === undefined ? kindsOf(other) : numberRule(other.numbers))]
}

function gap(values: readonly unknown[], rule: string): Gap {
  const [document] = values
  const others = values.length > 5 ? ` and ${values.length - 5} others` : ''
  return { path: [], what: `${values.slice(0, 5).map(shown).join(', ')}${others}`, rule, document }
}

/** The kinds of JSON that a shape takes, in words. */
function kindsOf(shape: Shape): string {
  const kinds = [
    ...(shape.strings === undefined ? [] : ['a text']),
    ...(shape.numbers === undefined ? [] : ['a number']),
    ...(shape.booleans.length === 0 ? [] : [shape.booleans.join(' or ')]),
    ...(shape.nulls ? ['null'] : []),
    ...(shape.arrays === undefined ? [] : ['a list']),
    ...(shape.objects === undefined ? [] : ['an object']),
  ]
  return kinds.length === 0 ? 'nothing fits' : `it is ${kinds.join(' or ')}`
}

function arrayGaps(of: ArraySet | undefined, other: Shape): readonly Gap[] {
  if (of === undefined || !hasArrays(of)) return []
  if (other.arrays === undefined) return [lengthGap(of, of.min, kindsOf(other))]
  return [
    ...decided(() => lengthGaps(of, other.arrays ?? of)),
    ...decided(() => repeatGaps(of, other.arrays ?? of)),
    ...decided(() => entryGaps(of, other.arrays ?? of)),
  ]
}

function lengthGaps(of: ArraySet, other: ArraySet): readonly Gap[] {
  const asked = Math.max(of.min, other.max === Infinity ? 0 : other.max + 1)
  return [
    ...(of.min < other.min ? [lengthGap(of, of.min, `it has at least ${other.min} entries`)] : []),
    ...(asked > other.max && reachOf(of, asked) === asked
      ? [lengthGap(of, asked, `it has at most ${other.max} entries`)]
      : []),
  ]
}

function lengthGap(of: ArraySet, length: number, rule: string): Gap {
  const entries = length === 1 ? '1 entry' : `${length} entries`
  return { path: [], what: `a list of ${entries}`, rule, document: arrayWith(of, length, []) }
}

function repeatGaps(of: ArraySet, other: ArraySet): readonly Gap[] {
  const length = Math.max(2, of.min)
  if (!other.unique || of.unique || reachOf(of, length) < length) return []
  const document = arrayWith(of, length, [])
  return [{ path: [], what: 'the same entry twice', rule: 'no entry is there twice', document }]
}

function entryGaps(of: ArraySet, other: ArraySet): readonly Gap[] {
  const length = Math.max(1, of.min)
  if (of.max === 0 || other.max === 0 || reachOf(of, length) < length) return []
  return gapsBetween(of.items, other.items).map((inner) =>
    within('each entry', inner, (entry) => arrayWith(of, length, [entry])),
  )
}

// A column says the same of its scalar and of its entries: once is enough.
function withoutRepeats(gaps: readonly Gap[]): readonly Gap[] {
  const said = new Set<string>()
  return gaps.filter(({ path, what, rule }) => {
    const places = path.filter((step, index) => index > 0 || step !== 'each entry')
    const text = JSON.stringify([places, what, rule])
    if (said.has(text)) return false
    said.add(text)
    return true
  })
}

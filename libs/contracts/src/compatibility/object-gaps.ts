// SPDX-License-Identifier: Apache-2.0
import { shown, within, type Gap } from './gap'
import { freshName, someObjects, someOf } from './some-of'
import { memberOf, named, tagsOf, type ObjectChoice, type ObjectSet, type Shape } from './shape'
import { hasString } from './string-set'

/** How the shapes of members are compared: they hold objects in their turn. */
type Compare = (of: Shape, other: Shape) => readonly Gap[]

/** Where objects are accepted that the other shape refuses. */
export function objectGaps(
  { objects: of }: Shape,
  { objects }: Shape,
  compare: Compare,
): readonly Gap[] {
  return (of?.branches ?? []).flatMap((branch) => {
    const [least] = someObjects(branch, 1)
    if (least === undefined) return []
    if (objects === undefined)
      return [{ path: [], what: 'an object', rule: 'it is no object', document: least }]
    const gaps = chosenGaps({ branch, least, compare }, objects)
    if (of?.tag === undefined) return gaps
    const [tag = ''] = tagsOf(branch, of.tag)
    return gaps.map((gap) => ({ ...gap, path: [`where ${of.tag} is ${shown(tag)}`, ...gap.path] }))
  })
}

/** A kind of object that some documents are of, and the least of them. */
interface Side {
  readonly branch: ObjectSet
  readonly least: Readonly<Record<string, unknown>>
  readonly compare: Compare
}

function chosenGaps(of: Side, other: ObjectChoice): readonly Gap[] {
  const { tag } = other
  if (tag !== undefined) return taggedGaps(of, tag, other.branches)
  return other.branches.flatMap((branch) => branchGaps(of, branch))
}

// The other side chooses by the tag: an object without it, or with another, is refused whatever else it has.
function taggedGaps(of: Side, tag: string, branches: readonly ObjectSet[]): readonly Gap[] {
  const known = named(branches.flatMap((branch) => tagsOf(branch, tag)))
  const own = memberOf(of.branch, tag)
  const without = of.branch.required.has(tag) ? [] : [missing(of, tag)]
  const strange = of
    .compare(own, known)
    .map((inner) => within(tag, inner, (value) => ({ ...of.least, [tag]: value })))
  const chosen = branches.flatMap((branch) =>
    tagsOf(branch, tag)
      .filter((value) => own.strings !== undefined && hasString(own.strings, value))
      .flatMap((value) => {
        const narrowed = withTag(of.branch, tag, value)
        const [least] = someObjects(narrowed, 1)
        return least === undefined ? [] : branchGaps({ ...of, branch: narrowed, least }, branch)
      }),
  )
  return [...without, ...strange, ...chosen]
}

function withTag(branch: ObjectSet, tag: string, value: string): ObjectSet {
  return {
    ...branch,
    members: new Map([...branch.members, [tag, named([value])]]),
    required: new Set([...branch.required, tag]),
  }
}

function branchGaps(of: Side, other: ObjectSet): readonly Gap[] {
  const names = new Set(of.branch.members.keys())
  if (of.branch.open) for (const name of other.members.keys()) names.add(name)
  return [
    ...[...other.required]
      .filter((name) => !of.branch.required.has(name))
      .map((name) => missing(of, name)),
    ...[...names].flatMap((name) => memberGaps(of, other, name)),
    ...(of.branch.open && !other.open ? unknownMember(of, freshNameOf(of.branch, other)) : []),
  ]
}

function missing({ least }: Side, name: string): Gap {
  return {
    path: [],
    what: `an object without "${name}"`,
    rule: `"${name}" is there`,
    document: least,
  }
}

function memberGaps(of: Side, other: ObjectSet, name: string): readonly Gap[] {
  if (!other.members.has(name) && !other.open) return unknownMember(of, name)
  return of
    .compare(memberOf(of.branch, name), memberOf(other, name))
    .map((inner) => within(name, inner, (value) => ({ ...of.least, [name]: value })))
}

function unknownMember({ branch, least }: Side, name: string): readonly Gap[] {
  const values = someOf(memberOf(branch, name), 1)
  return values.map((value) => ({
    path: [],
    what: `a member "${name}"`,
    rule: `there is no "${name}"`,
    document: { ...least, [name]: value },
  }))
}

function freshNameOf(of: ObjectSet, other: ObjectSet): string {
  return freshName({ ...of, members: new Map([...of.members, ...other.members]) })
}

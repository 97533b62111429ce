// SPDX-License-Identifier: Apache-2.0
import type { Component, Dimension, Structure } from '../structure'

/** How much a change asks of those who use a contract. */
export type ChangeLevel = 'major' | 'minor' | 'patch'

/** One thing that changed, and what it asks for. */
export interface Change {
  readonly level: ChangeLevel
  readonly at: string
  readonly why: string
}

/** What changed between two data structures. Texts for readers are no change, and what values a column takes is the schema's. */
export function structureChanges(
  before: Structure | undefined,
  after: Structure | undefined,
  defaults: readonly string[],
): readonly Change[] {
  if (before === undefined && after === undefined) return []
  if (before === undefined) return [minor('the data structure', 'there was none')]
  if (after === undefined) return [major('the data structure', 'it is gone')]
  return [
    ...fieldChanges(
      'the data structure',
      { id: before.id, unit: before.unit },
      { id: after.id, unit: after.unit },
    ),
    ...dimensionChanges(before.dimensions, after.dimensions, defaults),
    ...componentChanges('the measure', before.measures, after.measures),
    ...componentChanges('the attribute', before.attributes, after.attributes),
  ]
}

function dimensionChanges(
  before: readonly Dimension[],
  after: readonly Dimension[],
  defaults: readonly string[],
): readonly Change[] {
  return [
    ...before.filter(isNotIn(after)).map((gone) => goneDimension(gone, after)),
    ...after.filter(isNotIn(before)).map(({ column }) => {
      const at = `the dimension ${column}`
      return defaults.includes(column)
        ? minor(at, 'it is new, and the conversion gives older figures its value')
        : major(at, 'it is new, and no conversion says what older figures have there')
    }),
    ...orderChange(before, after),
    ...sameColumn(before, after).flatMap(([old, own]) =>
      fieldChanges(`the dimension ${own.column}`, old, own),
    ),
  ]
}

function goneDimension({ column, concept }: Dimension, after: readonly Dimension[]): Change {
  const renamed = after.find((own) => own.concept === concept)
  const why = renamed === undefined ? 'it is gone' : `it is called ${renamed.column} now`
  return major(`the dimension ${column}`, why)
}

// A series key names its codes by their order alone.
function orderChange(before: readonly Dimension[], after: readonly Dimension[]): readonly Change[] {
  const orderOf = (some: readonly Dimension[], others: readonly Dimension[]): string =>
    [...some]
      .sort((a, b) => a.position - b.position)
      .map(({ column }) => column)
      .filter((column) => others.some((other) => other.column === column))
      .join(', ')
  const old = orderOf(before, after)
  const own = orderOf(after, before)
  return old === own ? [] : [major('the dimensions', `their order was ${old} and is ${own}`)]
}

function componentChanges(
  what: string,
  before: readonly Component[],
  after: readonly Component[],
): readonly Change[] {
  return [
    ...before.filter(isNotIn(after)).map(({ column }) => major(`${what} ${column}`, 'it is gone')),
    ...after.filter(isNotIn(before)).map(({ column }) => minor(`${what} ${column}`, 'it is new')),
    ...sameColumn(before, after).flatMap(([old, own]) =>
      fieldChanges(`${what} ${own.column}`, old, own),
    ),
  ]
}

type Columned = Pick<Component, 'column'>

function isNotIn(others: readonly Columned[]): (own: Columned) => boolean {
  return ({ column }) => !others.some((other) => other.column === column)
}

function sameColumn<Own extends Columned>(
  before: readonly Own[],
  after: readonly Own[],
): readonly (readonly [Own, Own])[] {
  return before.flatMap((old) => {
    const own = after.find(({ column }) => column === old.column)
    return own === undefined ? [] : [[old, own] as const]
  })
}

// What the schema says of the same column, where it stands, and texts for readers.
const notCompared = [
  'column',
  'position',
  'values',
  'pattern',
  'schema',
  'required',
  'about',
  'title',
]

function fieldChanges(at: string, before: object, after: object): readonly Change[] {
  const old = new Map<string, unknown>(Object.entries(before))
  const own = new Map<string, unknown>(Object.entries(after))
  return [...new Set([...old.keys(), ...own.keys()])]
    .filter((field) => !notCompared.includes(field))
    .flatMap((field) => fieldChange(`${at}, ${field}`, old.get(field), own.get(field)))
}

function fieldChange(at: string, before: unknown, after: unknown): readonly Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (before === undefined) return [minor(at, `${JSON.stringify(after)} is new`)]
  // A classification more is one that nobody has to use; the ones that are there keep their code lists.
  if (isObject(before) && isObject(after)) return fieldChanges(at, before, after)
  const now = after === undefined ? 'it is gone' : `it is ${JSON.stringify(after)}`
  return [major(at, `it was ${JSON.stringify(before)} and ${now}`)]
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function major(at: string, why: string): Change {
  return { level: 'major', at, why }
}

function minor(at: string, why: string): Change {
  return { level: 'minor', at, why }
}

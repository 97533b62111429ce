// SPDX-License-Identifier: Apache-2.0
import type { Component, Components } from './components'
import { objectOf } from './json-value'
import { valuesOf } from './value-text'

/** Attributes of the groups that an observation is in, by their ids; asked with the indexes of its dimensions. */
export type GroupAttributes = (indexes: ReadonlyMap<string, string>) => ReadonlyMap<string, string>

interface Group {
  readonly dimensions: readonly string[]
  /** By the indexes of these dimensions. */
  readonly attributes: Map<string, ReadonlyMap<string, string>>
}

const none: ReadonlyMap<string, string> = new Map()

/** Reads the attributes that hold for all observations with some values in common: `"0::1:": [0]`. */
export function groupAttributes(listed: unknown, components: Components): GroupAttributes {
  const entries = Object.entries(objectOf(listed))
  if (entries.length === 0) return () => none
  const attributes = components.attributes.dimensionGroup
  const order = dimensionOrder(
    entries.map(([key]) => key),
    components,
  )
  const groups = new Map<string, Group>()
  for (const [key, values] of entries) {
    const parts = key.split(':')
    const given = order.filter((_, at) => (parts[at] ?? '') !== '')
    const name = given.join(':')
    const group = groups.get(name) ?? { dimensions: given, attributes: new Map() }
    groups.set(name, group)
    group.attributes.set(
      parts.filter((part) => part !== '').join(':'),
      valuesOf(attributes, values),
    )
  }
  return (indexes) => attributesIn([...groups.values()], indexes)
}

function attributesIn(
  groups: readonly Group[],
  indexes: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { dimensions, attributes } of groups) {
    const key = dimensions.map((id) => indexes.get(id) ?? '').join(':')
    for (const [id, text] of attributes.get(key) ?? none) found.set(id, text)
  }
  return found
}

// The field guide says that positions in the key are independent of levels; the samples count by levels. An attribute that names
// the dimensions it depends on shows which of both is meant.
function dimensionOrder(keys: readonly string[], components: Components): readonly string[] {
  const { dataSet, series, observation } = components.dimensions
  const byLevel = [...dataSet, ...series, ...observation]
  const byPosition = [...byLevel].sort((one, other) => one.position - other.position)
  const wanted = new Set(
    components.attributes.dimensionGroup.map(({ dependsOn }) => [...dependsOn].sort().join(':')),
  )
  const fits = (order: readonly Component[]): boolean =>
    keys.every((key) => {
      const parts = key.split(':')
      const given = order.filter((_, at) => (parts[at] ?? '') !== '').map(({ id }) => id)
      return wanted.has(given.sort().join(':'))
    })
  const order = !fits(byPosition) && fits(byLevel) ? byLevel : byPosition
  return order.map(({ id }) => id)
}

// SPDX-License-Identifier: Apache-2.0
import { shown } from '../text/shown'
import type { Component } from './components'
import { arrayOf, isObject, textOf } from './json-value'

/** What a key or a value cannot be read for; caught where an observation is read, and told with its number. */
export class Unreadable extends Error {}

/** The texts of components for which a list has something, by id. What follows them in the list are annotations. */
export function valuesOf(
  components: readonly Component[],
  listed: unknown,
): ReadonlyMap<string, string> {
  const raw = arrayOf(listed)
  const texts = new Map<string, string>()
  for (const [at, component] of components.entries()) {
    const text = valueText(component, raw[at])
    if (text !== undefined) texts.set(component.id, text)
  }
  return texts
}

/** The text of a value: an index of the component's values, or their id, or the value itself. */
function valueText(component: Component, raw: unknown): string | undefined {
  if (raw === null || raw === undefined) return undefined
  if (component.values === undefined) return textOf(raw)
  if (Array.isArray(raw)) {
    const texts = raw.flatMap((one) => valueText(component, one) ?? [])
    return texts.length === 0 ? undefined : texts.join(' ')
  }
  if (typeof raw === 'string' && component.values.includes(raw)) return raw
  if (typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw < component.values.length)
    return component.values[raw]
  const written = isObject(raw) ? 'an object' : `"${shown(textOf(raw) ?? '')}"`
  throw new Unreadable(`${component.id} has no value ${written}`)
}

// SPDX-License-Identifier: Apache-2.0
import { withoutExponent } from '../xlsx/number-text'

/** A JSON object whose members nobody has looked at. */
export type JsonObject = Readonly<Record<string, unknown>>

/** The value where it is an object, else an empty one: senders leave out what they like. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}

/** True for an object that is no array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value where it is an array, else an empty one. */
export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The value where it is text, else undefined. */
export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/**
 * A value as a file of text would have it: numbers without exponent, several values with a separator, of texts in several
 * languages the English one or else the first. Undefined for null and what is none of these.
 */
export function textOf(value: unknown, separator = '; '): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return withoutExponent(String(value))
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) {
    const texts = value.flatMap((one) => textOf(one, separator) ?? [])
    return texts.length === 0 ? undefined : texts.join(separator)
  }
  if (!isObject(value)) return undefined
  return stringOf(value['en']) ?? Object.values(value).find((one) => typeof one === 'string')
}

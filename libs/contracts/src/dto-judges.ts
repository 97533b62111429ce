// SPDX-License-Identifier: Apache-2.0
import { isDate, isDateTime } from './formats'

/** What a scalar has to be, in the words of the contract's schema. */
export interface ScalarRule {
  readonly type: 'string' | 'integer' | 'number' | 'boolean'
  readonly nullable?: boolean
  readonly values?: readonly (string | number)[]
  readonly pattern?: RegExp
  readonly format?: 'date' | 'date-time'
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

/** How many entries an array may have. */
export interface ListBounds {
  readonly min: number
  readonly max: number
  readonly unique?: boolean
}

/** True when a value is a scalar of the rule. */
export function isScalar(value: unknown, rule: ScalarRule): boolean {
  if (value === null) return rule.nullable === true
  if (rule.type === 'boolean') return typeof value === 'boolean'
  if (rule.type === 'string') return typeof value === 'string' && isText(value, rule)
  return typeof value === 'number' && isAmount(value, rule)
}

/** True when a value is an array within its bounds of which every entry is accepted. */
export function isList(
  value: unknown,
  bounds: ListBounds,
  accepts: (entry: unknown) => boolean,
): boolean {
  if (!Array.isArray(value) || value.length < bounds.min || value.length > bounds.max) return false
  if (bounds.unique === true && new Set(value).size !== value.length) return false
  return value.every(accepts)
}

/** True when a value is an object in the sense of JSON. */
export function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: string, rule: ScalarRule): boolean {
  // JSON Schema counts characters, not the units of UTF-16.
  const length = Array.from(value).length
  return (
    length >= (rule.minLength ?? 0) &&
    length <= (rule.maxLength ?? Infinity) &&
    (rule.values?.includes(value) ?? true) &&
    (rule.pattern?.test(value) ?? true) &&
    (rule.format === undefined || hasFormat(value, rule.format))
  )
}

function isAmount(value: number, rule: ScalarRule): boolean {
  return (
    (rule.type === 'integer' ? Number.isInteger(value) : Number.isFinite(value)) &&
    value >= (rule.minimum ?? -Infinity) &&
    value <= (rule.maximum ?? Infinity) &&
    (rule.values?.includes(value) ?? true)
  )
}

function hasFormat(value: string, format: 'date' | 'date-time'): boolean {
  return format === 'date' ? isDate(value) : isDateTime(value)
}

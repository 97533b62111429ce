// SPDX-License-Identifier: Apache-2.0
import { checkPattern } from './parse-pattern'
import { formatPatterns } from './format-patterns'
import { everyNumber, hasNumber, type NumberSet } from './number-set'
import { nothing, type Shape } from './shape'
import { hasString, type StringSet } from './string-set'
import { Undecided } from './undecided'

type Scalar = Readonly<Record<string, unknown>>

const scalarTypes = ['string', 'integer', 'number', 'boolean', 'null']
const keywordsOf: Readonly<Record<string, readonly string[]>> = {
  string: ['pattern', 'minLength', 'maxLength', 'format'],
  number: ['minimum', 'maximum'],
}

/** The shape of a scalar, which may be null too. Throws Undecided where a keyword says nothing about its types. */
export function readScalar(schema: Scalar): Shape {
  const types = [schema.type].flat()
  if (types.length === 0 || !types.every((type) => scalarTypes.includes(String(type))))
    throw new Undecided(`the dialect has no scalar of type ${JSON.stringify(schema.type ?? null)}`)
  const isText = types.includes('string')
  const isNumber = types.includes('number') || types.includes('integer')
  if (!isText) withoutKeywords(schema, 'string')
  if (!isNumber) withoutKeywords(schema, 'number')
  const values = valuesOf(schema)
  return {
    ...nothing,
    nulls: types.includes('null') && (values?.includes(null) ?? true),
    booleans: types.includes('boolean')
      ? [false, true].filter((value) => values?.includes(value) ?? true)
      : [],
    ...(isText ? { strings: stringsOf(schema, values) } : {}),
    ...(isNumber ? { numbers: numbersOf(schema, values, !types.includes('number')) } : {}),
  }
}

function withoutKeywords(schema: Scalar, type: string): void {
  const strange = keywordsOf[type]?.find((keyword) => schema[keyword] !== undefined)
  if (strange !== undefined) throw new Undecided(`"${strange}" on a scalar that is never a ${type}`)
}

// `const` and `enum` together: what both name. undefined: nothing is named, everything may be.
function valuesOf(schema: Scalar): readonly unknown[] | undefined {
  const named = schema.enum
  if (named !== undefined && !Array.isArray(named)) throw new Undecided('enum is no list')
  const values: readonly unknown[] | undefined = named
  if (schema.const === undefined) return values === undefined ? undefined : [...new Set(values)]
  const isNamed = values?.includes(schema.const) ?? true
  return isNamed ? [schema.const] : []
}

function stringsOf(schema: Scalar, values: readonly unknown[] | undefined): StringSet {
  const { pattern, format } = schema
  if (pattern !== undefined && typeof pattern !== 'string')
    throw new Undecided('pattern is no text')
  if (pattern !== undefined) checkPattern(pattern)
  if (format !== undefined && (typeof format !== 'string' || formatPatterns[format] === undefined))
    throw new Undecided(`the dialect has no format ${JSON.stringify(format)}`)
  const ruled: StringSet = {
    kind: 'ruled',
    patterns: pattern === undefined ? [] : [pattern],
    ...(typeof format === 'string' ? { format } : {}),
    min: boundOf(schema.minLength, 0),
    max: boundOf(schema.maxLength, Infinity),
  }
  return values === undefined
    ? ruled
    : { kind: 'named', values: values.filter(isString).filter((text) => hasString(ruled, text)) }
}

function numbersOf(
  schema: Scalar,
  values: readonly unknown[] | undefined,
  whole: boolean,
): NumberSet {
  const ruled: NumberSet = {
    kind: 'ruled',
    whole,
    min: Math.max(boundOf(schema.minimum, everyNumber.min), everyNumber.min),
    max: Math.min(boundOf(schema.maximum, everyNumber.max), everyNumber.max),
  }
  return values === undefined
    ? ruled
    : { kind: 'named', values: values.filter(isNumber).filter((value) => hasNumber(ruled, value)) }
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

function boundOf(value: unknown, otherwise: number): number {
  if (value === undefined) return otherwise
  if (typeof value === 'number' && !Number.isNaN(value)) return value
  throw new Undecided('a limit that is no number')
}

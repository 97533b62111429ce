// SPDX-License-Identifier: Apache-2.0
// Documents of a schema, made straight from the schema's own words: it shares no code with the gate whose verdicts it tests.
import fc, { type Arbitrary } from 'fast-check'

type Schema = Readonly<Record<string, unknown>>

/**
 * Documents that a schema of the contracts' dialect accepts. Where a part has no documents the arbitrary may hold ones
 * that the schema refuses: ask Ajv before relying on one.
 */
export function instancesOf(schema: object): Arbitrary<unknown> {
  const root = schema as Schema
  return instances(root, root)
}

function instances(schema: Schema, root: Schema): Arbitrary<unknown> {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.replace('#/$defs/', '')
    return instances((root.$defs as Readonly<Record<string, Schema>>)[name]!, root)
  }
  const choices = (schema.oneOf ?? schema.anyOf) as readonly Schema[] | undefined
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => instances(choice, root)))
  if (schema.type === 'array') return arrays(schema, root)
  if (schema.type === 'object') return objects(schema, root)
  return scalars(schema)
}

function objects(schema: Schema, root: Schema): Arbitrary<unknown> {
  const members = Object.entries((schema.properties ?? {}) as Readonly<Record<string, Schema>>)
  const required = (schema.required ?? []) as string[]
  const known = fc.record(
    Object.fromEntries(members.map(([name, member]) => [name, instances(member, root)])),
    // What comes out of JSON.parse has a prototype.
    {
      noNullPrototype: true,
      requiredKeys: required.filter((name) => members.some(([own]) => own === name)),
    },
  )
  if (schema.additionalProperties === false) return known
  return fc
    .tuple(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'x', 'other'), fc.jsonValue()), known)
    .map(([others, own]) => ({
      ...Object.fromEntries(required.map((name) => [name, null])),
      ...Object.fromEntries(
        Object.entries(others).filter(([name]) => !members.some(([own]) => own === name)),
      ),
      ...own,
    }))
}

function arrays(schema: Schema, root: Schema): Arbitrary<unknown> {
  const entry = instances(schema.items as Schema, root)
  const minLength = Number(schema.minItems ?? 0)
  // Long enough to meet a limit of some hundred entries, short enough to make thousands of them.
  const maxLength = Math.max(minLength, Math.min(Number(schema.maxItems ?? 6), minLength + 6))
  const bounds = { minLength, maxLength }
  if (schema.uniqueItems !== true)
    return fc.oneof(
      fc.array(entry, bounds),
      fc.tuple(entry, fc.integer({ min: minLength, max: maxLength })).map(repeated),
    )
  return fc
    .array(entry, bounds)
    .map((made) => [...new Map(made.map((value) => [JSON.stringify(value), value])).values()])
}

function repeated([value, length]: readonly [unknown, number]): readonly unknown[] {
  return Array<unknown>(length).fill(value)
}

function scalars(schema: Schema): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]))
  return fc.oneof(...[schema.type].flat().map((type) => ofType(type, schema)))
}

function ofType(type: unknown, schema: Schema): Arbitrary<unknown> {
  const least = Number(schema.minimum ?? -Number.MAX_VALUE)
  const most = Number(schema.maximum ?? Number.MAX_VALUE)
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.oneof(wholeNumbers(least, most), nearEnds(least, most))
    case 'number':
      return fc.oneof(
        fc.double({ min: least, max: Math.max(least, most), noNaN: true }),
        wholeNumbers(least, most),
        nearEnds(least, most),
      )
    default:
      return texts(schema)
  }
}

function wholeNumbers(least: number, most: number): Arbitrary<number> {
  const min = Math.max(Math.ceil(least), Number.MIN_SAFE_INTEGER)
  return fc.integer({
    min,
    max: Math.max(min, Math.min(Math.floor(most), Number.MAX_SAFE_INTEGER)),
  })
}

function nearEnds(least: number, most: number): Arbitrary<number> {
  return fc.constantFrom(Math.ceil(least), Math.floor(most))
}

// A few of each sort: making fast-check's own tables of characters takes longer than all the rest.
const letters = fc.constantFrom('A', 'B', 'a', '0', ' ', '-', '\n', 'é', '😀', '\u0000')

function texts(schema: Schema): Arbitrary<string> {
  const minLength = Number(schema.minLength ?? 0)
  const maxLength = Math.max(minLength, Number(schema.maxLength ?? minLength + 40))
  if (schema.format !== undefined) return moments(schema)
  if (typeof schema.pattern === 'string') {
    const made = matching(schema.pattern)
    // Cut to the limit: where the pattern is not followed then, Ajv says so.
    return fc.oneof(
      made,
      made.map((text) => Array.from(text).slice(0, maxLength).join('')),
    )
  }
  return fc
    .array(letters, { minLength, maxLength: Math.min(maxLength, minLength + 40) })
    .map((made) => made.join(''))
}

// Made once each, as fast-check takes its time over them. An entry is added on first use, and tests have few patterns.
const known = new Map<string, Arbitrary<string>>()

function matching(pattern: string): Arbitrary<string> {
  const made = known.get(pattern) ?? fc.stringMatching(new RegExp(pattern, 'u'))
  known.set(pattern, made)
  return made
}

function moments(schema: Schema): Arbitrary<string> {
  const day = fc
    .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString())
  if (schema.format === 'date') return day.map((text) => text.slice(0, 10))
  const zone = fc.constantFrom('Z', 'Z', '+01:00', '-23:59')
  return fc
    .tuple(day, fc.constantFrom('', '.5', '.123456789', '.0123456789'), zone)
    .map(([text, fraction, offset]) => `${text.slice(0, 19)}${fraction}${offset}`)
}

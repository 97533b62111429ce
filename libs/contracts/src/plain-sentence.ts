// SPDX-License-Identifier: Apache-2.0
import type { ErrorObject } from 'ajv/dist/2020'

/** The first thing that a contract's schema does not accept, as a sentence: place, then what was met, then what is wanted. */
export function plainSentence(errors: readonly ErrorObject[]): string {
  const error = mostTelling(errors)
  if (error === undefined) return 'the content does not follow its contract'
  return `${placeOf(error.instancePath)}${whatIsWrong(error)}`
}

// A column is a scalar or a list: of both answers the one that went deeper is about the form the sender chose.
function mostTelling(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const depth = ({ instancePath }: ErrorObject): number => instancePath.split('/').length
  const answers = errors.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'oneOf')
  const fits = answers.filter((error) => !isOfAnotherForm(error))
  return [...(fits.length > 0 ? fits : answers)].sort((a, b) => depth(b) - depth(a))[0]
}

function isOfAnotherForm({ keyword, schema, data }: ErrorObject): boolean {
  return keyword === 'type' && (schema === 'array') !== Array.isArray(data)
}

/** '/clauses/0/corridors/1/origin' is told as 'clauses, entry 1, corridors, entry 2, origin: '. */
function placeOf(instancePath: string): string {
  const steps = instancePath.split('/').slice(1)
  const words = steps.map((step) =>
    /^\d+$/.test(step) ? `entry ${Number(step) + 1}` : named(step),
  )
  return words.length === 0 ? '' : `${words.join(', ')}: `
}

function named(step: string): string {
  const name = step.replaceAll('~1', '/').replaceAll('~0', '~')
  return /^\w{1,40}$/.test(name) ? name : quoted(name)
}

function whatIsWrong(error: ErrorObject): string {
  switch (error.keyword) {
    case 'required':
      return `${String(error.params.missingProperty)} is missing`
    case 'additionalProperties':
      return `${quoted(error.params.additionalProperty)} is not a known name here`
    case 'discriminator':
      return `${String(error.params.tag)} ${quoted(error.params.tagValue)} is not known`
    case 'type':
      return `${quoted(error.data)} is not ${typeWords(error)}`
    case 'enum':
      return `${quoted(error.data)} is not one of ${listed(error.params.allowedValues)}`
    case 'const':
      return `${quoted(error.data)} is not ${quoted(error.params.allowedValue)}`
    case 'pattern':
    case 'format':
      return `${quoted(error.data)} is not ${titleOf(error) ?? 'written as it has to be'}`
    default:
      return boundWords(error)
  }
}

function boundWords({ keyword, params, data }: ErrorObject): string {
  const limit = String(params.limit)
  const bounds: Readonly<Record<string, string>> = {
    minimum: `${quoted(data)} is less than ${limit}`,
    maximum: `${quoted(data)} is more than ${limit}`,
    minLength: `the text is shorter than ${limit} characters`,
    maxLength: `the text is longer than ${limit} characters`,
    minItems: `there are fewer than ${limit} entries`,
    maxItems: `there are more than ${limit} entries`,
    uniqueItems: 'an entry stands twice',
  }
  return bounds[keyword] ?? 'this does not follow the contract'
}

const wordsOfTypes: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

function typeWords(error: ErrorObject): string {
  const types: readonly unknown[] = [error.params.type].flat()
  return (
    titleOf(error) ?? types.map((type) => wordsOfTypes[String(type)] ?? String(type)).join(' or ')
  )
}

function titleOf({ parentSchema }: ErrorObject): string | undefined {
  const title: unknown = parentSchema?.title
  const isDefinition = typeof title === 'string' && /^[a-z0-9]/.test(title)
  return isDefinition ? title : undefined
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.map(String).join(', ') : String(values)
}

// The sender controls the value: cut it, and let JSON escape what a terminal would obey.
function quoted(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value !== 'string') return String(value)
  const short = value.length > 40 ? `${value.slice(0, 40)}…` : value
  return JSON.stringify(short).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    '?',
  )
}

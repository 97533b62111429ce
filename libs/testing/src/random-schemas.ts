// SPDX-License-Identifier: Apache-2.0
import fc, { type Arbitrary } from 'fast-check'

/** Patterns that overlap, hold each other, or are the same written otherwise. */
export const patterns = [
  '^[A-Z]$',
  '^[A-Z]{1,2}$',
  '^[AB]+$',
  '^(A|B){1,3}$',
  '^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$',
  '^[0-9]{4}(-Q[12])?$',
  '^\\d{4}',
  'A',
  '^.',
  '^a*$',
]
const words = ['A', 'B', 'AB', 'BA', '2016', '2016-Q1', '', 'aa']
const numbers = [-1, 0, 0.5, 1, 2, 3]

const optional = <Value>(values: readonly Value[]): Arbitrary<Value | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 })

/** Keywords that are not there are left out. */
const described = (members: Readonly<Record<string, Arbitrary<unknown>>>): Arbitrary<object> =>
  fc
    .record(members)
    .map((made) =>
      Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)),
    )

const named = <Value>(values: readonly Value[]): Arbitrary<readonly Value[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })

const scalars: Arbitrary<object> = fc.oneof(
  described({
    type: fc.constantFrom<unknown>('string', 'string', ['string', 'null']),
    pattern: optional(patterns),
    minLength: optional([0, 1, 2]),
    maxLength: optional([0, 1, 2, 4, 7]),
  }),
  described({
    type: fc.constant('string'),
    format: fc.constantFrom('date', 'date-time'),
    pattern: optional(['^[0-9]{4}-', 'Z$', '^2', '-29']),
    maxLength: optional([10, 20]),
  }),
  described({
    type: fc.constantFrom<unknown>('string', ['string', 'null']),
    enum: named([...words, null]),
    maxLength: optional([1, 2]),
  }),
  described({ type: fc.constant('string'), const: fc.constantFrom(...words) }),
  described({
    type: fc.constantFrom<unknown>('integer', 'number', ['integer', 'null'], ['number', 'null']),
    minimum: optional(numbers),
    maximum: optional(numbers),
  }),
  described({ type: fc.constantFrom('integer', 'number'), enum: named([0, 1, 2, 3, 1.5]) }),
  described({ type: fc.constantFrom<unknown>('boolean', ['boolean', 'null']) }),
  described({ type: fc.constant('boolean'), const: fc.boolean() }),
)

const { schema } = fc.letrec<{ schema: object }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 3, arbitrary: scalars },
    { weight: 2, arbitrary: lists(tie('schema')) },
    { weight: 3, arbitrary: objects(tie('schema')) },
    { weight: 1, arbitrary: scalars.chain((items) => columns(items)) },
    { weight: 1, arbitrary: unions(tie('schema')) },
    { weight: 1, arbitrary: fc.constant({ type: 'object' }) },
  ),
}))

// The entries of an open object cannot be compared, so it is in no list whose entries have to be different.
function lists(items: Arbitrary<object>): Arbitrary<object> {
  return everyList(items).map((list) =>
    JSON.stringify(list).includes('{"type":"object"}') ? { ...list, uniqueItems: false } : list,
  )
}

function everyList(items: Arbitrary<object>): Arbitrary<object> {
  return described({
    type: fc.constant('array'),
    items,
    minItems: optional([0, 1, 2, 3]),
    maxItems: optional([0, 1, 2, 3, 4]),
    uniqueItems: optional([true, true, false]),
  })
}

function columns(scalar: object): Arbitrary<object> {
  return lists(fc.constant(scalar)).map((list) => ({ anyOf: [scalar, list] }))
}

function objects(member: Arbitrary<object>): Arbitrary<object> {
  return fc
    .tuple(fc.dictionary(fc.constantFrom('a', 'b', 'c'), member, { maxKeys: 3 }), fc.nat(7))
    .map(([properties, chosen]) => ({
      type: 'object',
      additionalProperties: false,
      required: Object.keys(properties).filter((_, index) => (chosen >> index) % 2 === 1),
      properties: { ...properties },
    }))
}

function unions(member: Arbitrary<object>): Arbitrary<object> {
  const branch = (kind: string): Arbitrary<object> =>
    objects(member).map((own) => {
      const { properties, required } = own as { properties: object; required: readonly string[] }
      const tag = { type: 'string', const: kind }
      return { ...own, required: ['kind', ...required], properties: { kind: tag, ...properties } }
    })
  return fc
    .subarray(['x', 'y', 'z'], { minLength: 1 })
    .chain((kinds) => fc.tuple(...kinds.map(branch)))
    .map((oneOf) => ({ type: 'object', discriminator: { propertyName: 'kind' }, oneOf }))
}

/** Schemas of the contracts' dialect, small enough that two of them often have to do with each other. */
export const randomSchemas: Arbitrary<object> = schema

// SPDX-License-Identifier: Apache-2.0
import { compatibility, type Verdict } from './compatibility'
import { judgeOf } from './judge'

const text = (more: object): object => ({ type: 'string', ...more })
const whole = (more: object): object => ({ type: 'integer', ...more })
const list = (items: object, more: object): object => ({ type: 'array', items, ...more })
const column = (scalar: object, more: object): object => ({ anyOf: [scalar, list(scalar, more)] })
const object = (properties: object, required: readonly string[] = []): object => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
})
const branch = (kind: string, more: object): object =>
  object({ kind: { type: 'string', const: kind }, ...more }, ['kind'])
const union = (...oneOf: readonly object[]): object => ({
  type: 'object',
  discriminator: { propertyName: 'kind' },
  oneOf,
})
const never = text({ pattern: '^a$', minLength: 2 })

type Pair = readonly [before: object, after: object]

type Case = readonly [change: string, pair: Pair, goes: 'both' | 'backward' | 'forward' | 'neither']

const cases: readonly Case[] = [
  [
    'an optional member is added',
    [object({ a: whole({}) }), object({ a: whole({}), b: whole({}) })],
    'backward',
  ],
  ['a required member is added', [object({}), object({ a: whole({}) }, ['a'])], 'neither'],
  ['an optional member is removed', [object({ a: whole({}) }), object({})], 'forward'],
  [
    'a required member becomes optional',
    [object({ a: whole({}) }, ['a']), object({ a: whole({}) })],
    'backward',
  ],
  ['a closed object is opened', [object({}), { type: 'object' }], 'backward'],
  [
    'an open object asks for a member',
    [
      { type: 'object' },
      { type: 'object', required: ['a'], properties: { a: { type: 'object' } } },
    ],
    'forward',
  ],
  [
    'a member of an open object is described',
    [{ type: 'object' }, { type: 'object', properties: { a: whole({}) } }],
    'forward',
  ],
  ['a member that can never be there is removed', [object({ a: never }), object({})], 'both'],
  [
    'an object that nothing fits gets a member',
    [object({ a: never }, ['a']), object({ b: whole({}) }, ['b'])],
    'backward',
  ],
  [
    'more entries are allowed',
    [list(whole({}), { maxItems: 2 }), list(whole({}), { maxItems: 3 })],
    'backward',
  ],
  ['an entry is asked for', [list(whole({}), {}), list(whole({}), { minItems: 1 })], 'forward'],
  [
    'entries have to be different',
    [list(whole({}), { maxItems: 9 }), list(whole({}), { uniqueItems: true, maxItems: 9 })],
    'forward',
  ],
  [
    'one entry is always different',
    [list(whole({}), { maxItems: 1 }), list(whole({}), { uniqueItems: true, maxItems: 1 })],
    'both',
  ],
  [
    'there are no more different entries than codes',
    [
      list(text({ enum: ['A', 'B'] }), { uniqueItems: true }),
      list(text({ enum: ['A', 'B'] }), { uniqueItems: true, maxItems: 2 }),
    ],
    'both',
  ],
  [
    'an array that asks for more different entries than there are',
    [list({ type: 'boolean' }, { uniqueItems: true, minItems: 3 }), text({})],
    'backward',
  ],
  ['entries that nothing fits', [list(never, {}), list(never, { maxItems: 0 })], 'both'],
  [
    'the entries of an array that is always empty',
    [list(whole({}), { maxItems: 0 }), list(text({}), { maxItems: 0 })],
    'both',
  ],
  ['a scalar becomes a column', [whole({}), column(whole({}), { minItems: 1 })], 'backward'],
  [
    'the scalar of a column is narrowed',
    [column(whole({}), {}), column(whole({ minimum: 0 }), {})],
    'forward',
  ],
  [
    'the rows of a column are limited',
    [column(whole({}), { maxItems: 5000 }), column(whole({}), { maxItems: 50 })],
    'forward',
  ],
  [
    'a branch is added',
    [union(branch('a', {})), union(branch('a', {}), branch('b', {}))],
    'backward',
  ],
  ['a branch changes its name', [union(branch('a', {})), union(branch('b', {}))], 'neither'],
  [
    'branches change their order',
    [union(branch('a', {}), branch('b', {})), union(branch('b', {}), branch('a', {}))],
    'both',
  ],
  [
    'a branch gets a member',
    [
      union(branch('a', {}), branch('b', {})),
      union(branch('a', {}), branch('b', { n: whole({}) })),
    ],
    'backward',
  ],
  [
    'a branch becomes the only one',
    [union(branch('a', {}), branch('b', {})), branch('a', {})],
    'forward',
  ],
  [
    'an object becomes a union of what it was',
    [
      object({ kind: text({ enum: ['a', 'b'] }) }, ['kind']),
      union(branch('a', {}), branch('b', {})),
    ],
    'both',
  ],
  [
    'an object without its tag becomes a union',
    [object({ kind: text({ enum: ['a'] }) }), union(branch('a', {}))],
    'forward',
  ],
  [
    'titles, descriptions and ids change',
    [
      { ...text({}), $id: 'urn:a', title: 'one' },
      { ...text({}), $id: 'urn:b', description: 'two' },
    ],
    'both',
  ],
  [
    'a reference becomes what it names',
    [
      { ...object({ a: { $ref: '#/$defs/n' } }), $defs: { n: whole({}) } },
      object({ a: whole({}) }),
    ],
    'both',
  ],
]

describe.each(cases)('when %s', (_, [before, after], goes) => {
  const { backward, forward } = compatibility(before, after)

  it('the verdict is known, and what does not go has a document that shows it', () => {
    expect([backward.compatible, forward.compatible]).toEqual([
      goes === 'both' || goes === 'backward',
      goes === 'both' || goes === 'forward',
    ])
    expect(shownBy(backward, [before, after])).toEqual(
      backward.compatible ? undefined : [true, false],
    )
    expect(shownBy(forward, [after, before])).toEqual(
      forward.compatible ? undefined : [true, false],
    )
  })
})

function shownBy(verdict: Verdict, pair: Pair): readonly boolean[] | undefined {
  if (verdict.compatible !== false) return undefined
  return pair.map((schema) => judgeOf(schema)(verdict.counterexample))
}

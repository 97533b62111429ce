// SPDX-License-Identifier: Apache-2.0
import Ajv2020 from 'ajv/dist/2020'
import { isDate, isDateTime } from '../formats'
import { schemas } from '../generated/schemas'
import { compatibility } from './compatibility'
import { sampleOf } from './sample-of'

const text = (more: object): object => ({ type: 'string', ...more })
const whole = (more: object): object => ({ type: 'integer', ...more })
const list = (items: object, more: object): object => ({ type: 'array', items, ...more })
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

function accepts(schema: object, document: unknown): boolean {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    discriminator: true,
    formats: { date: isDate, 'date-time': isDateTime },
  })
  return ajv.compile(schema)(document)
}

describe('a verdict', () => {
  it('says where, what the one accepts and what the other asks for', () => {
    const sides = (share: object): object =>
      object({ clauses: list(union(branch('share', share)), {}) })
    const before = sides({ to: text({ pattern: '^[A-Z0-9]{2}$' }), rows: whole({ maximum: 9 }) })
    const after = sides({ to: text({ pattern: '^[A-Z]{2}$' }), rows: whole({ maximum: 7 }) })
    expect(compatibility(before, after)).toEqual({
      backward: {
        compatible: false,
        counterexample: { clauses: [{ kind: 'share', rows: 8 }] },
        reasons: [
          {
            at: 'clauses, each entry, where kind is "share", rows',
            why: 'the old version accepts 8; the new version asks that it is whole and it is at most 7',
          },
          {
            at: 'clauses, each entry, where kind is "share", to',
            why: 'the old version accepts "A0"; the new version asks that it follows ^[A-Z]{2}$',
          },
        ],
      },
      forward: { compatible: true },
    })
  })

  it.each<[string, object]>([
    ['a keyword that the dialect does not have', whole({ multipleOf: 2 })],
    ['a keyword that says nothing about its type', whole({ pattern: '^a$' })],
    ['a pattern that is not regular', text({ pattern: '^(a|b)\\1$', maxLength: 10 })],
    ['a format that nobody judges', text({ format: 'email' })],
    ['anyOf that is no column', { anyOf: [text({}), whole({})] }],
    ['oneOf without a tag', { type: 'object', oneOf: [object({})] }],
    ['a reference that leads nowhere', { $ref: '#/$defs/nowhere' }],
    ['a keyword beside a reference', { $ref: '#/$defs/a', maxLength: 1, $defs: { a: text({}) } }],
    [
      'a definition that refers to itself',
      { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } },
    ],
    ['no type', { enum: ['A'] }],
    ['an array whose entries are not described', { type: 'array' }],
    ['a member that every object has', object({ constructor: text({}) })],
  ])('is unknown for %s, and says why', (_, strange) => {
    for (const [before, after] of [
      [strange, text({ maxLength: 9 })],
      [text({ maxLength: 9 }), strange],
    ] as const) {
      const { backward, forward } = compatibility(before, after)
      expect([backward.compatible, forward.compatible]).toEqual(['unknown', 'unknown'])
      expect(backward).toMatchObject({
        reasons: [{ why: expect.stringContaining('it is not decided: ') as string }],
      })
    }
  })

  it('is unknown where a counterexample would be too large to make, and false where another shows it', () => {
    const before = object({ a: list(whole({}), {}), b: whole({}) })
    const limited = (b: object): object =>
      object({ a: list(whole({}), { maxItems: 10_000_000 }), b })
    expect(compatibility(before, limited(whole({}))).backward.compatible).toBe('unknown')
    expect(compatibility(before, limited(text({}))).backward.compatible).toBe(false)
  })
})

describe.each(Object.entries(schemas))('the contract %s', (_, versions) => {
  it('is of the dialect, goes together with itself, and has a smallest document', () => {
    for (const schema of Object.values<object>(versions)) {
      const copy: unknown = JSON.parse(JSON.stringify(schema))
      expect(compatibility(schema, copy as object)).toEqual({
        backward: { compatible: true },
        forward: { compatible: true },
      })
      expect(accepts(schema, sampleOf(schema))).toBe(true)
    }
  })
})

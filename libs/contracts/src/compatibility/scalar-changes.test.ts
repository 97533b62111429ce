// SPDX-License-Identifier: Apache-2.0
import { compatibility, type Verdict } from './compatibility'
import { judgeOf } from './judge'

const text = (more: object): object => ({ type: 'string', ...more })
const whole = (more: object): object => ({ type: 'integer', ...more })
const period = '^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$'
const moment = '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$'

type Pair = readonly [before: object, after: object]

type Case = readonly [change: string, pair: Pair, goes: 'both' | 'backward' | 'forward' | 'neither']

const cases: readonly Case[] = [
  ['a code is added', [text({ enum: ['A'] }), text({ enum: ['A', 'B'] })], 'backward'],
  ['codes change their order', [text({ enum: ['A', 'B'] }), text({ enum: ['B', 'A'] })], 'both'],
  [
    'a code list becomes a pattern',
    [text({ enum: ['A', 'BC'] }), text({ pattern: '^[A-Z]{1,2}$' })],
    'backward',
  ],
  [
    'a pattern becomes all that it accepts',
    [text({ pattern: '^[AB]$' }), text({ enum: ['B', 'A'] })],
    'both',
  ],
  ['a constant changes', [text({ const: '1.0' }), text({ const: '1.1' })], 'neither'],
  [
    'a constant becomes a code of many',
    [text({ const: 'A' }), text({ enum: ['A', 'B'] })],
    'backward',
  ],
  [
    'a pattern is written otherwise',
    [text({ pattern: '^[0-9]{2,3}$' }), text({ pattern: '^\\d\\d\\d?$' })],
    'both',
  ],
  ['a pattern loses its anchor', [text({ pattern: '^A$' }), text({ pattern: '^A' })], 'backward'],
  [
    'a pattern is narrowed',
    [text({ pattern: period }), text({ pattern: '^[0-9]{4}(-Q[1-4])?$' })],
    'forward',
  ],
  ['two patterns overlap', [text({ pattern: '^[AB]$' }), text({ pattern: '^[BC]$' })], 'neither'],
  [
    'a limit says what the pattern says',
    [text({ pattern: '^[A-Z]{2,5}$' }), text({ pattern: '^[A-Z]+$', minLength: 2, maxLength: 5 })],
    'both',
  ],
  [
    'a limit in characters, not in units of UTF-16',
    [text({ pattern: '^😀{3}$' }), text({ minLength: 3, maxLength: 3 })],
    'backward',
  ],
  [
    'a day becomes any text of its form',
    [text({ format: 'date' }), text({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })],
    'backward',
  ],
  [
    'a moment loses its pattern',
    [text({ format: 'date-time', pattern: moment }), text({ format: 'date-time' })],
    'backward',
  ],
  [
    'a moment loses its format',
    [text({ format: 'date-time', pattern: moment }), text({ pattern: moment })],
    'backward',
  ],
  ['a text gets a pattern that all follow', [text({}), text({ pattern: '' })], 'both'],
  [
    'a range is widened',
    [whole({ minimum: 0, maximum: 9 }), whole({ minimum: 0, maximum: 10 })],
    'backward',
  ],
  [
    'a range moves',
    [whole({ minimum: 0, maximum: 9 }), whole({ minimum: 1, maximum: 10 })],
    'neither',
  ],
  ['a range is written with a fraction', [whole({ minimum: 1 }), whole({ minimum: 0.5 })], 'both'],
  ['whole numbers become numbers', [whole({}), { type: 'number' }], 'backward'],
  [
    'numbers between which nothing is',
    [{ type: 'number', minimum: 3, maximum: 3 }, whole({ minimum: 3, maximum: 3 })],
    'both',
  ],
  [
    'whole numbers become all of them by name',
    [whole({ minimum: 1, maximum: 3 }), whole({ enum: [3, 2, 1] })],
    'both',
  ],
  ['null is allowed', [whole({}), { type: ['integer', 'null'] }], 'backward'],
  [
    'null is allowed in the type only',
    [whole({ enum: [1] }), { type: ['integer', 'null'], enum: [1] }],
    'both',
  ],
  ['true is all that is left', [{ type: 'boolean' }, { type: 'boolean', const: true }], 'forward'],
  ['a number becomes a text', [whole({}), text({})], 'neither'],
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

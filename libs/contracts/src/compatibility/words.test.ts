// SPDX-License-Identifier: Apache-2.0
import fc, { type Arbitrary } from 'fast-check'
import { isDate, isDateTime } from '../formats'
import { formatPatterns } from './format-patterns'
import { parsePattern } from './parse-pattern'
import { shortestOutside, someWords, type Words } from './words'

const letters = ['a', 'b', '-']
const allWords = wordsUpTo(5)

function wordsUpTo(length: number): readonly string[] {
  if (length === 0) return ['']
  const shorter = wordsUpTo(length - 1)
  const longest = shorter.filter((word) => word.length === length - 1)
  return [...shorter, ...longest.flatMap((word) => letters.map((letter) => word + letter))]
}

const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    fc.constantFrom(
      'a',
      'b',
      '-',
      '[ab]',
      '[^a]',
      '.',
      '\\w',
      '\\W',
      '[a-]',
      '[\\-b]',
      '^',
      '$',
      '',
    ),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => a + b),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(${a}|${b})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{2,}', '{0,3}', '*?'))
      .map(([a, times]) => `(?:${a})${times}`),
    tie('pattern').map((a) => `^${a}$`),
  ),
}))

const words: Arbitrary<Words> = fc
  .tuple(
    fc.array(pattern, { maxLength: 2 }),
    fc.constantFrom(0, 0, 1, 2),
    fc.constantFrom(Infinity, Infinity, 0, 2, 4),
  )
  .map(([patterns, min, max]) => ({ patterns, min, max }))

function accepts({ patterns, min, max }: Words, word: string): boolean {
  const length = Array.from(word).length
  const fits = min <= length && length <= max
  return fits && patterns.every((source) => new RegExp(source, 'u').test(word))
}

describe('two sets of words', () => {
  it('are told apart by the shortest word that JavaScript accepts in one and not in the other', () => {
    fc.assert(
      fc.property(words, words, (of, other) => {
        const found = shortestOutside(of, other)
        const known = allWords.find((word) => accepts(of, word) && !accepts(other, word))
        if (found === undefined) expect(known).toBeUndefined()
        else {
          expect([accepts(of, found), accepts(other, found)]).toEqual([true, false])
          expect(found.length).toBeLessThanOrEqual(known?.length ?? found.length)
        }
      }),
      { numRuns: 1500 },
    )
  })
})

describe('the words of a set', () => {
  it('are all different, all accepted, and all there are when they are fewer than asked for', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 20 }), (of, most) => {
        const found = someWords(of, most)
        expect(new Set(found).size).toBe(found.length)
        expect(found.filter((word) => !accepts(of, word))).toEqual([])
        if (found.length < most)
          expect(allWords.filter((word) => accepts(of, word) && !found.includes(word))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('are found where most ways lead to no end', () => {
    const of = { patterns: ['^[ab]*-$'], min: 0, max: Infinity }
    expect(someWords(of, 3)).toEqual(['-', 'a-', 'b-'])
    expect(someWords({ ...of, max: 1 }, 3)).toEqual(['-'])
    expect(someWords({ ...of, max: 0 }, 3)).toEqual([])
  })
})

describe('a pattern', () => {
  it.each(['(?=a)a', '(?<!a)b', '\\bword', '(a)\\1', '\\p{L}', '(?<name>a)', '[\\p{L}]', '(?i:a)'])(
    'that is not regular, or not read here, is undecided: %s',
    (source) => {
      expect(() => parsePattern(source)).toThrow(
        expect.objectContaining({ name: 'Undecided' }) as Error,
      )
    },
  )

  it('that is no pattern is undecided', () => {
    expect(() => parsePattern('[a')).toThrow('"[a" is no pattern')
  })

  it.each([
    ['^\\d\\.\\u0041\\u{1F600}\\x42\\cA\\t\\/$', '7.A😀B\u0001\t/'],
    ['^[\\w\\-.]{2}[^\\s]$', 'é'],
    ['^[\\]\\\\^]$', ']'],
    ['^.$', '\n'],
    ['^.$', '😀'],
    ['^\\S$', '\u00a0'],
    ['^[\\d-]$', '-'],
    ['^[\\0-\\cA]$', '\u0001'],
  ])('reads escapes as JavaScript does: %s', (source, text) => {
    const exactly = { patterns: [source], min: 0, max: Infinity }
    const literal = Array.from(text).map(
      (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`,
    )
    const only = { patterns: [`^${literal.join('')}$`], min: 0, max: Infinity }
    const isIn = shortestOutside(only, exactly) === undefined
    expect(isIn).toBe(new RegExp(source, 'u').test(text))
  })
})

describe('the patterns of formats', () => {
  const day = new RegExp(formatPatterns.date ?? '', 'u')
  const moment = new RegExp(formatPatterns['date-time'] ?? '', 'u')

  it('accept the days that the calendar has, in every year', () => {
    const days = ['02-28', '02-29', '02-30', '04-30', '04-31', '12-31', '13-01', '00-10', '01-00']
    const wrong: string[] = []
    for (let year = 0; year <= 9999; year++) {
      for (const rest of days) {
        const text = `${String(year).padStart(4, '0')}-${rest}`
        if (day.test(text) !== isDate(text)) wrong.push(text)
      }
    }
    expect(wrong).toEqual([])
  })

  it('accept each day of a year and no other', () => {
    for (let month = 0; month <= 13; month++) {
      for (let number = 0; number <= 32; number++) {
        const text = `2023-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`
        expect([text, day.test(text)]).toEqual([text, isDate(text)])
      }
    }
  })

  it('accept the moments that isDateTime accepts', () => {
    const clock = fc.stringMatching(/^[0-2][0-9]:[0-6][0-9]:[0-6][0-9]$/)
    const fraction = fc.constantFrom('', '.', '.5', '.123456789123')
    const zone = fc.oneof(
      fc.constantFrom('Z', 'z', ''),
      fc.stringMatching(/^[+-][0-2][0-9]:[0-6]0$/),
    )
    const date = fc.constantFrom('2024-02-29', '2023-02-29', '1900-02-29', '2000-02-29', '24-1-1')
    fc.assert(
      fc.property(
        fc.tuple(date, fc.constantFrom('T', 't', ' '), clock, fraction, zone),
        (parts) => {
          const text = parts.join('')
          expect([text, moment.test(text)]).toEqual([text, isDateTime(text)])
        },
      ),
      { numRuns: 1000 },
    )
  })
})

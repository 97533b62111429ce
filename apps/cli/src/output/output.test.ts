// SPDX-License-Identifier: Apache-2.0
import { clean, cleanName } from './clean'
import { progressBar } from './progress-bar'
import { pairs, table } from './table'
import { count, fingerprint, instant, list, whole } from './words'

describe('what others wrote', () => {
  it.each([
    ['a title', 'a title'],
    ['\u001b[2J\u001b]0;owned\u0007', '\\u{1b}[2J\\u{1b}]0;owned\\u{7}'],
    ['two\r\nlines', 'two\\u{d}\\u{a}lines'],
    ['\u009b31mred', '\\u{9b}31mred'],
    ['abc\u202ednuob', 'abc\\u{202e}dnuob'],
    ['zero\u200bwidth', 'zero\\u{200b}width'],
    ['tag\u{e0041}', 'tag\\u{e0041}'],
    ['Österreich 日本 القاهرة', 'Österreich 日本 القاهرة'],
  ])('%j is shown as %s', (text, shown) => {
    expect(clean(text)).toBe(shown)
  })

  it('is cut where it is long', () => {
    expect(clean('x'.repeat(500), 10)).toBe('xxxxxxxxx…')
  })

  it('cannot leave its folder as the name of a file', () => {
    expect(cleanName('../../etc/passwd')).toBe('_etc_passwd')
  })
})

describe('a table', () => {
  it('has numbers at the end of their column and no escapes of others', () => {
    const rows = [
      { who: 'BE', people: 1204 },
      { who: '\u001b[31mDK', people: 7 },
    ]
    const text = table(
      [
        { name: 'Who', of: ({ who }) => who },
        { name: 'People', of: ({ people }) => whole(people), end: true },
      ],
      rows,
    )
    expect(text).toBe(
      ['Who           People', 'BE             1,204', '\\u{1b}[31mDK       7'].join('\n'),
    )
  })

  it('of pairs has what each says under each other', () => {
    expect(
      pairs([
        ['Hub', 'here'],
        ['Digest', 'sha-256:…'],
      ]),
    ).toBe('Hub     here\nDigest  sha-256:…')
  })
})

describe('words', () => {
  it.each([
    ['2026-11-14T09:12:33.123Z', '14 Nov 2026, 09:12 UTC'],
    ['2026-11-14T09:12:33.1+02:00', '14 Nov 2026, 07:12 UTC'],
    ['2026-11-14', '14 Nov 2026'],
    ['never\u001b', 'never\\u{1b}'],
  ])('for the instant %j are %s', (iso, words) => {
    expect(instant(iso)).toBe(words)
  })

  it('for numbers have groups and a real minus', () => {
    expect([whole(1234567), whole(-42), count(1, 'row'), count(5000, 'row')]).toEqual([
      '1,234,567',
      '−42',
      '1 row',
      '5,000 rows',
    ])
  })

  it('for a key can be read out by phone', () => {
    expect(fingerprint(Buffer.alloc(32, 0x9f).toString('base64url'))).toBe(
      `SHA256:${Array.from({ length: 16 }, () => '9f9f').join(' ')}`,
    )
  })

  it('for names make a sentence', () => {
    expect([list(['BE']), list(['BE', 'DK']), list(['BE', 'DK', 'FI'])]).toEqual([
      'BE',
      'BE and DK',
      'BE, DK and FI',
    ])
  })
})

describe('progress', () => {
  const progress = { what: 'Receipts', done: 7, of: 10, things: 'messages' }

  it('is a bar, with plain signs where the terminal has no others', () => {
    expect(progressBar(progress)).toBe('Receipts ███████░░░ 70 %  7 of 10 messages')
    expect(progressBar(progress, { ascii: true })).toBe(
      'Receipts [#######---] 70 %  7 of 10 messages',
    )
  })
})

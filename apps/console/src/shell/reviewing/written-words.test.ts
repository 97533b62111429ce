// SPDX-License-Identifier: Apache-2.0
import { membersOf, notRightIn, optionsOf, quoted, wordsIn, wordsOf } from './written-words'

const formOf = (fields: readonly (readonly [string, string])[]) =>
  wordsOf(new URLSearchParams(fields.map(([name, value]) => [name, value])))
const offer = [
  ...([
    ['value', ' 50000 '],
    ['reason', 'late'],
  ] as const),
  ...([
    ['cause', 'TIMING'],
    ['persons', '\u22124000'],
  ] as const),
  ...([
    ['cause', 'SDC'],
    ['persons', ''],
  ] as const),
] as const

describe('what was written into a form', () => {
  it('comes to the members of an act, a minus of a typesetter too', () => {
    const written = formOf(offer)
    expect(notRightIn('propose', written)).toEqual([])
    expect(membersOf('propose', written)).toEqual({
      ...{ value: 50_000, reason: 'late' },
      causes: [{ cause: 'TIMING', persons: -4_000 }, { cause: 'SDC' }],
    })
  })

  it('is the same again after it was signed', () => {
    const members = membersOf('propose', formOf(offer))
    const act = { act: 'propose', agreement: 'BE-DK-2026', at: '2026-11-26T09:00:00Z' } as const
    expect(membersOf('propose', wordsIn({ ...act, ...members }))).toEqual(members)
  })

  it.each([
    { act: 'propose', fields: [['value', '1.204']], field: 'value', why: 'not-whole' },
    { act: 'counter', fields: [['value', '-3']], field: 'value', why: 'not-whole' },
    { act: 'propose', fields: [], field: 'value', why: 'missing' },
    { act: 'differ', fields: [], field: 'causes', why: 'missing' },
    {
      act: 'differ',
      fields: [
        ['cause', ''],
        ['persons', '3'],
      ],
      field: 'causes',
      why: 'no-cause',
    },
    {
      act: 'explain',
      fields: [
        ['cause', 'SDC'],
        ['cause', 'SDC'],
      ],
      field: 'causes',
      why: 'twice',
    },
    { act: 'close', fields: [], field: 'reason', why: 'missing' },
    { act: 'comment', fields: [['text', 'x'.repeat(2_001)]], field: 'text', why: 'too-long' },
  ] as const)(
    'is looked at before it is signed: the $field of $act can be $why',
    ({ act, fields, field, why }) => {
      expect(notRightIn(act, formOf(fields))).toContainEqual({ field, why })
    },
  )

  it('has rows for twenty causes at most', () => {
    const many = Array.from({ length: 30 }, () => ['cause', 'SDC'] as const)
    expect(formOf([...many, ['more', 'cause']]).causes).toHaveLength(20)
  })
})

describe('the command that does the same', () => {
  it('is quoted for a shell, whatever somebody has written', () => {
    expect(optionsOf(formOf(offer))).toBe(
      ' --value 50000 --cause TIMING=-4000 --cause SDC --reason late',
    )
    expect(quoted("it's $(rm -rf ~) `now`")).toBe("'it'\\''s $(rm -rf ~) `now`'")
  })
})

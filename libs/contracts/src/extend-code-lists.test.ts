// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { codeList } from './code-list'
import { codeListVersion, extendCodeLists } from './extend-code-lists'
import { codeListValues, type CodeListId } from './generated/code-lists'
import type { CodeListExtension } from './generated/types'

const from = '2026-01-01'
const source = 'Synthetic'

afterEach(() => extendCodeLists([]))

function extension(list: string, ...codes: CodeListExtension['codes']): CodeListExtension {
  return { list, source, codes }
}

function refused(...extensions: readonly CodeListExtension[]): string {
  const outcome = extendCodeLists(extensions)
  return outcome.ok ? 'taken' : `${outcome.refusal.code}: ${outcome.refusal.detail}`
}

describe('an extension', () => {
  it('adds codes that are looked up as released ones are, also through a list that was kept', () => {
    const kept = codeList('CL_OCCUPATION')
    expect(kept.normalise('OC2513A')).toBeUndefined()
    const added = extension(
      'CL_OCCUPATION',
      { code: 'OC2513A', label: 'Front-end developers', validFrom: from },
      { code: 'OC2513B', label: 'Back-end developers', parent: 'OC2513', validFrom: from },
    )
    expect(extendCodeLists([added])).toEqual({ ok: true, value: ['CL_OCCUPATION'] })
    expect(kept.normalise('OC2513A')).toBe('OC2513A')
    expect(kept.codeOfLabel('front-end DEVELOPERS')).toBe('OC2513A')
    expect(kept.parent('OC2513A')).toBe('OC2513')
    expect(kept.children('OC2513')).toEqual(['OC2513A', 'OC2513B'])
    expect(kept.contains('OC2', 'OC2513B')).toBe(true)
    expect([kept.validAt('OC2513A', '2025-12-31'), kept.validAt('OC2513A', from)]).toEqual([
      false,
      true,
    ])
    expect(codeList('CL_OCCUPATION').codes).toContain('OC2513B')
  })

  it('takes the place of the one before, and none at all leaves what is released', () => {
    const atlantis = extension('CL_AREA', {
      code: 'ATLANTIS',
      label: 'Atlantis',
      parent: '150',
      validFrom: from,
    })
    extendCodeLists([atlantis])
    expect(codeList('CL_AREA').parent('ATLANTIS')).toBe('150')
    extendCodeLists([extension('CL_STAY', { code: 'DAILY', label: 'Each day', validFrom: from })])
    expect(codeList('CL_AREA').normalise('ATLANTIS')).toBeUndefined()
    expect(codeList('CL_STAY').normalise('DAILY')).toBe('DAILY')
    extendCodeLists([])
    expect(codeList('CL_STAY').normalise('DAILY')).toBeUndefined()
  })

  it('is told in the version of the list, whatever the order of its codes', () => {
    const one = { code: 'ONE', label: 'One', validFrom: from }
    const two = { code: 'TWO', label: 'Two', validFrom: from }
    const released = codeListVersion('CL_STAY')
    expect(released).toMatch(/^\d+\.\d+\.\d+$/)
    extendCodeLists([extension('CL_STAY', one, two)])
    const version = codeListVersion('CL_STAY')
    expect(version).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/)
    expect(codeList('CL_STAY').version).toBe(version)
    expect(codeListVersion('CL_SEX')).toBe(codeList('CL_SEX').version)
    extendCodeLists([extension('CL_STAY', two), extension('CL_STAY', one)])
    expect(codeListVersion('CL_STAY')).toBe(version)
    extendCodeLists([extension('CL_STAY', one)])
    expect(codeListVersion('CL_STAY')).not.toBe(version)
  })
})

describe('an extension is refused', () => {
  const code = { code: 'NEW', label: 'New', validFrom: from }

  it.each([
    { why: 'of a list that is not there', list: 'CL_STARS', expected: 'CODE_LIST_UNKNOWN' },
    { why: 'of a list that schemas hold', list: 'CL_VALUE_STATUS', expected: 'CODE_LIST_CLOSED' },
    { why: 'with a released code', own: { code: 'BE' }, expected: 'CODE_TAKEN' },
    { why: 'with an alias', own: { code: 'EL' }, expected: 'CODE_TAKEN' },
    { why: 'with an age', list: 'CL_AGE', own: { code: 'Y15T19' }, expected: 'CODE_TAKEN' },
    { why: 'with a released label', own: { label: 'belgium' }, expected: 'CODE_TAKEN' },
    { why: 'with a parent of nowhere', own: { parent: 'QQ' }, expected: 'CODE_PARENT_WRONG' },
    {
      why: 'with a parent where the list has none',
      list: 'CL_STAY',
      own: { parent: 'SEASONAL' },
      expected: 'CODE_PARENT_WRONG',
    },
    {
      why: 'with a parent that its digits deny',
      list: 'CL_OCCUPATION',
      own: { code: 'OC11111', parent: 'OC2' },
      expected: 'CODE_PARENT_WRONG',
    },
    {
      why: 'with a code between released ones',
      list: 'CL_ACTIVITY_ISIC4',
      own: { code: 'A0' },
      expected: 'CODE_PARENT_WRONG',
    },
    { why: 'with an end before its start', own: { validUntil: from }, expected: 'CONTENT_WRONG' },
    { why: 'against its contract', own: { code: 'new' }, expected: 'CONTENT_WRONG' },
  ])('$why', ({ list = 'CL_AREA', own = {}, expected }) => {
    const released = codeList('CL_AREA').version
    expect(refused(extension(list, { ...code, ...own })).split(':')[0]).toBe(expected)
    expect(codeList('CL_AREA').version).toBe(released)
  })

  it('with a code that stands above itself, or twice', () => {
    const a = { code: 'AAA1', label: 'A', parent: 'BBB1', validFrom: from }
    const b = { code: 'BBB1', label: 'B', parent: 'AAA1', validFrom: from }
    expect(refused(extension('CL_AREA', a, b))).toMatch(/^CODE_PARENT_WRONG/)
    expect(refused(extension('CL_STAY', code), extension('CL_STAY', code))).toMatch(/^CODE_TAKEN/)
  })

  it('as a whole: what was there before stays', () => {
    extendCodeLists([extension('CL_STAY', code)])
    expect(refused(extension('CL_AREA', code), extension('CL_SEX', { ...code, code: 'F' }))).toBe(
      'CODE_TAKEN: CL_SEX has F already',
    )
    expect(codeList('CL_STAY').normalise('NEW')).toBe('NEW')
    expect(codeList('CL_AREA').normalise('NEW')).toBeUndefined()
  })
})

describe('what is released', () => {
  const open = (Object.keys(codeListValues) as CodeListId[]).filter(
    (id) => codeListValues[id].closed !== true,
  )
  const codes = fc.record({
    code: fc.oneof(
      fc.stringMatching(/^[A-Z0-9_]{1,6}$/),
      fc.constantFrom('A0', 'OC', 'OC25A', 'Y15', 'BE', 'EL', '011A'),
    ),
    label: fc.constantFrom('New', 'Belgium', 'Managers', 'Other', 'Female'),
    validFrom: fc.constant(from),
  })

  it('is found as before, whatever is added or refused', () => {
    const look = (id: CodeListId): unknown =>
      codeListValues[id].codes.map(([code, text]) => {
        const list = codeList(id)
        return [list.normalise(code), list.label(code), list.parent(code), list.codeOfLabel(text)]
      })
    fc.assert(
      fc.property(
        fc.constantFrom(...open.filter((id) => codeListValues[id].codes.length < 700)),
        fc.array(codes, { minLength: 1, maxLength: 4 }),
        (id, added) => {
          extendCodeLists([])
          const before = look(id)
          const outcome = extendCodeLists([extension(id, ...added)])
          expect(look(id)).toEqual(before)
          const known = added.every(({ code }) => codeList(id).codes.includes(code))
          if (outcome.ok) expect(known).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})

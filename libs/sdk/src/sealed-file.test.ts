// SPDX-License-Identifier: Apache-2.0
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { newHome, newHub, stated } from './given'
import { readSealedFile, writeSealedFile } from './sealed-file'

let home: string
beforeEach(() => (home = newHome()))
afterEach(() => rmSync(home, { recursive: true }))

describe('a sealed file', () => {
  it('gives the statement back to the byte', async () => {
    const file = join(home, 'receipt.json')
    const sealed = await stated(await newHub(), 'corridor-receipt')
    writeSealedFile(file, sealed)
    expect(readSealedFile(file)).toEqual({ ok: true, value: sealed })
  })

  it('keeps any text as it is, with its byte order marks, line ends and escapes', () => {
    const file = join(home, 'any.json')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bytes = Buffer.from(`\uFEFF${text}\r\n\u2028`)
        writeSealedFile(file, { bytes, signature: 'head..tail' })
        expect(readSealedFile(file)).toEqual({
          ok: true,
          value: { bytes, signature: 'head..tail' },
        })
      }),
      { numRuns: 30 },
    )
  })

  it.each([
    '',
    'no JSON',
    'null',
    '[]',
    '{"signature":"head..tail"}',
    '{"signature":1,"payload":""}',
  ])('is refused where it is none: %s', (text) => {
    const file = join(home, 'wrong.json')
    writeFileSync(file, text)
    expect(readSealedFile(file)).toMatchObject({ ok: false, refusal: { code: 'FILE_UNREADABLE' } })
  })

  it('is refused where nothing is there', () => {
    expect(readSealedFile(join(home, 'none.json'))).toMatchObject({
      ok: false,
      refusal: { code: 'FILE_UNREADABLE' },
    })
  })
})

// SPDX-License-Identifier: Apache-2.0
import iconv from 'iconv-lite'
import { decodeText } from './decode-text'

const header = 'place,value\n'

describe('a file in UTF-8', () => {
  it.each(['', '\uFEFF'])('is read without a word, with a byte order mark or without', (mark) => {
    const read = decodeText(Buffer.from(`${mark}${header}Österreich,1\n`))
    expect(read).toEqual({
      text: `${header}Österreich,1\n`,
      encoding: 'utf-8',
      notes: [],
      problems: [],
    })
  })

  it('stays that where a byte is damaged', () => {
    const bytes = Buffer.from(`${header}Österreich größer,1\näöüÄÖÜß áéíóú,1\nŁódź świat,2\n`)
    bytes[bytes.length - 8] = 0xff
    const { text, encoding, notes } = decodeText(bytes)
    expect({ encoding, notes }).toEqual({ encoding: 'utf-8', notes: [] })
    expect(text.split('\n').findIndex((line) => line.includes('\uFFFD'))).toBe(3)
  })
})

describe('a file in another encoding', () => {
  it.each([
    ['windows-1256', 'Windows-1256', 'مصر القاهرة والسودان الخرطوم'],
    ['windows-1252', 'Windows-1252', 'Österreich und größere Länder'],
    ['windows-1251', 'Windows-1251', 'Россия Москва Украина Киев'],
    ['windows-1250', 'Windows-1250', 'Kraków Łódź świat żółć'],
    ['shift_jis', 'SHIFT_JIS', '日本の東京'],
    ['utf-16le', 'UTF-16LE', 'Pérou'],
    ['utf-16be', 'UTF-16BE', 'Pérou'],
  ])('is recognised and told with an example: %s', (encoding, name, place) => {
    const text = `${header}${place},1\n`
    const read = decodeText(iconv.encode(text, encoding))
    expect(read.text).toBe(text)
    expect(read.problems).toEqual([])
    expect(read.notes).toEqual([
      {
        code: 'FILE_ENCODING_RECOGNISED',
        detail: `the file is in ${name}, not UTF-8; we read it as ${name}; look at row 2: "${place}". Right?`,
        row: 2,
      },
    ])
  })

  it('is read in the one that was named', () => {
    const text = `${header}İstanbul,1\n`
    const bytes = iconv.encode(text, 'windows-1254')
    expect(decodeText(bytes).text).not.toBe(text)
    expect(decodeText(bytes, 'Windows-1254')).toEqual({
      text,
      encoding: 'windows-1254',
      notes: [],
      problems: [],
    })
  })

  it('is what its byte order mark says, whatever was named', () => {
    const text = `${header}Pérou,1\n`
    const bytes = iconv.encode(text, 'utf-16le', { addBOM: true })
    expect(decodeText(bytes, 'windows-1252')).toMatchObject({ text, encoding: 'utf-16le' })
  })

  it('cannot be read in one that nobody knows', () => {
    const { text, problems } = decodeText(Buffer.from('a'), 'klingon')
    expect(text).toBe('')
    expect(problems).toMatchObject([{ code: 'FILE_ENCODING_WRONG' }])
  })
})

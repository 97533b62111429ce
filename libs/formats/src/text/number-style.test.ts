// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { pointStyle, readNumber, recogniseNumbers } from './number-style'

const readAs = (cells: readonly string[]): readonly string[] => {
  const style = recogniseNumbers(cells)
  return cells.map((cell) => {
    const read = readNumber(cell, style)
    return read.kind === 'number' ? read.plain : read.kind
  })
}

describe('the numbers of a column', () => {
  it.each([
    ['whole numbers', ['0', '1204', '-3'], ['0', '1204', '-3']],
    ['a decimal point', ['122.55', '85.3', '1.204'], ['122.55', '85.3', '1.204']],
    ['a decimal comma', ['12,5', '1,204'], ['12.5', '1.204']],
    ['points between thousands', ['1.204,5', '1.204'], ['1204.5', '1204']],
    ['commas between thousands', ['1,204.5', '1,204'], ['1204.5', '1204']],
    ['commas between thousands twice', ['1,204,000', '1,204'], ['1204000', '1204']],
    ['spaces between thousands', ['1 204', '12 345 678', '7'], ['1204', '12345678', '7']],
    ['narrow spaces and a comma', ['1\u202f204,5', '1\u00a0204'], ['1204.5', '1204']],
    ['apostrophes between thousands', ["1'204", '1’204.5'], ['1204', '1204.5']],
    ['a leading zero that settles it', ['0,204', '1,204'], ['0.204', '1.204']],
  ])('are read where the column has %s', (_, cells, wanted) => {
    expect(readAs(cells)).toEqual(wanted)
  })

  it.each([
    ['nothing shows what a comma means', ['1,204', '12'], ['ambiguous', '12']],
    ['nothing shows what a point means', ['1.204', '12'], ['ambiguous', '12']],
    [
      'the column contradicts itself',
      ['12,5', '1,204,000', '1,204'],
      ['12.5', '1204000', 'ambiguous'],
    ],
  ])('are never guessed where %s', (_, cells, wanted) => {
    expect(readAs(cells)).toEqual(wanted)
  })

  it.each(['', 'n/a', '1e3', '1.2.3', '1,2,3', '12 34', '1 2', '--1', '1.', '.5', '+1', '１２'])(
    'are none: %s',
    (cell) => {
      expect(readNumber(cell, recogniseNumbers([cell]))).toEqual({ kind: 'wrong' })
    },
  )

  it('are read in one way only in SDMX', () => {
    expect(readNumber('1.204', pointStyle)).toEqual({ kind: 'number', plain: '1.204' })
    expect(readNumber('12,5', pointStyle)).toEqual({ kind: 'wrong' })
    expect(readNumber('1.204,5', pointStyle)).toEqual({ kind: 'wrong' })
  })
})

describe('a column written in the way of one country', () => {
  const ways = [
    { thousands: '', fraction: '.' },
    { thousands: '.', fraction: ',' },
    { thousands: ',', fraction: '.' },
    { thousands: '\u00a0', fraction: ',' },
  ]
  const someNumber = fc.tuple(fc.nat(9_999_999), fc.integer({ min: 0, max: 99 }))

  it('is read as it was meant, or not at all', () => {
    fc.assert(
      fc.property(
        fc.array(someNumber, { minLength: 1 }),
        fc.constantFrom(...ways),
        (numbers, { thousands, fraction }) => {
          const plain = numbers.map(([whole, part]) =>
            part === 0 ? `${whole}` : `${whole}.${part}`,
          )
          const written = plain.map((text) => {
            const [whole = '', part] = text.split('.')
            const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
            return part === undefined ? grouped : grouped + fraction + part
          })
          for (const [index, read] of readAs(written).entries())
            expect(['ambiguous', plain[index]]).toContain(read)
        },
      ),
    )
  })
})

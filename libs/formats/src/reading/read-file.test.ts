// SPDX-License-Identifier: Apache-2.0
import { gzipSync } from 'node:zlib'
import { mappings } from '@corridor/contracts'
import fc from 'fast-check'
import { writeSdmxCsv } from '../sdmx-csv/write-sdmx-csv'
import { writeCsv } from '../writing/write-csv'
import type { FileOptions } from './file-options'
import type { FileReading } from './file-reading'
import { readFile } from './read-file'

const contract = { name: 'migration-flow', version: '1.0.0' }
const csv = [
  'reporter,direction,origin,destination,period,value,minimum_stay,sex,obs_status,comment',
  'BE,outflow,BE,DK,2016,409,P12M,F,B D,"a, ""b"""',
  'BE,outflow,BE,SE,2016,7,P12M,M,A,é',
  '',
].join('\n')

const read = (
  text: string | Uint8Array,
  options: Partial<FileOptions> = {},
): Promise<FileReading> =>
  readFile(typeof text === 'string' ? Buffer.from(text) : text, {
    fileName: 'figures',
    contract,
    ...options,
  })

const rowsOf = (reading: FileReading): number =>
  reading.parts.reduce((sum, { rowNumbers }) => sum + rowNumbers.length, 0)

describe('a file', () => {
  it('is read by what is in it, whatever its name says', async () => {
    const { parts } = await read(csv, { fileName: 'figures.xlsx' })
    expect(parts).toHaveLength(2)
    const again: readonly (readonly [string, string])[] = [
      ['csv', writeCsv(parts)],
      ['sdmx-csv-1.0', writeSdmxCsv(parts, { version: '1.0' })],
      ['sdmx-csv-2.0', writeSdmxCsv(parts, { version: '2.0' })],
      ['sdmx-csv-2.1', writeSdmxCsv(parts, { version: '2.1' })],
      [
        'json',
        JSON.stringify({
          parts: parts.map((part) => ({
            contract: part.contract.name,
            version: part.contract.version,
            data: part.data,
          })),
        }),
      ],
    ]
    for (const [format, text] of again) {
      const reading = await read(text)
      expect(reading).toMatchObject({ format, problems: [] })
      expect(reading.parts.map(({ data }) => data)).toEqual(parts.map(({ data }) => data))
    }
  })

  it('may be packed with gzip', async () => {
    expect(await read(gzipSync(csv))).toEqual(await read(csv))
  })

  it('of one dataset in JSON has the contract that was named', async () => {
    const [part] = (await read(csv)).parts
    const reading = await read(JSON.stringify(part?.data))
    expect(reading).toMatchObject({
      format: 'json',
      rowsRead: 1,
      parts: [{ contract, rowNumbers: [1] }],
    })
  })

  it('may leave out what is said beside it', async () => {
    const reading = await read(
      'reporter;direction;origin;destination;period;value\nBE;outflow;BE;DK;2016;1\n',
      {
        otherwise: { minimum_stay: 'P3M' },
      },
    )
    expect(reading.parts).toMatchObject([{ data: { definition: { minimumStay: 'P3M' } } }])
  })

  it('may have flags of Eurostat', async () => {
    const reading = await read(
      'reporter,direction,origin,destination,period,value,flags,minimum_stay\nBE,outflow,BE,DK,2016,,bc,P12M\n',
    )
    expect(reading.parts).toMatchObject([
      { data: { value: null, valueStatus: 'suppressed', obsStatus: 'B', confStatus: 'C' } },
    ])
  })
})

describe('a file that cannot be read', () => {
  it.each([
    ['nothing is in it', '', 'FILE_UNREADABLE'],
    ['it has a header only', 'reporter,value\n', 'FILE_UNREADABLE'],
    ['it is a PDF', '%PDF-1.7 …', 'FILE_FORMAT_UNKNOWN'],
    ['it is broken JSON', '{"rows":', 'FILE_UNREADABLE'],
    ['it is JSON without figures', '[1]', 'FILE_UNREADABLE'],
  ])('is told where %s', async (_, text, code) => {
    expect(await read(text)).toMatchObject({ parts: [], problems: [{ code }] })
  })

  it('is told where it is too large, also when it is unpacked', async () => {
    const zeros = Buffer.alloc(50 * 1024 * 1024 + 1)
    expect((await read(zeros)).problems).toMatchObject([{ code: 'FILE_TOO_LARGE' }])
    expect((await read(gzipSync(zeros))).problems).toMatchObject([{ code: 'FILE_TOO_LARGE' }])
  })

  it('is told where nobody says which contract it follows', async () => {
    const reading = await readFile(Buffer.from(csv), { fileName: 'x.csv' })
    expect(reading.problems).toMatchObject([{ code: 'FILE_CONTRACT_UNSTATED' }])
  })

  it('is told where the contract or its version is none', async () => {
    expect(
      (await read(csv, { contract: { ...contract, version: '9.9.9' } })).problems,
    ).toMatchObject([{ code: 'CONTRACT_UNKNOWN' }])
  })

  it('is told where its encoding was named and is none', async () => {
    expect((await read(csv, { encoding: 'klingon' })).problems).toMatchObject([
      { code: 'FILE_ENCODING_WRONG' },
    ])
  })
})

describe('a file that something happened to', () => {
  const bulk =
    'freq,partner,agedef,age,unit,sex,geo\\TIME_PERIOD\t2013 \t2014\nA,DK,COMPLET,TOTAL,NR,T,BE\t123 b\t: c\n'
  const seeds = async (): Promise<readonly Buffer[]> => {
    const { parts } = await read(csv)
    const texts = [
      csv,
      csv.replaceAll(',', ';'),
      writeSdmxCsv(parts, { version: '2.1', labels: 'both' }),
      writeSdmxCsv(parts, { version: '2.0', labels: 'name' }),
      writeSdmxCsv(parts, { version: '1.0' }),
      JSON.stringify({
        parts: parts.map((part) => ({
          contract: 'migration-flow',
          version: '1.0.0',
          data: part.data,
        })),
      }),
      bulk,
    ]
    return [...texts.map((text) => Buffer.from(text)), Buffer.from(csv, 'utf16le'), gzipSync(csv)]
  }
  const someDamage = fc.record({
    seed: fc.nat(),
    flips: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
    cut: fc.option(fc.nat()),
    inserted: fc.option(
      fc.tuple(
        fc.nat(),
        fc.constantFrom(
          '\0',
          '"',
          '\n',
          ',',
          '"\n"',
          ';;',
          '\uFFFD',
          'x'.repeat(100_000),
          '\u2028',
          '\r',
          ': ',
          '[]',
          '\t',
          '{',
        ),
      ),
    ),
  })

  /** Every row is in a part, has a problem, or is counted in a note, unless the file as a whole was stopped. */
  function isAccountedFor(reading: FileReading): boolean {
    const refused = new Set(reading.problems.flatMap(({ row }) => row ?? [])).size
    const skipped = reading.notes.reduce((sum, { rows = 0 }) => sum + rows, 0)
    const isStopped = reading.parts.length === 0 && reading.problems.length > 0
    if (isStopped) return true
    const known = rowsOf(reading) + skipped
    // Several cells of a line of TSV may have a problem each.
    const told = reading.format === 'tsv' ? reading.problems.length : refused
    return known + told === reading.rowsRead
  }

  it('ends in a reading with all its rows accounted for, never in an error', async () => {
    const files = await seeds()
    await fc.assert(
      fc.asyncProperty(someDamage, async ({ seed, flips, cut, inserted }) => {
        let bytes = Buffer.from(files[seed % files.length] ?? '')
        for (const [at, value] of flips) bytes[at % bytes.length] = value
        if (inserted !== null) {
          const at = inserted[0] % bytes.length
          bytes = Buffer.concat([
            bytes.subarray(0, at),
            Buffer.from(inserted[1]),
            bytes.subarray(at),
          ])
        }
        if (cut !== null) bytes = bytes.subarray(0, cut % bytes.length)
        const mapping = mappings[seed % (mappings.length * 2)]
        const reading = await read(bytes, mapping === undefined ? { mappings } : { mapping })
        expect(isAccountedFor(reading)).toBe(true)
        for (const { value = '', detail } of reading.problems) {
          expect(value.length).toBeLessThanOrEqual(260)
          expect(detail).not.toBe('')
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('ends in a reading where it is nothing but chance', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(isAccountedFor(await read(bytes))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

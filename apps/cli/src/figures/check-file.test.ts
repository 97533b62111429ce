// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newOffice } from '../given'

const { folder, run, write, end } = newOffice()
afterAll(end)

// Jest types its matchers as any.
const containing = (text: string): unknown => expect.stringContaining(text)

const header = 'reporter,direction,origin,destination,period,value,minimum_stay'
const good = 'BE,outflow,BE,DK,2016,380,P12M'
const csv = (...rows: string[]): string => `${[header, ...rows].join('\n')}\n`

describe('the check of a file', () => {
  it('tells that nothing needs correction', async () => {
    const file = write('good.csv', csv(good))
    expect(await run(['validate', file, '--contract', 'migration-flow'])).toEqual({
      exit: 0,
      out: 'OK  1 row in 1 message. Nothing needs correction; nothing was sent.\n',
      err: 'Checking  good.csv\n          1 row\n',
    })
  })

  it('says by which contract it read a file that names none', async () => {
    const stock = 'reporter,stock_group,partner,period,value\nBE,FOREIGN_BORN,DK,2016,380\n'
    const flow = await run(['validate', write('flow.csv', csv(good))])
    expect(flow).toMatchObject({ exit: 0, err: containing('We read it as migration-flow') })
    const other = await run(['validate', write('stock.csv', stock), '--no-copy'])
    expect(other.err).toContain('We read it as migrant-stock')
  })

  it.each([
    [
      'an unknown column',
      csv(good).replace('period', 'perod'),
      'E101  Column E: "perod" is not known. Did you mean "period"?',
    ],
    [
      'an unknown code',
      csv(good, good.replace('DK', 'XX')),
      'E201  Column D (destination): code XX is not in CL_AREA.\n               Row 3.',
    ],
    ['a row that is there twice', csv(good, good), 'E305  Rows 2 and 3 are both about'],
    [
      'a comma in a number',
      csv(good.replace('380', '"1,204.5"')),
      'E110  Column F (value): "1,204.5" is not a whole number',
    ],
    [
      'a period that is none',
      csv(good.replace('2016', '13')),
      'E401  Column E (period): "13" is not',
    ],
  ])('names code, column and row: %s', async (_, text, sentence) => {
    expect(await run(['validate', write('wrong.csv', text)])).toMatchObject({
      exit: 3,
      out: containing(sentence),
    })
  })

  it('does not take a file without figures for a good one', async () => {
    const file = write('empty.csv', `${header}\n`)
    expect(await run(['validate', file, '--no-copy'])).toMatchObject({
      exit: 3,
      out: containing('STOP  The file needs correction.'),
    })
  })

  it('groups by cause, the cause of most rows first, with what to do', async () => {
    const rows = [1, 2, 3, 4, 5].map((year) => good.replace('2016', String(2010 + year)))
    const text = csv(
      ...rows.slice(0, 3).map((row) => row.replace('DK', 'XX')),
      ...rows.slice(3).map((row) => row.replace('380', 'many')),
    )
    const { out } = await run(['validate', write('wrong.csv', text)])
    expect(out).toBe(`STOP  5 rows need correction. Nothing was sent.

  3 rows  E201  Column D (destination): code XX is not in CL_AREA.
                First: row 2. Use a code of the list. Write _U if it is not known, _T for the total.
  2 rows  E110  Column F (value): "many" is not a whole number; write 1204 without point or comma.
                First: row 5. Correct the value in the row and column that the message names.

Corrected copy with notes:  wrong.checked.csv      All problems:  wrong.problems.csv
More about a code:  corridor help E201
`)
  })

  it('gives every problem of every row to a program', async () => {
    const rows = [good, good.replace('2016', '2017')].map((row) => row.replace('DK', 'XX'))
    const { exit, out } = await run(['validate', write('wrong.csv', csv(...rows)), '--json'])
    expect(exit).toBe(3)
    expect(JSON.parse(out)).toMatchObject({
      v: 1,
      ok: false,
      exit: 3,
      rowsWithErrors: 2,
      problems: [
        {
          code: 'E201',
          level: 'error',
          row: 2,
          column: 'D',
          field: 'destination',
          value: 'XX',
          rows: 2,
          rowNumbers: [2, 3],
        },
      ],
    })
  })

  it('shows the first twenty causes and counts the rest, and lists every row in the file of problems', async () => {
    const rows = Array.from({ length: 60 }, (_, row) =>
      good.replace('DK', `X${String(row % 30)}`).replace('2016', String(1950 + row)),
    )
    const { out } = await run(['validate', write('many.csv', csv(...rows))])
    expect(out).toContain('60 rows need correction')
    expect(out.match(/E201/g)).toHaveLength(21)
    expect(out).toContain('… and 10 more causes in 20 rows: the list has all of them.')
    const listed = readFileSync(join(folder, 'many.problems.csv'), 'utf8').trim().split('\r\n')
    expect(listed).toHaveLength(61)
    expect(listed[1]).toContain('E201,CODE_UNKNOWN')
  })

  it('gives the file back with what is wrong beside each row', async () => {
    const text = csv(good, good.replace('380', 'few'), good.replace('380', 'many'))
    await run(['validate', write('mine.csv', text)])
    const [head, first, second, third] = readFileSync(join(folder, 'mine.checked.csv'), 'utf8')
      .trim()
      .split('\n')
    expect([head, first]).toEqual([`${header},corridor_problem`, `${good},`])
    expect(second).toContain('column F (value): ""few"" is not a whole number')
    expect(third).toContain('column F (value): ""many"" is not a whole number')
  })

  it('writes nothing where nothing was found or nobody wants it', async () => {
    const before = readdirSync(folder).length
    await run(['validate', write('sound.csv', csv(good))])
    await run(['validate', write('not.csv', csv(good.replace('DK', 'XX'))), '--no-copy'])
    expect(readdirSync(folder)).toHaveLength(before + 2)
  })

  it('tells rows that are about another period than was said', async () => {
    const file = write('period.csv', csv(good, good.replace('2016', '2015')))
    expect(await run(['validate', file, '--period', '2016'])).toMatchObject({
      exit: 3,
      out: containing('E402  Column E (period): 2015 is not the period of this file (2016).\n'),
    })
  })

  it('tells figures that stand in two datasets of one file, which would pass for a correction', async () => {
    const part = (value: number): object => ({
      contract: 'migration-flow',
      version: '1.0.0',
      data: { ...flow, value },
    })
    const file = write('twice.json', JSON.stringify({ parts: [part(1), part(2)] }))
    expect(await run(['validate', file])).toMatchObject({
      exit: 3,
      out: containing('E305  Rows 1 and 1 are both about BE outflow BE DK 2016'),
    })
  })

  it('takes several datasets as one message, which is taken as a whole or not at all', async () => {
    const part = (period: string): object => ({
      contract: 'migration-flow',
      version: '1.0.0',
      data: { ...flow, period },
    })
    const file = write('two.json', JSON.stringify({ parts: [part('2015'), part('2016')] }))
    expect(await run(['validate', file])).toMatchObject({
      exit: 0,
      out: 'OK  2 rows of 2 datasets in 1 message, which is taken as a whole or not at all. Nothing needs correction; nothing was sent.\n',
    })
  })

  it('takes a warning only with a note that says why the figures are right', async () => {
    const hidden = { ...flow, value: 0, confStatus: 'C' }
    const file = write(
      'hidden.json',
      JSON.stringify({ contract: 'migration-flow', version: '1.0.0', data: hidden }),
    )
    const bare = await run(['validate', file, '--no-copy'])
    expect(bare).toMatchObject({ exit: 0, out: containing('LOOK  1 thing to look at') })
    expect(bare.out).toContain('say why in a note that goes with them: --note W504="why')
    const noted = await run(['validate', file, '--no-copy', '--note', 'W504=nobody came'])
    expect(noted).toMatchObject({ exit: 0, out: containing('Note: nobody came') })
    expect(noted.out).toContain('Each has a note, which goes with the figures.')
  })

  it('takes what a file leaves out from the command line', async () => {
    const file = write('short.csv', csv(good).replaceAll(/,(minimum_stay|P12M)/g, ''))
    expect(await run(['validate', file, '--no-copy'])).toMatchObject({ exit: 3 })
    expect(await run(['validate', file, '--set', 'minimum_stay=P12M'])).toMatchObject({ exit: 0 })
  })

  it('recognises the encoding and the decimal comma, and tells them', async () => {
    const text = `${header.replaceAll(',', ';')};comment\n${good.replaceAll(',', ';')};Norvège\n`
    const file = write('latin.csv', Buffer.from(text, 'latin1'))
    const spoken = await run(['validate', file, '--encoding', 'windows-1252'])
    expect(spoken).toMatchObject({ exit: 0, err: containing('parted by semicolons') })
  })

  it.each([
    [['--note', 'W510'], 'needs a number and why'],
    [['--set', 'minimum_stay'], 'needs a column and what it says'],
    [['--contract', 'migraton-flow'], 'Did you mean "migration-flow"?'],
    [['--map', 'no-such-mapping'], 'there is no mapping file'],
  ])('is not begun where %j cannot be meant', async (words, sentence) => {
    const spoken = await run(['validate', write('good.csv', csv(good)), ...words])
    expect(spoken).toMatchObject({ exit: 2, out: '' })
    expect(spoken.err.toLowerCase()).toContain(sentence.toLowerCase())
  })
})

const flow = {
  definition: {
    minimumStay: 'P12M',
    population: 'all',
    source: 'register',
    partnerConcept: 'residence',
    eventConcept: 'registration',
    ageDefinition: 'completed',
    periodConvention: 'calendar',
  },
  classifications: { occupation: 'ISCO-08', sector: 'ISIC-4' },
  frequency: 'A',
  rows: 1,
  reporter: 'BE',
  direction: 'outflow',
  origin: 'BE',
  destination: 'DK',
  period: '2016',
  sex: '_T',
  age: '_T',
  occupation: '_T',
  sector: '_T',
  stay: '_T',
  value: 409,
  valueStatus: 'value',
  obsStatus: 'A',
  confStatus: 'F',
}

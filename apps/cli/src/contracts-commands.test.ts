// SPDX-License-Identifier: Apache-2.0
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { newOffice } from './given'

const { folder, run, write, end } = newOffice()
afterAll(end)

// Jest types its matchers as any.
const containing = (text: string): unknown => expect.stringContaining(text)
const project = resolve(__dirname, '../../..')
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

const foreign = [
  'Country of origin;Country of destination;Reporting country;Flow;Year;Sex;Persons;Remarks',
  'Belgium;Denmark;Belgium;out;2016;Men;12;a',
  'Belgium;Atlantis;Belgium;out;2016;Women;34;b',
].join('\n')

describe('a mapping', () => {
  it('is proposed for the contract that fits best, with what could not be guessed marked', async () => {
    write('foreign.csv', foreign)
    const spoken = await run(['map', 'foreign.csv', '--json'])
    expect(spoken.exit).toBe(0)
    expect(JSON.parse(spoken.out)).toMatchObject({
      mapping: {
        contract: { name: 'migration-flow' },
        columns: expect.arrayContaining([
          {
            column: 'sex',
            kind: 'from',
            from: 'Sex',
            codes: [
              { from: 'Men', to: 'M' },
              { from: 'Women', to: 'F' },
            ],
          },
          {
            column: 'destination',
            kind: 'from',
            from: 'Country of destination',
            codes: [
              { from: 'Denmark', to: 'DK' },
              { from: 'Atlantis', to: '?' },
            ],
          },
        ]) as unknown,
      },
      gaps: expect.arrayContaining([
        { column: 'destination', codelist: 'CL_AREA', text: 'Atlantis' },
        { column: 'direction', codelist: 'CL_FLOW_DIRECTION', text: 'out' },
      ]) as unknown,
    })
  })

  it('that has gaps is told what it lacks for a file', async () => {
    const checked = await run(['map', '--check', 'foreign.mapping.json', 'foreign.csv', '--json'])
    expect(checked.exit).toBe(3)
    expect(JSON.parse(checked.out)).toMatchObject({ ok: false, exit: 3 })
  })

  it('is not written over without being asked', async () => {
    expect(await run(['map', 'foreign.csv'])).toMatchObject({
      exit: 2,
      err: containing('is there already'),
    })
  })

  it('is completed by whoever sits at the terminal', async () => {
    const gaps = (
      JSON.parse((await run(['map', 'foreign.csv', '--yes', '--json'])).out) as {
        gaps: { column: string; text?: string }[]
      }
    ).gaps
    const known: Readonly<Record<string, string>> = {
      destination: 'SE',
      direction: 'outflow',
      minimum_stay: 'P12M',
    }
    const answers = gaps.flatMap(({ column }) =>
      // What is in no list is asked for again.
      column === 'destination' ? ['XX', 'SE'] : [known[column] ?? ''],
    )
    const spoken = await run(['map', 'foreign.csv', '--out', 'full.json'], { answers })
    expect(spoken).toMatchObject({ exit: 0, err: containing('XX is not in CL_AREA') })
    expect(read('full.json')).not.toContain('"?"')
  })

  it('turns the file into figures that can be sent, which say by which mapping they were made', async () => {
    const checked = await run(['map', '--check', 'full.json', 'foreign.csv'])
    expect(checked).toMatchObject({ exit: 0, out: containing('turns 2 rows into migration-flow') })
    expect(await run(['validate', 'foreign.csv', '--map', 'full.json'])).toMatchObject({ exit: 0 })
  })
})

describe('a template', () => {
  it('is a workbook that is read back by the same contract', async () => {
    expect(await run(['template', 'work-permits'])).toMatchObject({ exit: 0 })
    const empty = await run([
      'validate',
      'work-permits.xlsx',
      '--contract',
      'work-permits',
      '--no-copy',
    ])
    expect(empty).toMatchObject({ exit: 3, out: containing('The file needs correction') })
  })

  it('is only the names of columns as CSV', async () => {
    await run(['template', 'migration-flow', '--format', 'csv', '--out', 'flows.csv'])
    expect(read('flows.csv')).toMatch(/^\uFEFFreporter,direction,origin,destination,period,/)
  })

  it("has the office's own codes, and a mapping that turns them back", async () => {
    const made = await run([
      'template',
      'migration-flow',
      '--map',
      'full.json',
      '--out',
      'own.xlsx',
    ])
    expect(made).toMatchObject({ exit: 0, out: containing('own.mapping.json') })
    expect(JSON.parse(read('own.mapping.json'))).toMatchObject({
      columns: expect.arrayContaining([
        containingColumn('sex', [
          { from: 'Men', to: 'M' },
          { from: 'Women', to: 'F' },
        ]),
      ]) as unknown,
    })
  })

  it('is not written over without being asked', async () => {
    expect(await run(['template', 'work-permits'])).toMatchObject({ exit: 2 })
    expect(await run(['template', 'work-permits', '--yes'])).toMatchObject({ exit: 0 })
  })
})

function containingColumn(column: string, codes: readonly object[]): unknown {
  return expect.objectContaining({ column, kind: 'from', from: column, codes })
}

describe('contracts', () => {
  it('are listed with their versions, those of figures first', async () => {
    const { out } = await run(['contracts'])
    expect(out).toMatch(/migration-flow +1\.0\.0, 1\.1\.0, 1\.2\.0 +yes/)
    expect(out.indexOf('work-permits')).toBeLessThan(out.indexOf('receipt'))
  })

  it('are shown with dimensions, codes and the columns of a file', async () => {
    const { out } = await run(['contracts', 'show', 'migration-flow'])
    expect(out).toMatch(/destination +DESTINATION +CL_AREA \(\d+ codes\)/)
    expect(out).toContain('A file needs: reporter, direction, origin, destination, period, value')
  })

  it('may all stand as they are', async () => {
    expect(await run(['contracts', 'check'])).toMatchObject({
      exit: 0,
      out: containing('OK    migration-flow 1.1.0 may follow 1.0.0.'),
    })
  })

  it('may not be changed so that what was right is refused: with reasons and a document that shows it', async () => {
    proposed('2.0.1', '1.1.1', (schema) => {
      schema.properties['frequency'] = { type: 'string', enum: ['A'] }
    })
    const spoken = await run(['contracts', 'check', '--proposed', 'proposed-2.0.1', '--json'])
    expect(spoken.exit).toBe(3)
    expect(JSON.parse(spoken.out)).toMatchObject({
      verdicts: [
        {
          name: 'migration-flow',
          passes: false,
          findings: expect.arrayContaining([
            expect.objectContaining({
              verdict: expect.objectContaining({
                compatible: false,
                counterexample: expect.anything() as unknown,
              }) as unknown,
            }),
          ]) as unknown,
          number: { level: 'major', accepted: false, least: '2.0.0' },
          subscribers: { known: false, why: 'not enrolled: subscribers unknown' },
        },
      ],
    })
    const words = await run(['contracts', 'check', '--proposed', 'proposed-2.0.1'])
    expect(words.out).toContain('STOP  migration-flow 1.1.1 may not follow 1.1.0.')
    expect(words.out).toContain('For example: {')
    expect(words.out).toContain('not enrolled: subscribers unknown')
  })

  it('may gain what nobody has to say', async () => {
    proposed('grown', '1.2.0', (schema) => {
      schema.properties['remark'] = { type: 'string', maxLength: 20 }
    })
    expect(await run(['contracts', 'check', '--proposed', 'proposed-grown'])).toMatchObject({
      exit: 0,
      out: containing('OK    migration-flow 1.2.0 may follow 1.1.0.'),
    })
  })

  it('are looked for where somebody says', async () => {
    expect(await run(['contracts', 'check', '--proposed', 'nowhere'])).toMatchObject({ exit: 2 })
    expect(await run(['contracts', 'check', '--mode', 'SIDEWAYS'])).toMatchObject({ exit: 2 })
  })

  function proposed(
    name: string,
    version: string,
    change: (schema: { properties: Record<string, unknown> }) => void,
  ): void {
    const target = join(folder, `proposed-${name}`)
    mkdirSync(target)
    cpSync(join(project, 'contracts/migration-flow/1.1.0/dsd.json'), join(target, 'dsd.json'))
    const text = readFileSync(join(project, 'contracts/migration-flow/1.1.0/schema.json'), 'utf8')
    const schema = JSON.parse(text) as { $id: string; properties: Record<string, unknown> }
    schema.$id = `urn:corridor:contract:migration-flow:${version}`
    change(schema)
    writeFileSync(join(target, 'schema.json'), JSON.stringify(schema))
  }
})

describe('codes', () => {
  it.each([
    [['CL_AREA', 'viet'], 'VN'],
    [['area', 'EL'], 'GR'],
    [['ISCO-08', 'nursing professionals'], 'OC2221'],
  ])('are found: %j', async (words, code) => {
    const { out, exit } = await run(['codes', ...words, '--json'])
    const { codes } = JSON.parse(out) as { codes: { code: string }[] }
    expect([exit, codes.map((one) => one.code)]).toEqual([0, expect.arrayContaining([code])])
  })

  it('are looked for in a list that there is', async () => {
    expect((await run(['codes', 'CL_AREAS'])).err).toContain('Did you mean "CL_AREA"?')
  })

  it('that the hub has added are known to checks on this machine', async () => {
    const header = 'reporter,direction,origin,destination,period,value,minimum_stay'
    const file = write('new.csv', `${header}\nBE,outflow,BE,XATL,2016,1,P12M\n`)
    const before = await run(['validate', file, '--no-copy'])
    expect(before).toMatchObject({ exit: 3, out: containing('code XATL is not in CL_AREA') })
    const added = { code: 'XATL', label: 'Atlantis', validFrom: '2020-01-01' }
    mkdirSync(join(folder, 'home', 'codelists'), { recursive: true })
    write(
      join('home', 'codelists', 'extensions.json'),
      JSON.stringify([{ list: 'CL_AREA', source: 'a test', codes: [added] }]),
    )
    expect(await run(['validate', file])).toMatchObject({ exit: 0 })
    expect((await run(['codes', 'CL_AREA', 'atlantis'])).out).toContain('XATL')
    write(join('home', 'codelists', 'extensions.json'), '[]')
    expect(await run(['validate', file, '--no-copy'])).toMatchObject({ exit: 3 })
  })

  it('can be added only where they follow their contract', async () => {
    const wrong = write('wrong.json', JSON.stringify({ list: 'CL_AREA', source: 'x', codes: [] }))
    expect(await run(['codes', 'add', wrong, '--dry-run'])).toMatchObject({ exit: 3 })
    const codes = [{ code: 'XATL', label: 'Atlantis', validFrom: '2020-01-01' }]
    const good = write('good.json', JSON.stringify({ list: 'CL_AREA', source: 'x', codes }))
    expect(await run(['codes', 'add', good, '--dry-run'])).toMatchObject({
      exit: 0,
      out: containing('1 code to CL_AREA can be added'),
    })
  })
})

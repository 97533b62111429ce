// SPDX-License-Identifier: Apache-2.0
// Genuine figures (Eurostat, credit due), where the folder with them stands beside the repository: what rules say of figures
// that were published, so that thresholds are set by what is real.
import fs from 'node:fs'
import path from 'node:path'
import { codeList, structure, type MigrationFlow } from '@corridor/contracts'
import type { Found } from './found'
import { flow, labour } from './given'
import { cellKeys, check, earlierOf, type Earlier } from './index'

const folder = path.resolve(__dirname, '../../../../shared/data/open')
const present = fs.existsSync(folder)
const structureOfFlows = structure('migration-flow')
const at = new Date('2026-03-01T00:00:00Z')

type Line = Readonly<Record<string, string>>

function linesOf(file: string): readonly Line[] {
  const [header = '', ...lines] = fs
    .readFileSync(path.join(folder, file), 'utf8')
    .trim()
    .split(/\r?\n/)
  const names = header.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

interface Row {
  readonly reporter: string
  readonly direction: 'inflow' | 'outflow'
  readonly origin: string
  readonly destination: string
  readonly period: string
  readonly age: string
  readonly value: number
}

function area(code: string): string {
  if (code === 'OTHER') return 'OTH'
  return codeList('CL_AREA').normalise(code) ?? code
}

function rowOf(line: Line, value: string, age = '_T'): Row {
  const [origin, destination] = [area(line.origin ?? ''), area(line.destination ?? '')]
  const direction = line.reported_by === 'origin' ? 'outflow' : 'inflow'
  const reporter = direction === 'outflow' ? origin : destination
  return {
    reporter,
    direction,
    origin,
    destination,
    period: line.year ?? '',
    age,
    value: Math.round(Number(value)),
  }
}

/** A message a reporter, direction and year, or what `by` says. */
function messagesOf(
  rows: readonly Row[],
  by = (row: Row) => `${row.reporter} ${row.direction} ${row.period}`,
): readonly MigrationFlow[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row])
  return [...groups.values()].map((group) => ({
    ...flow,
    rows: group.length,
    reporter: group.map(({ reporter }) => reporter),
    direction: group.map(({ direction }) => direction),
    origin: group.map(({ origin }) => origin),
    destination: group.map(({ destination }) => destination),
    period: group.map(({ period }) => period),
    age: group.map(({ age }) => age),
    value: group.map(({ value }) => value),
  }))
}

const words = (key: Uint32Array): string => [...key].join('-')

class Hub {
  // What was stated so far, by cell; written by `take` alone.
  private readonly figures = new Map<string, number>()

  check(dataset: MigrationFlow): readonly Found[] {
    const earlier: Earlier = earlierOf(
      (variant) => cellKeys(dataset, structureOfFlows, variant),
      (key) => this.figures.get(words(key)),
    )
    return check({ contract: 'migration-flow', dataset, at, earlier }).found
  }

  take(dataset: MigrationFlow): void {
    const keys = cellKeys(dataset, structureOfFlows)
    const values = [dataset.value].flat()
    for (let row = 0; row < dataset.rows; row++)
      this.figures.set(words(keys.subarray(row * 4, row * 4 + 4)), values[row] ?? NaN)
  }
}

/** Sends messages one after the other, and counts what was found by code: rows, or the message where it is meant as a whole. */
function sent(
  messages: readonly MigrationFlow[],
  hub = new Hub(),
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const one of messages) {
    for (const { code, rows } of hub.check(one))
      counts[code] = (counts[code] ?? 0) + Math.max(1, rows.length)
    hub.take(one)
  }
  return counts
}

const real = present ? describe : describe.skip
const reason = present ? '' : ' (skipped: the folder shared/data/open is not beside the repository)'

real(`published figures of EU states as both sides reported them${reason}`, () => {
  const rows = present
    ? linesOf('flows_mirror_eu_2010_2016.csv').map((line) => rowOf(line, line.value ?? ''))
    : []

  it('raise few warnings and no errors, year after year', () => {
    expect(rows).toHaveLength(4876)
    const messages = messagesOf(rows.toSorted((a, b) => a.period.localeCompare(b.period)))
    expect({ messages: messages.length, ...sent(messages) }).toEqual({
      messages: 194,
      VALUE_JUMPED: 4,
    })
  })
})

real(`published inflows of 1998 to 2016 of 29 reporters${reason}`, () => {
  it('raise few warnings and no errors, year after year', () => {
    const rows = linesOf('flows_destination_1998_2016_vintage2026.csv')
      .filter(({ value }) => value !== '')
      .map((line) => rowOf(line, line.value ?? ''))
      .toSorted((a, b) => a.period.localeCompare(b.period))
    const messages = messagesOf(rows)
    expect({ rows: rows.length, messages: messages.length, ...sent(messages) }).toEqual({
      rows: 10_485,
      messages: 344,
      VALUE_JUMPED: 55,
    })
  })
})

real(`revised figures of 2010 to 2016${reason}`, () => {
  it('raise few warnings, though Lithuania revised eight years at once', () => {
    const lines = linesOf('revisions_destination_2010_2016.csv')
    const hub = new Hub()
    sent(messagesOf(lines.map((line) => rowOf(line, line.value_vintage_2023 ?? ''))), hub)
    const again = messagesOf(lines.map((line) => rowOf(line, line.value_vintage_2026 ?? '')))
    expect({
      rows: lines.length,
      revised: lines.filter(({ revised }) => revised === '1').length,
      ...sent(again, hub),
    }).toEqual({ rows: 2490, revised: 105 })
  })
})

real(`published inflows by age of 2014 and 2015${reason}`, () => {
  const ages = (code: string): string =>
    codeList('CL_AGE').normalise(
      code === 'UNK' ? '_U' : code.replace(/^Y(\d+)-(\d+)$/, 'Y$1T$2'),
    ) ?? code

  it('add up, in bands that overlap and with the totals of the same extract', () => {
    const lines = linesOf('flows_destination_by_age_2014_2015.csv').filter(
      ({ value }) => value !== '',
    )
    const totals = linesOf('flows_destination_1998_2016_vintage2026.csv')
      .filter(({ value, year }) => value !== '' && (year === '2014' || year === '2015'))
      .map((line) => rowOf(line, line.value ?? ''))
    const rows = lines.map((line) => rowOf(line, line.value ?? '', ages(line.age ?? '')))
    const reporters = new Set(rows.map(({ reporter }) => reporter))
    const all = [...rows, ...totals.filter(({ reporter }) => reporters.has(reporter))]
    const messages = messagesOf(all)
    const sums = messages.flatMap(
      (one) => check({ contract: 'migration-flow', dataset: one, at }).found,
    )
    // Of 868 totals one does not hold: what Spain counted from everywhere else in 2014.
    expect({ rows: all.length, messages: messages.length, sums }).toMatchObject({
      rows: 23_256,
      messages: 28,
      sums: [
        {
          code: 'TOTAL_NOT_SUM',
          detail: 'the total row says 170,870, the rows add up to 188,355',
          rows: [844],
        },
      ],
    })
  })
})

real(`employment by sector and sex of 35 states, a derived file${reason}`, () => {
  const parse = (line: string): readonly string[] =>
    [...line.matchAll(/("([^"]*)"|[^,]*)(?:,|$)/g)].map(
      ([, plain, quoted]) => quoted ?? plain ?? '',
    )

  it('has sums that hold, but for rounding and for rows in which men and women are more than all', () => {
    const [, ...lines] = fs
      .readFileSync(path.join(folder, 'employment_by_sector_sex_2008_2019.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
    const groups = new Map<string, { sex: string; sector: string; value: number }[]>()
    const sexes = { Females: 'F', Males: 'M', Total: '_T' }
    for (const line of lines) {
      const [geo = '', thousands = '', year = '', sex = '', sector = ''] = parse(line)
      const reporter = codeList('CL_AREA').codeOfLabel(geo) ?? geo
      const code = codeList('CL_ACTIVITY_ISIC4').codeOfLabel(sector) ?? sector
      const row = {
        sex: sexes[sex as keyof typeof sexes],
        sector: code,
        value: Math.round(Number(thousands) * 1000),
      }
      const key = `${reporter} ${year}`
      groups.set(key, [...(groups.get(key) ?? []), row])
    }
    const counts: Record<string, number> = {}
    for (const [key, rows] of groups) {
      const [reporter = '', period = ''] = key.split(' ')
      const dataset = {
        ...labour,
        unit: { measure: 'PS', multiplier: 3, decimals: 1 } as const,
        rows: rows.length,
        reporter,
        period,
        indicator: 'EMP',
        age: 'Y15T64',
        sex: rows.map(({ sex }) => sex),
        sector: rows.map(({ sector }) => sector),
        value: rows.map(({ value }) => value),
      }
      for (const { code, rows: own, column } of check({ contract: 'labour-market', dataset, at })
        .found)
        counts[`${code} ${column ?? ''}`] = (counts[`${code} ${column ?? ''}`] ?? 0) + own.length
    }
    // Of 8,066 totals 390 are below what their men and women add up to, by up to 1.2 million: an office would be told.
    expect({ rows: lines.length, messages: groups.size, ...counts }).toEqual({
      rows: 25_040,
      messages: 411,
      'TOTAL_NOT_SUM sex': 390,
    })
  })
})

// SPDX-License-Identifier: Apache-2.0
import type { ContractColumn, Table, TableColumn } from '@corridor/formats'
import { nearest } from '../nearest'
import { differentTexts, shareOfCodes } from './match-codes'

/** A column of the contract, the column of the file that probably holds it, and how sure that is (0 to 1). */
export interface Pair {
  readonly wanted: ContractColumn
  readonly from: TableColumn
  readonly sure: number
}

/** Below this, two columns have too little in common to be paired. */
const leastSure = 0.45

/** Pairs columns, the surest first; each column of the file once. */
export function bestPairs(table: Table, wanted: readonly ContractColumn[]): readonly Pair[] {
  const all = wanted.flatMap((column) =>
    table.columns
      .filter(({ name, cells }) => name !== '' && cells.some((cell) => cell.trim() !== ''))
      .map((from): Pair => ({ wanted: column, from, sure: likeness(column, from) })),
  )
  const pairs: Pair[] = []
  for (const pair of all.filter(({ sure }) => sure >= leastSure).sort((a, b) => b.sure - a.sure)) {
    const free = pairs.every(({ wanted: one, from }) => one !== pair.wanted && from !== pair.from)
    if (free) pairs.push(pair)
  }
  const place = new Map(wanted.map((column, index) => [column, index]))
  return pairs.sort((a, b) => (place.get(a.wanted) ?? 0) - (place.get(b.wanted) ?? 0))
}

/** How well a contract fits a file: its dimensions and measure that were found, less those that would have to be filled in. */
export function fitOf(pairs: readonly Pair[], wanted: readonly ContractColumn[]): number {
  const own = wanted.filter(({ role }) => role === 'dimension' || role === 'measure')
  const found = pairs.filter(({ wanted: one }) => own.includes(one))
  const missing = own.filter(
    (column) =>
      !column.optional &&
      column.otherwise === undefined &&
      found.every(({ wanted: one }) => one !== column),
  )
  return found.reduce((sum, { sure }) => sum + sure, 0) - missing.length / 3
}

function likeness(column: ContractColumn, from: TableColumn): number {
  const name = likenessOfName(column, from)
  const content = likenessOfContent(column, from.cells)
  // A name alone may be enough; content alone only where the column is one of the figures themselves.
  if (content === undefined) return name * 0.9
  if (name === 0) return saysEnough(column, from) ? content * 0.5 : 0
  return name * 0.6 + content * 0.4
}

// A few short texts are codes of something by chance.
function saysEnough({ role, name }: ContractColumn, { cells }: TableColumn): boolean {
  return (role === 'dimension' || name === 'value') && differentTexts(cells).length >= 5
}

function likenessOfName(column: ContractColumn, { name, header }: TableColumn): number {
  const met = words(header ?? name)
  const own = [column.name, column.concept, column.column.split('.').at(-1) ?? ''].map(words)
  if (own.includes(met)) return 1
  const others = otherNames[column.name] ?? []
  if (others.includes(met)) return 0.9
  if (others.some((other) => met.split(' ').includes(other))) return 0.7
  return nearest(met, [...own, ...others]) === undefined ? 0 : 0.6
}

// "Country of destination", "country_of_destination" and "CountryOfDestination" are one name.
function words(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What offices call the columns of figures, apart from the contract's own names. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  reporter: ['reporting country', 'reporting area', 'declarant', 'geo', 'country', 'ref area'],
  direction: ['flow', 'type of flow', 'in or out'],
  origin: ['country of origin', 'from', 'country of previous residence', 'sending country'],
  destination: ['country of destination', 'to', 'country of next residence', 'receiving country'],
  period: ['year', 'time', 'date', 'quarter', 'month', 'reference period', 'time period'],
  sex: ['gender'],
  age: ['age group', 'age class'],
  occupation: ['isco', 'isco08', 'isco 08', 'job', 'profession'],
  sector: ['activity', 'industry', 'isic', 'nace', 'nace r2', 'branch', 'economic activity'],
  education: ['isced', 'isced11', 'level of education', 'qualification'],
  citizenship: ['nationality', 'citizen', 'country of citizenship'],
  stay: ['duration', 'length of stay', 'duration of stay'],
  value: ['people', 'persons', 'number', 'count', 'total', 'obs value', 'figure', 'n', 'amount'],
  obs_status: ['status', 'flag', 'flags', 'obs flag'],
  minimum_stay: ['minimum duration'],
}

function likenessOfContent(column: ContractColumn, cells: readonly string[]): number | undefined {
  if (column.kind === 'amount' || column.kind === 'count' || column.kind === 'number')
    return shareOf(cells, /^[-–]?\d[\d .,\u00a0\u202f']*$/)
  if (column.name === 'period')
    return shareOf(cells, /^\d{4}(?:[-/ ]?(?:[SQTH][1-4]|(?:0?[1-9]|1[0-2])))?$/i)
  return shareOfCodes(column, cells)
}

function shareOf(cells: readonly string[], form: RegExp): number {
  const texts = differentTexts(cells).slice(0, 200)
  return texts.length === 0 ? 0 : texts.filter((text) => form.test(text)).length / texts.length
}

// SPDX-License-Identifier: Apache-2.0
import {
  cell,
  codeList,
  dimensionOf,
  listOfDimension,
  type Dataset,
  type Dimension,
  type Structure,
} from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'

/** What the codes of one dimension have to be: one of the alternatives, in each of which everything holds. */
export interface FigureFilter {
  readonly dimension: Dimension
  readonly alternatives: readonly (readonly Condition[])[]
}

type Operator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'co' | 'nc' | 'sw' | 'ew'

interface Condition {
  readonly operator: Operator
  readonly value: string
}

const operators = /^(eq|ne|lt|le|gt|ge|co|nc|sw|ew):/

/**
 * Reads a filter of the SDMX REST interface (2.x): `BE,DK` is either of them, `ge:2015+le:2019` both conditions at once. A dimension
 * goes by its concept or its column.
 */
export function readFilter(
  structure: Structure,
  name: string,
  text: string,
): Outcome<FigureFilter, 'QUERY_WRONG'> {
  const dimension = structure.dimensions.find(
    ({ concept, column }) => concept === name || column === name,
  )
  if (dimension === undefined)
    return refuse('QUERY_WRONG', `${structure.contract} has no dimension ${name.slice(0, 64)}`)
  const alternatives = text.split(',').map((one) => one.split(/[+ ]/).map(conditionOf))
  if (alternatives.flat().some(({ value }) => value === ''))
    return refuse('QUERY_WRONG', `the filter of ${name} has an empty value`)
  return accept({ dimension, alternatives })
}

/** Reads the key of the SDMX REST interface: codes by position, separated by dots, `*` for all. */
export function readKey(
  structure: Structure,
  key: string,
): Outcome<readonly FigureFilter[], 'QUERY_WRONG'> {
  if (key === '*' || key === 'all') return accept([])
  const parts = key.split('.')
  const dimensions = structure.dimensions.filter(({ role }) => role !== 'time')
  if (parts.length !== dimensions.length)
    return refuse(
      'QUERY_WRONG',
      `the key has ${String(parts.length)} parts, ${structure.contract} has the dimensions ${dimensions.map(({ concept }) => concept).join('.')}`,
    )
  const filters: FigureFilter[] = []
  for (const [i, dimension] of dimensions.entries()) {
    const part = parts[i] ?? '*'
    if (part === '*' || part === '') continue
    const filter = readFilter(structure, dimension.column, part)
    if (!filter.ok) return filter
    filters.push(filter.value)
  }
  return accept(filters)
}

/** The periods that filters ask for one by one; undefined where they ask otherwise, or not at all. */
export function periodsOf(filters: readonly FigureFilter[]): readonly string[] | undefined {
  const time = filters.filter(({ dimension }) => dimension.role === 'time')
  const [only] = time
  if (only === undefined || time.length > 1) return undefined
  const named = only.alternatives.flatMap(([first, ...more]) =>
    first?.operator === 'eq' && more.length === 0 ? [first.value] : [],
  )
  return named.length === only.alternatives.length ? named : undefined
}

/** Of rows of a dataset, those that pass all filters. */
export function passing(
  dataset: Dataset,
  rows: readonly number[],
  filters: readonly FigureFilter[],
): readonly number[] {
  const tests = filters.flatMap((filter) => testOf(dataset, filter))
  return rows.filter((row) => tests.every((passes) => passes(row)))
}

/** Of rows of a dataset, those that somebody may see at an instant: until its embargo is over a figure is its sender's only. */
export function pastEmbargo(
  { embargo }: Dataset,
  rows: readonly number[],
  { reader, sender, at }: { readonly reader: string; readonly sender: string; readonly at: Date },
): readonly number[] {
  if (reader === sender || embargo === undefined) return rows
  return rows.filter((row) => {
    const until = cell(embargo, row)
    return until === null || Date.parse(until) <= at.getTime()
  })
}

function conditionOf(text: string): Condition {
  const operator = operators.exec(text)?.[1]
  // The pattern lets nothing else through.
  if (operator !== undefined)
    return { operator: operator as Operator, value: text.slice(operator.length + 1) }
  return { operator: 'eq', value: text }
}

function testOf(
  dataset: Dataset,
  { dimension, alternatives }: FigureFilter,
): readonly ((row: number) => boolean)[] {
  const column = dimensionOf(dataset, dimension.column)
  const list = listOfDimension(dimension, dataset.classifications)
  const asListed = (code: string): string =>
    list === undefined ? code : (codeList(list).normalise(code) ?? code)
  const meant = alternatives.map((all) =>
    all.map(({ operator, value }) => ({
      operator,
      value: operator === 'eq' || operator === 'ne' ? asListed(value) : value,
    })),
  )
  // The same few codes come again and again.
  const known = new Map<string, boolean>()
  return [
    (row) => {
      const code = cell(column, row)
      const before = known.get(code)
      if (before !== undefined) return before
      const passes = meant.some((all) => all.every((condition) => holds(condition, code)))
      known.set(code, passes)
      return passes
    },
  ]
}

function holds({ operator, value }: Condition, code: string): boolean {
  switch (operator) {
    case 'eq':
      return code === value
    case 'ne':
      return code !== value
    case 'lt':
      return code < value
    case 'le':
      return code <= value || code.startsWith(value)
    case 'gt':
      return code > value && !code.startsWith(value)
    case 'ge':
      return code >= value
    case 'co':
      return code.includes(value)
    case 'nc':
      return !code.includes(value)
    case 'sw':
      return code.startsWith(value)
    case 'ew':
      return code.endsWith(value)
  }
}

// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import type { Dataset, Interned, Structure } from '@corridor/contracts'
import { internDimensions, type Dimensions, type ReadDimension } from '../structural/dimensions'

/**
 * Which cell of a sender a key names: the row's own; the same a year earlier; the same with origin and destination swapped and
 * the direction turned, which is the one that a sender means who has mixed them up.
 */
export type CellVariant = 'same' | 'year-before' | 'reversed'

/** Words of 32 bits in the key of a cell. */
export const cellKeyWords = 4

/**
 * The 128-bit names of the cells that the rows are about, four words a row. Equal exactly where all dimensions are (up to the
 * chance of a collision of SHA-256), whatever other rows there are; an alias counts as its code, and a code of a classification
 * with that classification. The total of a dimension that a newer version has added has no part in the name, so that a cell has the
 * same one in every version. Empty where the structure has no such variant, as where nothing goes from an origin to a destination.
 * @example const keys = cellKeys(dataset, structure('migration-flow'), 'year-before')
 */
export function cellKeys(
  dataset: Dataset,
  structure: Structure,
  variant: CellVariant = 'same',
): Uint32Array {
  return keysOf(internDimensions(dataset, structure), dataset, variant)
}

/** The keys of all variants, for whoever compares: the dimensions are read once, and only what differs is mixed again. */
export function cellKeysByVariant(
  dataset: Dataset,
  structure: Structure,
): Readonly<Record<CellVariant, Uint32Array>> {
  const dimensions = internDimensions(dataset, structure)
  const same = keysOf(dimensions, dataset, 'same')
  const shiftedBy = (variant: CellVariant): Uint32Array => {
    if (!hasVariant(dimensions, variant)) return new Uint32Array(0)
    const keys = same.slice()
    for (const dimension of dimensions.all.filter(({ role }) => isShifted(role, variant))) {
      // Mixed a second time, a name is out again.
      mixDimension(keys, { dimension, dimensions, dataset, variant: 'same' })
      mixDimension(keys, { dimension, dimensions, dataset, variant })
    }
    return keys
  }
  return { same, 'year-before': shiftedBy('year-before'), reversed: shiftedBy('reversed') }
}

function isShifted(role: ReadDimension['role'], variant: CellVariant): boolean {
  if (variant === 'year-before') return role === 'time'
  return role === 'origin' || role === 'destination' || role === 'direction'
}

/** The same for dimensions that are read already. */
export function keysOf(
  dimensions: Dimensions,
  dataset: Pick<Dataset, 'rows' | 'classifications'>,
  variant: CellVariant,
): Uint32Array {
  if (!hasVariant(dimensions, variant)) return new Uint32Array(0)
  const keys = new Uint32Array(dataset.rows * cellKeyWords)
  for (const dimension of dimensions.all)
    mixDimension(keys, { dimension, dimensions, dataset, variant })
  return keys
}

function mixDimension(
  keys: Uint32Array,
  {
    dimension,
    dimensions,
    dataset,
    variant,
  }: {
    readonly dimension: ReadDimension
    readonly dimensions: Dimensions
    readonly dataset: Pick<Dataset, 'classifications'>
    readonly variant: CellVariant
  },
): void {
  const { interned } = dimension
  const place = placeIn(dimension, dimensions, variant)
  const classification: unknown = Object.entries(dataset.classifications ?? {}).find(
    ([name]) => name === place,
  )?.[1]
  const words = wordsOf(interned, (code) =>
    code === dimension.unsaid
      ? undefined
      : nameOf(place, shifted(dimension, code, variant), classification),
  )
  mix(keys, words, interned.numbers)
}

function hasVariant({ all }: Dimensions, variant: CellVariant): boolean {
  const roles = all.map(({ role }) => role)
  if (variant === 'year-before') return roles.includes('time')
  return variant === 'same' || (roles.includes('origin') && roles.includes('destination'))
}

// XOR: no order of columns, no tables, no state. A row takes part with one code a column, so no code can take another one out.
function mix(keys: Uint32Array, words: Uint32Array, numbers: Int32Array | undefined): void {
  const rows = keys.length / cellKeyWords
  for (let row = 0; row < rows; row++) {
    const from = (numbers === undefined ? 0 : (numbers[row] ?? 0)) * cellKeyWords
    const to = row * cellKeyWords
    keys[to] = (keys[to] ?? 0) ^ (words[from] ?? 0)
    keys[to + 1] = (keys[to + 1] ?? 0) ^ (words[from + 1] ?? 0)
    keys[to + 2] = (keys[to + 2] ?? 0) ^ (words[from + 2] ?? 0)
    keys[to + 3] = (keys[to + 3] ?? 0) ^ (words[from + 3] ?? 0)
  }
}

function wordsOf(
  { codes, codeAt }: Interned,
  name: (code: string) => string | undefined,
): Uint32Array {
  const all = codes.length > 0 ? codes : [codeAt(0)]
  const words = new Uint32Array(all.length * cellKeyWords)
  for (const [number, code] of all.entries()) {
    const named = name(code)
    if (named !== undefined) words.set(wordsOfName(named), number * cellKeyWords)
  }
  return words
}

// A total is the same cell under every classification; any other code means what its classification says.
function nameOf(column: string, code: string, classification: unknown): string {
  const within = typeof classification === 'string' && !code.startsWith('_') ? classification : ''
  return within === '' ? `${column}:${code}` : `${column}:${within}:${code}`
}

const opposite: Readonly<Record<string, string>> = { inflow: 'outflow', outflow: 'inflow' }

function shifted({ role }: ReadDimension, code: string, variant: CellVariant): string {
  if (variant === 'year-before' && role === 'time') return yearBefore(code)
  return variant === 'reversed' && role === 'direction' ? (opposite[code] ?? code) : code
}

function placeIn({ name, role }: ReadDimension, { all }: Dimensions, variant: CellVariant): string {
  if (variant !== 'reversed' || (role !== 'origin' && role !== 'destination')) return name
  const other = role === 'origin' ? 'destination' : 'origin'
  return all.find((dimension) => dimension.role === other)?.name ?? name
}

/** The same period a year earlier: `yearBefore('2016-Q2') // '2015-Q2'`. */
export function yearBefore(period: string): string {
  return `${String(Number(period.slice(0, 4)) - 1).padStart(4, '0')}${period.slice(4)}`
}

// Emptied when it is full: the same few hundred codes come in every message, and a hash costs more than a look-up.
const mostNames = 16_384
const known = new Map<string, Uint32Array>()

function wordsOfName(name: string): Uint32Array {
  const found = known.get(name)
  if (found !== undefined) return found
  if (known.size >= mostNames) known.clear()
  const digest = createHash('sha256').update(name).digest()
  // The same words on every machine, whatever its byte order: they are kept in a database.
  const words = Uint32Array.from([0, 4, 8, 12], (offset) => digest.readUInt32BE(offset))
  known.set(name, words)
  return words
}

// SPDX-License-Identifier: Apache-2.0
import { sumOf, type Amount } from './amount'

/** A side's figures by their codes, joined by dots. Of what its sender keeps back nothing may show but that a sum cannot be made. */
export type Figures = ReadonlyMap<string, Amount | 'missing' | 'kept-back'>

/** The codes of one dimension that make up a block, and what else the side gives along that dimension. */
export interface BlockCodes {
  readonly codes: readonly string[]
  /** True where they make up the total. */
  readonly whole: boolean
  /** Codes at hand for those who are in no part of the breakdown: not known (`_U`), no response (`_N`), other (`_O`), not applicable (`_Z`). */
  readonly rest: readonly string[]
  /** True where parts make up the total only together with a row for the rest. */
  readonly restIsOpen: boolean
}

/** Figures for a block with the cells that they were added up from, or which cells are missing. */
export type BlockAmount =
  | {
      readonly status: 'complete'
      readonly amount: Amount
      /** So many persons of no known code may belong to it besides, at most. */
      readonly perhaps: number
      readonly cells: readonly string[]
    }
  | { readonly status: 'missing'; readonly cells: readonly string[] }

/**
 * The figures of one side for a block of a grid. A missing part makes the block missing, not smaller. Persons whose code is not
 * known belong to the whole for certain, to any other block perhaps: those get the interval from v to v + U, without end where U itself
 * is missing. A total that a side gives as such already counts them.
 * @example blockAmount(new Map([['Y15T24', exactly(7)], ['_U', exactly(2)]]), [{ codes: ['Y15T24'], whole: false, rest: ['_U'], restIsOpen: false }])
 */
export function blockAmount(figures: Figures, block: readonly BlockCodes[]): BlockAmount {
  const ways = waysOf(block)
  const isMissing = ({ key, part }: Way): boolean => {
    const known = figures.get(key)
    return known === undefined ? part === 'own' : typeof known === 'string'
  }
  const certain = ways.filter(({ part }) => part !== 'perhaps')
  const missing = certain.filter(isMissing).map(({ key }) => key)
  const open = missing.length > 0 ? [] : linesWithoutRest(figures, block)
  if (missing.length + open.length > 0) return { status: 'missing', cells: [...missing, ...open] }
  const counted = certain.flatMap(({ key }) => amountIn(figures, key) ?? [])
  const unknown = ways.filter(
    ({ key, part }) => part === 'perhaps' && (figures.get(key) ?? 'kept-back') !== 'kept-back',
  )
  return {
    status: 'complete',
    amount: sumOf(counted),
    perhaps: unknown.reduce((sum, { key }) => sum + (amountIn(figures, key)?.upper ?? Infinity), 0),
    cells: [...certain.filter(({ key }) => figures.has(key)), ...unknown].map(({ key }) => key),
  }
}

function amountIn(figures: Figures, key: string): Amount | undefined {
  const known = figures.get(key)
  return typeof known === 'string' ? undefined : known
}

/** A cell of a block: a part of it, a rest that lies in it for certain, or one that perhaps does. */
interface Way {
  readonly key: string
  readonly part: 'own' | 'rest' | 'perhaps'
}

function waysOf(block: readonly BlockCodes[]): readonly Way[] {
  return block.reduce<readonly Way[]>(
    (ways, dimension, at) =>
      ways.flatMap(({ key, part }) =>
        codesIn(dimension).map((one) => ({
          key: at === 0 ? one.key : `${key}.${one.key}`,
          part: milder(part, one.part),
        })),
      ),
    [{ key: '', part: 'own' }],
  )
}

const order = ['own', 'rest', 'perhaps'] as const

function milder(one: Way['part'], other: Way['part']): Way['part'] {
  return order.indexOf(one) > order.indexOf(other) ? one : other
}

const notKnown = new Set(['_U', '_N'])

function codesIn({ codes, whole, rest }: BlockCodes): readonly Way[] {
  const own = codes.map((key) => ({ key, part: 'own' as const }))
  if (codes.includes('_T') || codes.some((code) => rest.includes(code))) return own
  const beside = whole ? rest : rest.filter((code) => notKnown.has(code))
  return [...own, ...beside.map((key) => ({ key, part: whole ? 'rest' : 'perhaps' }) as const)]
}

// The lines of parts that make up a total of which the rest is open, and have no row for it.
function linesWithoutRest(figures: Figures, block: readonly BlockCodes[]): readonly string[] {
  return block.flatMap(({ whole, codes, rest, restIsOpen }, at) => {
    if (!restIsOpen || !whole || codes.includes('_T')) return []
    const lines = waysOf(block.map((one, place) => (place === at ? only([]) : only(one.codes))))
    const beside = (line: string, code: string) =>
      line
        .split('.')
        .map((own, place) => (place === at ? code : own))
        .join('.')
    return lines
      .map(({ key }) => key)
      .filter((line) => !rest.some((code) => figures.has(beside(line, code))))
  })
}

function only(codes: readonly string[]): BlockCodes {
  const own = codes.length === 0 ? [''] : codes
  return { codes: own, whole: false, rest: [], restIsOpen: false }
}

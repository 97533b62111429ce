// SPDX-License-Identifier: Apache-2.0
import { exactly, sumOf, type Amount } from './amount'

/** A side's figures along one dimension, by code; a code that is not there, or says nothing, is missing. */
export type Figures = ReadonlyMap<string, Amount | null>

/** Figures for a block, or why there are none. */
export type BlockAmount =
  | { readonly status: 'complete'; readonly amount: Amount }
  | { readonly status: 'missing'; readonly codes: readonly string[] }

/**
 * The figures of one side for a block of a grid. A missing part makes the block missing, not smaller. Persons whose code is not
 * known (`_U`) belong to the whole for certain, to any other block perhaps: those get the interval from v to v + U.
 * @example blockAmount(new Map([['Y15T24', exactly(7)], ['_U', exactly(2)]]), ['Y15T24'], false) // from 7 to 9
 */
export function blockAmount(
  figures: Figures,
  codes: readonly string[],
  whole: boolean,
): BlockAmount {
  const missing = codes.filter((code) => (figures.get(code) ?? null) === null)
  if (missing.length > 0) return { status: 'missing', codes: missing }
  const known = sumOf(codes.map((code) => figures.get(code) ?? exactly(0)))
  // A total that a side gives as such already counts those that are not known.
  if (whole && codes.includes('_T')) return { status: 'complete', amount: known }
  const unknown = figures.get('_U') ?? exactly(0)
  if (whole) return { status: 'complete', amount: sumOf([known, unknown]) }
  return { status: 'complete', amount: { ...known, upper: known.upper + unknown.upper } }
}

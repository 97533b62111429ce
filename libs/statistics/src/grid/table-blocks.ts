// SPDX-License-Identifier: Apache-2.0
import type { DimensionBlock } from './dimension-blocks'

/** Cells of a table, each by its codes in the order of the table's dimensions. */
export type TableCells = readonly (readonly string[])[]

/** A block of two tables: a block of each dimension. */
export type TableBlock = readonly DimensionBlock[]

/**
 * The blocks that two tables have in common of which both give every cell, by the blocks of each of their dimensions. Cost:
 * proportional to the cells times the blocks that each of their codes lies in.
 * @example tableBlocks([sexes, bands], { origin: [['M', 'Y15T19'], ['M', 'Y20T24']], destination: [['M', 'Y15T24']] }).length // 1
 */
export function tableBlocks(
  dimensions: readonly (readonly DimensionBlock[])[],
  cells: { readonly origin: TableCells; readonly destination: TableCells },
): readonly TableBlock[] {
  if (dimensions.some(({ length }) => length === 0)) return []
  const origin = complete(dimensions, 'origin', cells.origin)
  const destination = complete(dimensions, 'destination', cells.destination)
  return [...origin.keys()]
    .filter((key) => destination.has(key))
    .map((key) => origin.get(key) ?? [])
}

/** Whether a block is one cell with the same codes on both sides, which needs no grid. */
export function isOneCell(block: TableBlock): boolean {
  return block.every(
    ({ origin, destination }) =>
      origin.length === 1 && destination.length === 1 && origin[0] === destination[0],
  )
}

type Dimensions = readonly (readonly DimensionBlock[])[]

/** The blocks of which a side gives every cell, by the places of their blocks in each dimension. */
function complete(
  dimensions: Dimensions,
  side: 'origin' | 'destination',
  cells: TableCells,
): ReadonlyMap<string, TableBlock> {
  const placesOf = dimensions.map((blocks) => placesByCode(blocks, side))
  const counted = new Map<string, number>()
  for (const codes of cells) {
    const places = codes.map((code, at) => placesOf[at]?.get(code) ?? [])
    for (const key of product(places)) counted.set(key, (counted.get(key) ?? 0) + 1)
  }
  const found = new Map<string, TableBlock>()
  for (const [key, count] of counted) {
    const block = key.split('.').flatMap((place, at) => dimensions[at]?.[Number(place)] ?? [])
    if (count === block.reduce((all, one) => all * one[side].length, 1)) found.set(key, block)
  }
  return found
}

function placesByCode(
  blocks: readonly DimensionBlock[],
  side: 'origin' | 'destination',
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [place, block] of blocks.entries())
    for (const code of block[side]) places.set(code, [...(places.get(code) ?? []), place])
  return places
}

function product(places: readonly (readonly number[])[]): readonly string[] {
  return places.reduce<readonly string[]>(
    (keys, own, at) =>
      at === 0
        ? own.map(String)
        : keys.flatMap((key) => own.map((place) => `${key}.${String(place)}`)),
    [],
  )
}

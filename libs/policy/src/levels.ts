// SPDX-License-Identifier: Apache-2.0
import {
  codeList,
  listOfDimension,
  type CodeList,
  type Dimension,
  type DimensionLevel,
} from '@corridor/contracts'
import type { ClauseOf } from './terms'
import { yearsIn } from './years-in'

/** How fine a dimension may be told. */
export type Level = DimensionLevel['level']

/** The code that stands for all of a dimension. */
export const totalCode = '_T'

const depthOf: ReadonlyMap<Level, number> = new Map([
  ['level-1', 1],
  ['level-2', 2],
  ['level-3', 3],
  ['level-4', 4],
])
const yearsOf: ReadonlyMap<Level, number> = new Map([
  ['five-year-ages', 5],
  ['ten-year-ages', 10],
])

/** True when a code is no finer than a level of one of its lists. What a list has no such level for is finer than it. */
export function isWithinLevel(code: string, level: Level, lists: readonly CodeList[]): boolean {
  if (level === 'all') return true
  if (code === totalCode) return true
  const depth = depthOf.get(level)
  if (depth !== undefined)
    return lists.some((list) => hasDepths(list) && (list.level(code) ?? Infinity) <= depth)
  const years = yearsOf.get(level)
  return (
    years !== undefined &&
    lists.some(({ id }) => id === 'CL_AGE') &&
    (yearsIn(code)?.isOfBands(years) ?? false)
  )
}

/** True when codes of a list lie in one another under one total, so that a depth of it says how fine a figure is. Areas overlap. */
export function hasDepths(list: CodeList): boolean {
  return (
    list.id !== 'CL_AREA' &&
    list.id !== 'CL_AGE' &&
    list.codes.includes(totalCode) &&
    list.codes.some((code) => list.level(code) === 1)
  )
}

/** The level that a clause names for a dimension. Of one that it does not name, it grants the total, or just the codes of its slice. */
export function levelOf(clause: ClauseOf<'share'>, column: string): Level | undefined {
  return clause.levels?.find(({ dimension }) => dimension === column)?.level
}

/** The levels that a dimension can be told to. */
export function levelsOf(dimension: Dimension): readonly Level[] {
  const lists = listsOf(dimension)
  const depths = Math.max(0, ...lists.filter(hasDepths).map(deepest))
  return [
    ...(hasTotal(dimension) ? (['total'] as const) : []),
    ...[...depthOf].flatMap(([level, depth]) => (depth <= depths ? [level] : [])),
    ...(dimension.codelist === 'CL_AGE' ? [...yearsOf.keys()] : []),
    'all',
  ]
}

/** True for the dimensions that have a level of detail: not who reports, when, which way, from where to where. */
export function hasGrain({ role }: Dimension): boolean {
  return role === undefined || role === 'partner'
}

function deepest(list: CodeList): number {
  return Math.max(...list.codes.map((code) => list.level(code) ?? 0))
}

/** The code lists that a dimension is taken from: the one that a dataset says it follows, or each that it could. */
export function listsOf(dimension: Dimension, classifications?: object): readonly CodeList[] {
  const { codelist, classification } = dimension
  if (classification === undefined) return codelist === undefined ? [] : [codeList(codelist)]
  if (classifications === undefined) return Object.values(classification).map(codeList)
  const followed = listOfDimension(dimension, classifications)
  return followed === undefined ? [] : [codeList(followed)]
}

/** True when a dimension has a code for all of it. One that has none is what the figure is of, not how fine it is. */
export function hasTotal(dimension: Dimension): boolean {
  const lists = listsOf(dimension)
  return lists.length > 0 && lists.every(({ codes }) => codes.includes(totalCode))
}

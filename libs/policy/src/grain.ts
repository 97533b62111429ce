// SPDX-License-Identifier: Apache-2.0
import type { CodeList, Dimension } from '@corridor/contracts'
import { hasGrain, isWithinLevel, levelOf, listsOf, totalCode, type Level } from './levels'
import type { ClauseOf } from './terms'
import { agesAround } from './years-in'

/** Why a clause does not grant a row, in the order in which it is asked. */
export type RowDenial =
  | 'ANOTHER_REPORTER'
  | 'CONFIDENTIAL'
  /** Granted once its embargo is over. */
  | 'UNDER_EMBARGO'
  | 'ANOTHER_CORRIDOR'
  | 'ANOTHER_PERIOD'
  | 'ANOTHER_SLICE'
  | 'TOO_FINE'

/** How a clause judges the codes of one dimension. */
export interface Grain {
  readonly column: string
  readonly dimension: Dimension
  /** The code lists that codes of it are taken from. */
  readonly lists: readonly CodeList[]
  readonly denial: (code: unknown) => RowDenial | null
  /** Codes above one that the clause may tell in its place, the nearest first. */
  readonly above: (code: string) => readonly string[]
}

/** The judge of one dimension; undefined where the clause has nothing to ask of it. */
export function grainOf(
  clause: ClauseOf<'share'>,
  dimension: Dimension,
  classifications: object | undefined,
): Grain | undefined {
  const { column } = dimension
  const only = clause.only?.find((slice) => slice.dimension === column)?.codes
  if (only === undefined && !hasGrain(dimension)) return undefined
  const lists = listsOf(dimension, classifications)
  const level = hasGrain(dimension) ? levelOf(clause, column) : 'all'
  const judge = only === undefined ? byLevel(level ?? 'total', lists) : bySlice(only, level, lists)
  const denial = remembering((code) => judge(code))
  return {
    column,
    dimension,
    lists,
    denial: (code) => (typeof code === 'string' ? denial(code) : 'TOO_FINE'),
    above: (code) => above(code, lists, only ?? []),
  }
}

type CodeJudge = (code: string) => RowDenial | null

function byLevel(level: Level, lists: readonly CodeList[]): CodeJudge {
  return (code) => (isWithinLevel(code, level, lists) ? null : 'TOO_FINE')
}

// Just these codes where no level is named, else what lies below them to that level.
function bySlice(
  only: readonly string[],
  level: Level | undefined,
  lists: readonly CodeList[],
): CodeJudge {
  const lies = (code: string): boolean =>
    only.includes(code) || lists.some((list) => only.some((wide) => list.contains(wide, code)))
  return (code) => {
    if (!lies(code)) return 'ANOTHER_SLICE'
    const isTold = level === undefined ? only.includes(code) : isWithinLevel(code, level, lists)
    return isTold ? null : 'TOO_FINE'
  }
}

function above(
  code: string,
  lists: readonly CodeList[],
  only: readonly string[],
): readonly string[] {
  const named = only.filter((wide) => lists.some((list) => list.contains(wide, code)))
  if (lists.some(({ id }) => id === 'CL_AGE')) return [...agesAround(code), ...named, totalCode]
  const parents: string[] = []
  for (const list of lists)
    for (let up = list.parent(code); up !== undefined; up = list.parent(up)) parents.push(up)
  return [...parents, ...named]
}

// A dataset has few codes and many rows. As many entries as the codes of one dataset, for as long as it is looked at.
function remembering(judge: CodeJudge): CodeJudge {
  const known = new Map<string, RowDenial | null>()
  return (code) => {
    const found = known.get(code)
    if (found !== undefined) return found
    const judged = judge(code)
    known.set(code, judged)
    return judged
  }
}

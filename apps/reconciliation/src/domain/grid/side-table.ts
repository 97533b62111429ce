// SPDX-License-Identifier: Apache-2.0
import { isRest, type Amount, type Figures } from '@corridor/statistics'
import type { CellStatement } from '../cell'

/** A figure of a table with the statements that it comes from. */
export interface TableFigure {
  readonly codes: readonly string[]
  readonly amount: Amount | 'missing' | 'kept-back'
  readonly from: readonly CellStatement[]
}

/** The figures of one side of a flow that are broken down by the same dimensions and counted alike, by their codes. */
export interface SideTable {
  readonly figures: ReadonlyMap<string, TableFigure>
  /** How all of them are counted. */
  readonly like: Pick<CellStatement, 'definition' | 'classifications'>
  /** For each dimension the codes of those who are in no part of its breakdown. */
  readonly rest: readonly (readonly string[])[]
  /** The columns that were carried to another version of their classification, with the version that they come from. */
  readonly carried: Readonly<Record<string, string>>
}

/** A statement, and whether its sender keeps it back from the other side. */
export interface Shown {
  readonly statement: CellStatement
  readonly isShown: boolean
}

/** The tables of one side of a flow. */
export function sideTables(side: readonly Shown[]): readonly SideTable[] {
  const ways = new Map<object, string>()
  const groups = new Map<string, TableFigure[]>()
  for (const { statement, isShown } of side) {
    const codes = statement.breakdown.split('.')
    const like = wayOf(statement, ways)
    const key = `${codes.map((code) => (code === '_T' ? 0 : 1)).join('')} ${like}`
    const amount = isShown ? amountOf(statement) : ('kept-back' as const)
    const figure = { codes, amount, from: [statement] }
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [figure])
    else group.push(figure)
  }
  return [...groups.values()].flatMap((figures) => {
    const like = figures[0]?.from[0]
    return like === undefined ? [] : tableOf(figures, { like: countingOf(like), carried: {} })
  })
}

function countingOf({ definition, classifications }: CellStatement): SideTable['like'] {
  return { definition, classifications }
}

// The figures of a message share what says how they are counted.
function wayOf({ definition, classifications }: CellStatement, known: Map<object, string>): string {
  const text = (one: object): string => {
    const found = known.get(one) ?? JSON.stringify(one)
    known.set(one, found)
    return found
  }
  return `${text(definition)} ${text(classifications)}`
}

/** A table of figures. */
export function tableOf(
  figures: readonly TableFigure[],
  about: Pick<SideTable, 'like' | 'carried'>,
): SideTable {
  const dimensions = figures[0]?.codes.length ?? 0
  return {
    ...about,
    figures: new Map(figures.map((figure) => [figure.codes.join('.'), figure])),
    rest: Array.from({ length: dimensions }, (_, at) => [
      ...new Set(figures.map(({ codes }) => codes[at] ?? '_T').filter(isRest)),
    ]),
  }
}

/** The codes of what a table shows. */
export function shownCodes({ figures }: SideTable): readonly (readonly string[])[] {
  return [...figures.values()].flatMap(({ amount, codes }) =>
    amount === 'kept-back' ? [] : [codes],
  )
}

/** The figures of a table by their codes. */
export function amountsIn({ figures }: SideTable): Figures {
  return new Map([...figures].map(([key, { amount }]) => [key, amount]))
}

/** What a statement says as an amount that can be added up. */
function amountOf(statement: CellStatement): Amount | 'missing' {
  const { value, valueStatus, lower, upper, standardError } = statement
  if (valueStatus === 'suppressed')
    return { value: null, lower: lower ?? 0, upper: upper ?? Infinity, variance: 0 }
  if (valueStatus !== 'value' || value === null) return 'missing'
  // Nothing bounds a sample for certain.
  if (standardError !== null && standardError > 0)
    return { value, lower: 0, upper: Infinity, variance: standardError ** 2 }
  return {
    ...{ value, variance: 0 },
    ...{ lower: Math.min(value, lower ?? value), upper: Math.max(value, upper ?? value) },
  }
}

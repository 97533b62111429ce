// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { clausesOf, grantsRow } from '@corridor/policy'
import {
  compareFigures,
  type Comparison,
  type Definition,
  type Statement,
} from '@corridor/statistics'
import { cellKey, type Cell, type CellStatement } from './cell'

/** Two statements about one cell, compared under one agreement. */
export interface Pair extends Cell, Comparison {
  readonly originDefinition: Definition | null
  readonly destinationDefinition: Definition | null
  readonly originPosition: number | null
  readonly destinationPosition: number | null
}

/**
 * Pairs the statements of an agreement's two parties about the same cells and compares them by its tolerance.
 * A comparison shows each side the other's figure, so only statements that a share clause grants the other side enter it.
 */
export function pairUp(terms: Agreement, statements: readonly CellStatement[]): readonly Pair[] {
  const [comparison] = clausesOf(terms, 'reconcile')
  if (comparison === undefined) return []
  const cells = new Map<string, { origin?: CellStatement; destination?: CellStatement }>()
  for (const statement of statements) {
    if (statement.contract !== comparison.contract || !isShared(terms, statement)) continue
    const key = cellKey(statement)
    const sides = cells.get(key) ?? {}
    cells.set(
      key,
      statement.direction === 'outflow'
        ? { ...sides, origin: statement }
        : { ...sides, destination: statement },
    )
  }
  return [...cells.values()].flatMap(({ origin, destination }) => {
    const cell = origin ?? destination
    return cell === undefined
      ? []
      : pairOf(cell, { origin, destination }, comparison.tolerance.asymmetryPercent)
  })
}

function isShared(terms: Agreement, statement: CellStatement): boolean {
  return clausesOf(terms, 'share').some(
    (clause) => clause.contract === statement.contract && grantsRow(clause, statement),
  )
}

function pairOf(
  cell: CellStatement,
  sides: { origin: CellStatement | undefined; destination: CellStatement | undefined },
  tolerance: number,
): Pair {
  const { contract, origin, destination, period, sex, age, occupation, sector, stay } = cell
  return {
    contract,
    origin,
    destination,
    period,
    sex,
    age,
    occupation,
    sector,
    stay,
    ...compareFigures(saidBy(sides.origin), saidBy(sides.destination), tolerance),
    originDefinition: sides.origin?.definition ?? null,
    destinationDefinition: sides.destination?.definition ?? null,
    originPosition: sides.origin?.position ?? null,
    destinationPosition: sides.destination?.position ?? null,
  }
}

function saidBy(statement: CellStatement | undefined): Statement | null {
  return statement === undefined
    ? null
    : { value: statement.value, definition: statement.definition }
}

// SPDX-License-Identifier: Apache-2.0
import { clausesOf, type KnownAgreement, type RowTest } from '@corridor/policy'
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
 * Pairs the statements of an agreement's parties about the same cells and compares them by its tolerance.
 * A comparison shows each side the other's figure, so only statements that may be shown to the other side enter it: `isGranted` says
 * so by all agreements of the two.
 */
export function pairUp(
  agreement: KnownAgreement,
  statements: readonly CellStatement[],
  isGranted: RowTest,
): readonly Pair[] {
  const [comparison] = clausesOf(agreement.terms, 'reconcile')
  if (comparison === undefined) return []
  const cells = new Map<string, { origin?: CellStatement; destination?: CellStatement }>()
  for (const statement of statements) {
    if (statement.contract !== comparison.contract || !isShared(agreement, statement, isGranted))
      continue
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

// All parties read the report as it is, so a figure enters it only where each of the others is given it without protection.
function isShared(
  agreement: KnownAgreement,
  statement: CellStatement,
  isGranted: RowTest,
): boolean {
  const { contract, reporter: sender } = statement
  const { parties } = agreement.standing
  const others = parties.filter((party) => party !== sender)
  return (
    parties.includes(sender) &&
    others.every((recipient) => isGranted({ contract, sender, recipient }, { ...statement }))
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

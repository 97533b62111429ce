// SPDX-License-Identifier: Apache-2.0
import type { KnownAgreement, RowTest } from '@corridor/policy'
import { cellKey, codesOf, type CellStatement } from './cell'
import { compareSides } from './compare-sides'
import type { Expect } from './expected'
import type { Pair } from './pair'
import { comparisonTerms } from './terms'

/** What a comparison asks of others: which statements it may show, and what is expected of figures. */
export interface Asking {
  readonly isGranted: RowTest
  readonly expect: Expect
}

/**
 * Pairs the statements of an agreement's parties about the same cells and compares them by its terms.
 * A comparison shows each side the other's figure, so only statements that may be shown to the other side enter it: `isGranted` says
 * so by all agreements of the two.
 */
export function pairUp(
  agreement: KnownAgreement,
  statements: readonly CellStatement[],
  { isGranted, expect }: Asking,
): readonly Pair[] {
  const terms = new Map(comparisonTerms(agreement).map((one) => [one.contract, one]))
  const cells = new Map<string, { origin?: CellStatement; destination?: CellStatement }>()
  for (const statement of statements) {
    if (!terms.has(statement.contract) || !entersComparison(agreement, statement, isGranted))
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
    const by = terms.get(cell?.contract ?? '')
    return cell === undefined || by === undefined
      ? []
      : compareSides(cell, { origin, destination }, { terms: by, expect })
  })
}

/** All parties read the report as it is, so a figure enters it only where each of the others is given it without protection. */
export function entersComparison(
  agreement: KnownAgreement,
  statement: CellStatement,
  isGranted: RowTest,
): boolean {
  const { contract, reporter: sender } = statement
  const { parties } = agreement.standing
  if (!parties.includes(sender)) return false
  const row = { ...statement, ...codesOf(statement) }
  return parties.every(
    (recipient) => recipient === sender || isGranted({ contract, sender, recipient }, row),
  )
}

// SPDX-License-Identifier: Apache-2.0
import type { KnownAgreement, RowTest } from '@corridor/policy'
import { cellKey, codesOf, type CellStatement } from './cell'
import { compareSides, type Sides } from './compare-sides'
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
  const cells = new Map<string, { -readonly [side in keyof Sides]: Sides[side] }>()
  for (const statement of statements) {
    if (!terms.has(statement.contract) || !entersComparison(agreement, statement, isGranted))
      continue
    const key = cellKey(statement)
    const sides = cells.get(key) ?? { origin: undefined, destination: undefined }
    sides[statement.direction === 'outflow' ? 'origin' : 'destination'] = statement
    cells.set(key, sides)
  }
  return [...cells.values()].flatMap((sides) => {
    const cell = sides.origin ?? sides.destination
    const by = terms.get(cell?.contract ?? '')
    return cell === undefined || by === undefined
      ? []
      : compareSides(cell, sides, { terms: by, expect })
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
  const row = grantableRow(statement)
  return parties.every(
    (recipient) => recipient === sender || isGranted({ contract, sender, recipient }, row),
  )
}

// What a clause asks about, and no more of a statement.
function grantableRow(statement: CellStatement): Readonly<Record<string, unknown>> {
  const { reporter, direction, origin, destination, period, confStatus, embargo } = statement
  const about = { reporter, direction, origin, destination, period, confStatus, embargo }
  return Object.assign(about, codesOf(statement))
}

// SPDX-License-Identifier: Apache-2.0
import { cell, columnOf, rowsOf, type FlowRow, type MigrationFlow } from '@corridor/contracts'
import {
  clausesOf,
  mayBeAggregated,
  needsNoProtection,
  partiesIn,
  type KnownAgreement,
} from '@corridor/policy'

/** The contract whose figures are added up. */
export const added = 'migration-flow'

/** Parties of an agreement who consent to their flows going into sums. Sums show totals as they are: what is to be protected stays out. */
export function consentingTo(agreement: KnownAgreement): readonly string[] {
  const consenting = clausesOf(agreement.terms, 'aggregate')
    .filter(({ contract }) => contract === added)
    .flatMap(({ id, from, contract }) =>
      partiesIn(agreement, { id, named: from }).filter((sender) =>
        needsNoProtection(agreement, { contract, sender }),
      ),
    )
  return [...new Set(consenting)]
}

/**
 * True where a total goes into sums: free, with a value, and not marked for the partner alone (CONF_REDIST). A suppressed figure is
 * neither zero nor absent, so its corridor stays out.
 */
export function isAddedUp(row: Total): boolean {
  const isFree = row.confStatus === 'F' && row.valueStatus === 'value'
  return isFree && mayBeAggregated(row.confRedist)
}

/** A row of flows that is broken down by nothing, with what its sender says of handing it on. */
export type Total = FlowRow & { readonly confRedist: unknown }

/** The totals of flows. */
export function totalsOf(flow: MigrationFlow): readonly Total[] {
  const marks = columnOf(flow, 'confRedist')
  return [...rowsOf(flow)]
    .map((row, i) => ({ ...row, confRedist: marks === undefined ? null : cell(marks, i) }))
    .filter(isTotal)
}

function isTotal(row: FlowRow): boolean {
  return [row.sex, row.age, row.occupation, row.sector, row.stay, row.education].every(
    (code) => code === '_T',
  )
}

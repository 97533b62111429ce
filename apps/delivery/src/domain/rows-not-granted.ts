// SPDX-License-Identifier: Apache-2.0
import { cell, type Dataset } from '@corridor/contracts'
import { explain, type Decision, type RowExplained } from '@corridor/policy'

/** Rows of a dataset that was handed over, of which a decision lets out none as it is, with why. */
export function rowsNotGranted(
  told: Dataset,
  decision: Decision,
  at: Date,
): readonly Exclude<RowExplained, { readonly became: 'left' }>[] {
  return explain(asGranted(told), decision, at).flatMap((one) =>
    one.became === 'left' ? [] : [one],
  )
}

// A figure that protection has suppressed is marked as confidential when it leaves: what was granted is the cell before.
function asGranted(dataset: Dataset): Dataset {
  const rows = Array.from({ length: dataset.rows }, (_, row) => row)
  const marks = rows.map((row) =>
    cell(dataset.valueStatus, row) === 'suppressed' ? 'F' : cell(dataset.confStatus, row),
  )
  return { ...dataset, confStatus: marks }
}

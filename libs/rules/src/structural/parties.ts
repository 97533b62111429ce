// SPDX-License-Identifier: Apache-2.0
import type { Dataset, Structure } from '@corridor/contracts'
import { Causes, type Found } from '../found'
import { withRole, type Dimensions } from './dimensions'

/** Rows whose reporter is not the side that counts them: an inflow is told by its destination, an outflow by its origin. */
export function wrongDirections(
  dataset: Dataset,
  structure: Structure,
  dimensions: Dimensions,
): readonly Found[] {
  const [reporter, direction, origin, destination] = (
    ['reporter', 'direction', 'origin', 'destination'] as const
  ).map((role) => withRole(dimensions, role))
  if (!reporter || !direction || !origin || !destination) return []
  const column = structure.dimensions.find(({ role }) => role === 'reporter')?.column ?? 'reporter'
  const causes = new Causes()
  const rows = rowsToRead(dataset, [reporter, direction, origin, destination])
  for (let row = 0; row < rows; row++) {
    const way = direction.codeAt(row)
    const side = way === 'inflow' ? destination : origin
    const told = reporter.codeAt(row)
    if (told === side.codeAt(row)) continue
    const name = way === 'inflow' ? 'destination' : 'origin'
    causes.add(
      row,
      { code: 'DIRECTION_WRONG', column, value: told },
      () => `the reporter ${told} of an ${way} is not its ${name} ${side.codeAt(row)}`,
    )
  }
  return causes.all(rows === 1 ? dataset.rows : undefined)
}

/** Rows that somebody else would have to report. */
export function wrongReporters(
  dataset: Dataset,
  structure: Structure,
  {
    dimensions,
    sender,
    mayReport,
  }: {
    readonly dimensions: Dimensions
    readonly sender: string | undefined
    readonly mayReport: ((row: number) => boolean) | undefined
  },
): readonly Found[] {
  const reporter = withRole(dimensions, 'reporter')
  if (reporter === undefined || sender === undefined) return []
  const column = structure.dimensions.find(({ role }) => role === 'reporter')?.column ?? 'reporter'
  const causes = new Causes()
  const rows = mayReport === undefined ? rowsToRead(dataset, [reporter]) : dataset.rows
  for (let row = 0; row < rows; row++) {
    const told = reporter.codeAt(row)
    if (mayReport !== undefined) {
      if (mayReport(row)) continue
      causes.add(
        row,
        { code: 'REPORT_NOT_AGREED', column, value: told },
        () => `no agreement in force lets ${sender} report this about ${told}`,
      )
      continue
    }
    if (told === sender) continue
    causes.add(
      row,
      { code: 'REPORTER_NOT_SENDER', column, value: told },
      () => `${sender} cannot report for ${told}`,
    )
  }
  return causes.all(rows === 1 ? dataset.rows : undefined)
}

// Where one code holds for all rows in every column, the first row speaks for all of them.
function rowsToRead(
  dataset: Dataset,
  columns: readonly { readonly numbers: Int32Array | undefined }[],
): number {
  return columns.every(({ numbers }) => numbers === undefined) ? 1 : dataset.rows
}

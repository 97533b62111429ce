// SPDX-License-Identifier: Apache-2.0
import type { Mapping } from '@corridor/contracts'

/** The columns of the file that a mapping reads. */
export function sourceColumns({ columns, skip = [] }: Mapping): ReadonlySet<string> {
  const names = new Set(skip.map(({ from }) => from))
  for (const column of columns) {
    switch (column.kind) {
      case 'fixed':
        break
      case 'from':
      case 'flags':
        names.add(column.from)
        break
      case 'chosen':
        names.add(column.by)
        for (const { from } of column.cases) names.add(from)
    }
  }
  return names
}

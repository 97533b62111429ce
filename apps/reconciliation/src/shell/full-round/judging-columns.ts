// SPDX-License-Identifier: Apache-2.0
import type { JudgingRow } from '../../domain/full-round/judging-rows'
import type { Column } from './engine'
import type { NumberedBreakdown } from './numbered'

/** What is expected as columns, in the order of the table `judging`. */
export function judgingColumns(rows: readonly JudgingRow[]): readonly Column[] {
  const integer = (of: (row: JudgingRow) => number): Column => ({
    type: 'integer',
    values: rows.map(of),
  })
  const double = (of: (row: JudgingRow) => number): Column => ({
    type: 'double',
    values: rows.map(of),
  })
  return [
    integer(({ corridor }) => corridor),
    integer((row) => row.class),
    integer(({ originWay }) => originWay),
    integer(({ destinationWay }) => destinationWay),
    integer(({ comparable }) => Number(comparable)),
    double(({ originFactor }) => originFactor),
    double(({ destinationFactor }) => destinationFactor),
    integer(({ expected }) => Number(expected)),
    double(({ lower }) => lower),
    double(({ upper }) => upper),
    double(({ half }) => half),
  ]
}

/** The breakdowns of which something was learnt, in the order of the table `own`: their classes come after the others. */
export function ownColumns(own: readonly NumberedBreakdown[], classes: number): readonly Column[] {
  return [
    { type: 'integer', values: own.map(({ id }) => id) },
    { type: 'integer', values: own.map((_, place) => classes + place) },
  ]
}

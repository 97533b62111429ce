// SPDX-License-Identifier: Apache-2.0
import { linesOf } from './region-figures'

/** What a statement says. */
export type Content = Readonly<Record<string, unknown>>

/** A delivery as text: agreement, sender, direction and the figures. */
export function deliveryLine({ figures }: Content): string {
  const data = figures as Content
  const [grant] = data['grants'] as readonly Content[]
  const rows = rowsIn(data['dataset'] as Content, [
    'direction',
    'origin',
    'destination',
    'period',
    'value',
  ])
  const flows = rows.map((row) => ({
    origin: String(row['origin']),
    destination: String(row['destination']),
    period: String(row['period']),
    value: Number(row['value']),
  }))
  return `${String(grant?.['agreement'])} ${String(data['sender'])} ${String(rows[0]?.['direction'])}: ${linesOf(flows)}`
}

/** Rows of a statement by columns: a column is one value for all, or one for each. */
export function rowsIn(data: Content, names: readonly string[]): readonly Content[] {
  return Array.from({ length: Number(data['rows']) }, (_, i) =>
    Object.fromEntries(
      names.map((name) => {
        const column = data[name]
        return [name, Array.isArray(column) ? (column as readonly unknown[])[i] : column]
      }),
    ),
  )
}

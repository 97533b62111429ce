// SPDX-License-Identifier: Apache-2.0
import { writeCsv, writeSdmxCsv, writeSdmxJson } from '@corridor/formats'
import type { FigureFormat } from '../domain/figure-format'
import type { FiguresFound } from './figures'

/** Who writes, and when. */
export interface Writing {
  readonly sender: string
  readonly at: Date
  readonly test: boolean
}

/** Writes figures in a format. */
export function figureText(
  format: FigureFormat,
  found: FiguresFound,
  { sender, at, test }: Writing,
): string {
  switch (format.kind) {
    case 'csv':
      return writeCsv(found.parts)
    case 'sdmx-csv':
      return writeSdmxCsv(found.parts, sdmxCsvForm(format))
    case 'sdmx-json':
      return asVersion(
        format.version,
        writeSdmxJson(found.parts, {
          layout: 'flat',
          id: `CORRIDOR-${String(found.stand.position)}`,
          prepared: at.toISOString(),
          sender,
          test,
        }),
      )
    case 'json':
      return JSON.stringify({
        asOf: {
          position: found.stand.position,
          recordedAt: found.stand.recordedAt?.toISOString() ?? null,
        },
        notIndexed: found.stand.notIndexed,
        rows: found.rows,
        next: found.next,
        datasets: found.parts,
      })
  }
}

function sdmxCsvForm({
  version,
  labels,
}: Extract<FigureFormat, { kind: 'sdmx-csv' }>): Parameters<typeof writeSdmxCsv>[1] {
  if (version !== '1.0') return { version, labels }
  return { version, labels: labels === 'name' ? 'id' : labels }
}

// SDMX-JSON 2.0 has no "Merge" for data sets: rows are complete, so "Replace" says the same of them.
function asVersion(version: '2.0.0' | '2.1.0', text: string): string {
  if (version === '2.1.0') return text
  const message = JSON.parse(text) as {
    $schema: string
    data: { dataSets: { action: string }[] }
  }
  message.$schema = 'https://json.sdmx.org/2.0.0/sdmx-json-data-schema.json'
  for (const one of message.data.dataSets) if (one.action === 'Merge') one.action = 'Replace'
  return JSON.stringify(message)
}

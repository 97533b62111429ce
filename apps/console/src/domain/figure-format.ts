// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'

/** A form in which figures are written. */
export type FigureFormat =
  | { readonly kind: 'sdmx-json'; readonly version: '2.0.0' | '2.1.0' }
  | {
      readonly kind: 'sdmx-csv'
      readonly version: '1.0' | '2.0' | '2.1'
      readonly labels: 'id' | 'name' | 'both'
    }
  | { readonly kind: 'csv' }
  | { readonly kind: 'json' }

/** The media type that an answer has. */
export function mediaTypeOf(format: FigureFormat): string {
  switch (format.kind) {
    case 'sdmx-json':
      return `application/vnd.sdmx.data+json;version=${format.version}`
    case 'sdmx-csv':
      return `application/vnd.sdmx.data+csv;version=${format.version}.0;labels=${format.labels}`
    case 'csv':
      return 'text/csv;charset=utf-8'
    case 'json':
      return 'application/json'
  }
}

interface MediaRange {
  readonly type: string
  readonly parameters: ReadonlyMap<string, string>
  readonly quality: number
}

/** The form that a reader likes best, of those that there are (RFC 9110, 12.5.1). Ours where all are welcome: by columns. */
export function chooseFormat(acceptHeader: string): Outcome<FigureFormat, 'NOT_ACCEPTABLE'> {
  const ranges = acceptHeader
    .split(',')
    .map(rangeOf)
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const range of ranges) {
    const format = formatOf(range)
    if (format !== null) return accept(format)
  }
  return refuse(
    'NOT_ACCEPTABLE',
    `${acceptHeader.slice(0, 200)} is none of the formats that figures are written in`,
  )
}

function rangeOf(text: string): MediaRange {
  const [type = '', ...rest] = text.split(';').map((one) => one.trim().toLowerCase())
  const parameters = new Map(
    rest.map((one) => {
      const [name = '', value = ''] = one.split('=')
      return [name.trim(), value.trim().replaceAll('"', '')] as const
    }),
  )
  const quality = Number(parameters.get('q') ?? 1)
  return { type, parameters, quality: Number.isFinite(quality) ? quality : 0 }
}

const jsonVersions = new Map([
  ['2.0.0', '2.0.0'],
  ['2.1.0', '2.1.0'],
] as const)
const csvVersions = new Map([
  ['1.0.0', '1.0'],
  ['2.0.0', '2.0'],
  ['2.1.0', '2.1'],
] as const)

function formatOf({ type, parameters }: MediaRange): FigureFormat | null {
  const version = parameters.get('version')
  switch (type) {
    case '*/*':
    case 'application/*':
    case 'application/json':
      return { kind: 'json' }
    case 'text/*':
    case 'text/csv':
      return { kind: 'csv' }
    case 'application/vnd.sdmx.data+json': {
      const known = found(jsonVersions, version ?? '2.1.0')
      return known === undefined ? null : { kind: 'sdmx-json', version: known }
    }
    case 'application/vnd.sdmx.data+csv': {
      const known = found(csvVersions, version ?? '2.1.0')
      const labels = labelsOf(parameters.get('labels') ?? 'id')
      // SDMX-CSV 1.0 has no column for names alone.
      if (known === undefined || labels === null || (known === '1.0' && labels === 'name'))
        return null
      return { kind: 'sdmx-csv', version: known, labels }
    }
    default:
      return null
  }
}

function found<Version>(
  versions: ReadonlyMap<string, Version>,
  asked: string,
): Version | undefined {
  return versions.get(asked)
}

function labelsOf(text: string): 'id' | 'name' | 'both' | null {
  return text === 'id' || text === 'name' || text === 'both' ? text : null
}

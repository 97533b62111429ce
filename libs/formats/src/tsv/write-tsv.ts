// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { ContractColumn } from '../csv/contract-columns'
import { shown } from '../text/shown'
import { writeFlags } from '../text/eurostat-flags'
import { partText, type PartText, type WrittenPart } from '../writing/written-part'

/** Columns whose content a cell of TSV holds by its flags. */
const inCells = new Set(['OBS_VALUE', 'VALUE_STATUS', 'OBS_STATUS', 'CONF_STATUS', 'TIME_PERIOD'])

/**
 * Writes datasets of one contract as Eurostat's bulk TSV: a line for each combination of codes, a column for each period.
 * What a cell with flags cannot say (bounds, embargo, standard errors, figures taken back) is refused, never left out.
 */
export function writeTsv(parts: readonly WrittenPart[]): Outcome<string, 'FORMAT_TOO_NARROW'> {
  const texts = parts.map(partText)
  const keys = keyColumns(texts)
  const lines = new Map<string, Map<string, string>>()
  for (const text of texts) {
    const wrong = takePart(lines, text, keys)
    if (wrong !== undefined)
      return refuse('FORMAT_TOO_NARROW', `TSV of Eurostat has no place for ${wrong}`)
  }
  const periods = [...new Set([...lines.values()].flatMap((cells) => [...cells.keys()]))].sort()
  const header = [`${keys.map(({ concept }) => concept).join(',')}\\TIME_PERIOD`, ...periods]
  const written = [...lines].map(([key, cells]) => [
    key,
    ...periods.map((period) => cells.get(period) ?? ': '),
  ])
  return accept([header.join('\t'), ...written.map((fields) => fields.join('\t')), ''].join('\n'))
}

function keyColumns(texts: readonly PartText[]): readonly ContractColumn[] {
  const all = new Set(texts.flatMap(({ columns }) => columns))
  return [...all].filter(({ role, concept }) => role !== 'observation' && !inCells.has(concept))
}

function takePart(
  lines: Map<string, Map<string, string>>,
  text: PartText,
  keys: readonly ContractColumn[],
): string | undefined {
  const by = (concept: string): ContractColumn | undefined =>
    text.columns.find((column) => column.concept === concept)
  const narrow = text.columns.find(
    ({ role, concept }) => role === 'observation' && !inCells.has(concept),
  )
  if (narrow !== undefined) return `the column ${narrow.name}`
  for (let row = 0; row < text.rows; row++) {
    const at = (concept: string): string | undefined => {
      const column = by(concept)
      return column && text.textAt(column, row)
    }
    const codes = keys.map((column) => text.textAt(column, row) ?? '')
    const strange = codes.find((code) => /[,\t\r\n\\]/.test(code))
    if (strange !== undefined) return `"${shown(strange)}" among its codes`
    const cell = cellOf(at, text.statusAt(row))
    if (cell === undefined)
      return `the status ${at('OBS_STATUS') ?? ''} ${at('CONF_STATUS') ?? ''} of a figure that is ${text.statusAt(row)}`
    const key = codes.join(',')
    const cells = lines.get(key) ?? new Map<string, string>()
    lines.set(key, cells)
    cells.set(at('TIME_PERIOD') ?? '', cell)
  }
  return undefined
}

// Missing, hidden and not applicable come back from `:`, `: c` and `: z`; what would come back as something else is refused.
function cellOf(at: (concept: string) => string | undefined, status: string): string | undefined {
  const flags = writeFlags(at('OBS_STATUS') ?? 'A')
  const confidentiality = at('CONF_STATUS') ?? 'F'
  if (flags === undefined || !['F', 'C'].includes(confidentiality)) return undefined
  const isHidden = confidentiality === 'C'
  const letters = flags + (isHidden ? 'c' : '')
  switch (status) {
    case 'value':
      return `${at('OBS_VALUE') ?? ':'} ${letters}`
    case 'suppressed':
      return isHidden ? `: ${letters}` : undefined
    case 'missing':
      return isHidden ? undefined : `: ${letters}`
    case 'not-applicable':
      return isHidden ? undefined : `: ${letters}z`
    default:
      return undefined
  }
}

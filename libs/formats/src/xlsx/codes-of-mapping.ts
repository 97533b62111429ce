// SPDX-License-Identifier: Apache-2.0
import { contractColumns } from '../csv/contract-columns'
import type { Mapping } from '@corridor/contracts'
import { translateCode } from '../mapping/translate-code'
import type { CodesOfColumn } from './judge-sheet'
import { normaliseHeader } from './known-headers'
import type { KnownCodes } from './spoiled-code'

/** The codes that the columns of a file may hold which a mapping turns into those of a contract. */
export function codesOfMapping(mapping: Mapping): CodesOfColumn {
  const wanted = contractColumns(mapping.contract.name) ?? []
  const known = new Map<string, KnownCodes>()
  for (const column of mapping.columns) {
    if (column.kind !== 'from' || !hasCodes(column)) continue
    const codelist = wanted.find(({ name }) => name === column.column)?.codelist
    const find = translateCode(column)
    known.set(normaliseHeader(column.from), codelist === undefined ? { find } : { codelist, find })
  }
  return (header) => known.get(normaliseHeader(header))
}

// Where any text is kept as it is, nothing tells a code from what Excel made of it.
function hasCodes({
  codes,
  patterns,
  labels,
  others,
}: Parameters<typeof translateCode>[0]): boolean {
  return others !== 'keep' && (codes ?? patterns ?? labels) !== undefined
}

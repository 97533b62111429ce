// SPDX-License-Identifier: Apache-2.0
import {
  codeList,
  internColumn,
  isList,
  type CodeListId,
  type Column,
  type Dataset,
} from '@corridor/contracts'
import { Causes, type Found } from '../found'

/** Status codes that their lists do not have, or that stand twice in a set. */
export function wrongStatuses(dataset: Dataset): readonly Found[] {
  const { obsStatus, confStatus, confRedist } = dataset
  return [
    ...unknownIn(dataset.rows, confStatus, { column: 'confStatus', list: 'CL_CONF_STATUS' }),
    ...unknownIn(dataset.rows, obsStatus, { column: 'obsStatus', list: 'CL_OBS_STATUS' }),
    ...(confRedist === undefined
      ? []
      : unknownIn(dataset.rows, said(confRedist), {
          column: 'confRedist',
          list: 'CL_CONF_REDIST',
        })),
  ]
}

// A row that says nothing of its redistribution is like one to which it does not apply.
function said(column: Column<string | null>): Column<string> {
  return isList(column) ? column.map((code) => code ?? '_Z') : (column ?? '_Z')
}

function unknownIn(
  rows: number,
  entries: Parameters<typeof internColumn>[0],
  { column, list }: { readonly column: string; readonly list: CodeListId },
): readonly Found[] {
  const normalise = column === 'obsStatus' ? knownSet : codeList(list).normalise
  const causes = new Causes()
  for (const { row, code } of internColumn(entries, { normalise }).unknown) {
    causes.add(
      row,
      { code: 'CODE_UNKNOWN', column, value: code },
      () => `code ${code} is not in ${list}`,
    )
  }
  return causes.all(typeof entries === 'string' ? rows : undefined)
}

// A set of codes: each one known, none of them twice.
function knownSet(codes: string): string | undefined {
  const set = codes.split(' ')
  const known = set.every((code) => codeList('CL_OBS_STATUS').normalise(code) !== undefined)
  return known && new Set(set).size === set.length ? codes : undefined
}

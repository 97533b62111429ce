// SPDX-License-Identifier: Apache-2.0
import { choicesOf, codeList, type CodeListId } from '@corridor/contracts'
import { contractColumns, type ContractColumn } from '../csv/contract-columns'

/** A code that may stand in a column, with its words. */
export interface TemplateCode {
  readonly code: string
  readonly label: string
}

/** A list of codes that gets a sheet of its own. */
export interface TemplateList {
  /** The sheet's name. */
  readonly name: string
  readonly codes: readonly TemplateCode[]
  /** True where nothing else may stand in the column. */
  readonly closed: boolean
}

/** A column of a template. */
export interface TemplateColumn {
  readonly column: ContractColumn
  readonly lists: readonly TemplateList[]
  /** The few words that may stand in it, where it has no code list. */
  readonly choices: readonly string[]
}

/** The office's own codes, by names of columns. */
export type OwnCodes = Readonly<Record<string, readonly TemplateCode[]>>

/** The columns of a template, undefined where figures do not come by the contract. */
export function templateColumns(
  contract: { readonly name: string; readonly version: string },
  own: OwnCodes,
): readonly TemplateColumn[] | undefined {
  return contractColumns(contract.name, contract.version)
    ?.filter(({ column }) => !column.startsWith('mappedBy.'))
    .map((column) => ({
      column,
      lists: listsOf(column, own[column.name]),
      choices: choices(contract, column),
    }))
}

function listsOf(
  { name, kind, codelist, classification }: ContractColumn,
  own: readonly TemplateCode[] | undefined,
): readonly TemplateList[] {
  // A sheet's name has at most 31 characters.
  if (own !== undefined) return [{ name: `Codes ${name}`.slice(0, 31), codes: own, closed: true }]
  const ids = classification === undefined ? [codelist] : Object.values(classification)
  return ids.flatMap((id) => (id === undefined ? [] : [listOf(id, kind === 'code')]))
}

// Ages are built by a rule and status codes are given several at a time: their lists are an offer.
function listOf(id: CodeListId, single: boolean): TemplateList {
  const list = codeList(id)
  const codes = list.codes.map((code) => ({ code, label: list.label(code) }))
  return { name: id, codes, closed: single && id !== 'CL_AGE' }
}

function choices(
  { name, version }: { readonly name: string; readonly version: string },
  column: ContractColumn,
): readonly string[] {
  if (column.role !== 'dataset' || column.codelist !== undefined) return []
  if (!column.column.startsWith('classifications.'))
    return choicesOf(name, version, column.column.split('.'))
  const of = column.column.slice('classifications.'.length)
  const dimension = contractColumns(name, version)?.find((one) => one.column === of)
  return Object.keys(dimension?.classification ?? {})
}

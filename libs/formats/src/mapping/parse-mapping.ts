// SPDX-License-Identifier: Apache-2.0
import {
  codeListIds,
  newestVersion,
  statisticalContracts,
  structure,
  validate,
  type MappedColumn,
  type Mapping,
} from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { contractColumns } from '../csv/contract-columns'
import { closeMatch } from '../text/close-match'
import { shown } from '../text/shown'

/** Judges a mapping: by its contract, and by the columns and code lists that it names. */
export function parseMapping(value: unknown): Outcome<Mapping, 'MAPPING_WRONG'> {
  const judged = validate('mapping', newestVersion('mapping'), value)
  if (!judged.ok) return refuse('MAPPING_WRONG', judged.refusal.detail)
  const wrong = wrongContract(judged.value) ?? wrongColumns(judged.value)
  return wrong === undefined ? accept(judged.value) : refuse('MAPPING_WRONG', wrong)
}

function wrongContract({ contract }: Mapping): string | undefined {
  if (statisticalContracts.includes(contract.name)) {
    const isKnown = structure(contract.name, contract.version) !== undefined
    return isKnown
      ? undefined
      : `contract: there is no version ${contract.version} of ${contract.name}`
  }
  return `contract: figures do not come by "${shown(contract.name)}"; they come by ${statisticalContracts.join(', ')}`
}

function wrongColumns({ columns, contract }: Mapping): string | undefined {
  const names = (contractColumns(contract.name, contract.version) ?? []).map(({ name }) => name)
  const met = new Set<string>()
  for (const [index, column] of columns.entries()) {
    const name = column.kind === 'flags' ? 'flags' : column.column
    const place = `columns, entry ${index + 1}`
    if (name !== 'flags' && !names.includes(name)) {
      const hint = closeMatch(name, names)
      const told = hint === undefined ? '' : `. Did you mean "${hint}"?`
      return `${place}: ${contract.name} has no column "${shown(name)}"${told}`
    }
    if (met.has(name)) return `${place}: the column "${name}" stands there twice`
    met.add(name)
    const wrong = wrongRules(column)
    if (wrong !== undefined) return `${place}: ${wrong}`
  }
  return undefined
}

function wrongRules(column: MappedColumn): string | undefined {
  if (column.kind === 'fixed' || column.kind === 'flags') return undefined
  if (column.labels !== undefined && !codeListIds.includes(column.labels))
    return `there is no code list "${shown(column.labels)}"`
  for (const { from, to } of column.patterns ?? []) {
    const wrong = wrongPattern(from, to)
    if (wrong !== undefined) return `pattern "${shown(from)}": ${wrong}`
  }
  return undefined
}

function wrongPattern(from: string, to: string): string | undefined {
  const names = namesIn(from)
  if (names.length > 4) return 'there are more than 4 names in braces'
  if (new Set(names).size !== names.length) return 'a name in braces stands there twice'
  if (/\}\{/.test(from)) return 'between two names in braces there has to be a sign'
  if (/[{}]/.test(from.replace(/\{\w+\}/g, ''))) return 'a brace is open or its name is none'
  const unknown = namesIn(to).find((name) => !names.includes(name))
  return unknown === undefined ? undefined : `"${unknown}" stands in its code and not in it`
}

function namesIn(pattern: string): readonly string[] {
  return [...pattern.matchAll(/\{([a-z]\w*)\}/g)].map(([, name = '']) => name)
}

// SPDX-License-Identifier: Apache-2.0
import {
  codeList,
  correspondences,
  structure,
  type Agreement,
  type CodeList,
  type Correspondence,
  type DoubleCoding,
} from '@corridor/contracts'
import { clausesOf, type ClauseOf } from '../terms'
import { finding, type Finding } from './finding'

/** Shares of split codes that no comparison could use: of versions that do not meet, or codes that do not become one another. */
export function lintDoubleCoding(terms: Agreement): readonly Finding[] {
  return clausesOf(terms, 'reconcile').flatMap((clause) => {
    const { doubleCoding = [] } = clause
    const keys = doubleCoding.map(({ from, to, code }) => `${code} of ${from} for ${to}`)
    const twice = new Set(keys.filter((key, place) => keys.indexOf(key) !== place))
    return [
      ...doubleCoding.flatMap((one) => lintOne(clause, one)),
      ...[...twice].map((key) =>
        finding('CLAUSE_CONTRADICTS', [clause.id], `it shares out ${key} twice`),
      ),
    ]
  })
}

function lintOne(
  { id, contract }: ClauseOf<'reconcile'>,
  { from, to, code, into }: DoubleCoding,
): readonly Finding[] {
  const known = correspondences.find((one) => one.from === from && one.to === to)
  const lists = listsOf(contract, from, to)
  if (known === undefined || lists === undefined)
    return [
      finding('CLAUSE_UNREACHABLE', [id], `figures of ${contract} by ${from} never meet ${to}`),
    ]
  const lost = [
    ...unknownIn(lists.from, [code]),
    ...unknownIn(
      lists.to,
      into.map((one) => one.code),
    ),
  ]
  if (lost.length > 0)
    return lost.map((detail) => finding('CLAUSE_REFERENCE_UNKNOWN', [id], detail))
  return into
    .filter((one) => !leads(known, code, one.code))
    .map((one) =>
      finding('CLAUSE_UNREACHABLE', [id], `nobody of ${code} by ${from} has ${one.code} by ${to}`),
    )
}

interface Lists {
  readonly from: CodeList
  readonly to: CodeList
}

function listsOf(contract: string, from: string, to: string): Lists | undefined {
  for (const { classification } of structure(contract)?.dimensions ?? []) {
    const ids = [classification?.[from], classification?.[to]]
    const [older, newer] = ids.flatMap((id) => (id === undefined ? [] : [codeList(id)]))
    if (older !== undefined && newer !== undefined) return { from: older, to: newer }
  }
  return undefined
}

function unknownIn(list: CodeList, codes: readonly string[]): readonly string[] {
  return codes
    .filter((code) => list.normalise(code) !== code)
    .map((code) => `${list.id} has no code ${code}`)
}

// A link speaks of all codes below its own, and of those above as far as it goes.
function leads({ links }: Correspondence, from: string, to: string): boolean {
  const isOnOneLine = (one: string, other: string): boolean =>
    one.startsWith(other) || other.startsWith(one)
  return Object.entries(links).some(
    ([code, several]) => isOnOneLine(code, from) && several.some((one) => isOnOneLine(one, to)),
  )
}

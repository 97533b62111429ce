// SPDX-License-Identifier: Apache-2.0
import { structure, type Agreement } from '@corridor/contracts'
import { listsOf } from '../levels'
import { eachParty } from '../standing'
import { clausesOf, partiesOf, type ClauseOf } from '../terms'
import { finding, type Finding } from './finding'

/** Figures that would leave without protection that somebody agreed to, or under two methods at once. */
export function lintProtection(terms: Agreement): readonly Finding[] {
  return [
    ...given(terms).flatMap((one) => lintGiven(terms, one)),
    ...clausesOf(terms, 'protect').flatMap(lintGroups),
  ]
}

interface Given {
  readonly id: string
  readonly sender: string
  readonly contract: string
  /** False where only free figures may leave. */
  readonly isRestricted: boolean
}

function given(terms: Agreement): readonly Given[] {
  const senders = (names: readonly string[]): readonly string[] =>
    names.includes(eachParty) ? partiesOf(terms) : names
  return [
    ...clausesOf(terms, 'share').flatMap(({ id, from, contract, confStatus }) =>
      senders(from).map((sender) => {
        const isRestricted = confStatus.some((status) => status !== 'F')
        return { id, sender, contract, isRestricted }
      }),
    ),
    ...clausesOf(terms, 'aggregate').flatMap(({ id, from, contract }) =>
      senders(from).map((sender) => ({ id, sender, contract, isRestricted: false })),
    ),
  ]
}

function lintGiven(
  terms: Agreement,
  { id, sender, contract, isRestricted }: Given,
): readonly Finding[] {
  const applying = clausesOf(terms, 'protect').filter(
    ({ from, contracts }) =>
      (from === undefined || from.includes(sender) || from.includes(eachParty)) &&
      (contracts === undefined || contracts.some((one) => one === contract)),
  )
  const published = applying.filter(({ rule }) => rule.method === 'published-figures-no-protection')
  const of = `figures of ${contract} from ${sender}`
  if (applying.length === 0)
    return [finding('CLAUSE_MISSING', [id], `no clause says how ${of} are protected`)]
  const methods = new Set(applying.map(({ rule }) => rule.method))
  const ids = applying.map((one) => one.id)
  return [
    ...(methods.size > 1
      ? [finding('CLAUSE_CONTRADICTS', ids, `they protect ${of} by ${[...methods].join(' and ')}`)]
      : []),
    ...applying.flatMap((one) => lintColumns(one, id, { contract, of })),
    ...(isRestricted && published.length > 0
      ? [
          finding(
            'CLAUSE_OPEN',
            [id, ...published.map((one) => one.id)],
            `${of} that are not free would leave as they are, as published ones`,
          ),
        ]
      : []),
  ]
}

// What figures are to be protected by has to be in them, or none of them ever leaves.
function lintColumns(
  { id, rule }: ClauseOf<'protect'>,
  share: string,
  { contract, of }: { readonly contract: string; readonly of: string },
): readonly Finding[] {
  const columns = structure(contract)?.attributes.map(({ column }) => column) ?? []
  const onContributors =
    rule.method === 'suppression' &&
    (rule.dominance !== undefined || rule.estimatePercent !== undefined)
  const missing = [
    ...(rule.method === 'cell-key' && !columns.includes('cellKey') ? ['cell keys'] : []),
    ...(onContributors && !columns.includes('contributors') ? ['contributions'] : []),
  ]
  return missing.map((what) =>
    finding('CLAUSE_UNREACHABLE', [share, id], `${of} can state no ${what} to protect them by`),
  )
}

function lintGroups({ id, contracts, rule }: ClauseOf<'protect'>): readonly Finding[] {
  if (rule.method !== 'suppression') return []
  const dimensions = (contracts ?? []).flatMap((contract) => structure(contract).dimensions)
  return (rule.groups ?? []).flatMap(({ dimension, codes }) => {
    const named = dimensions.filter(({ column }) => column === dimension)
    if (contracts !== undefined && named.length === 0)
      return [finding('CLAUSE_REFERENCE_UNKNOWN', [id], `there is no dimension ${dimension}`)]
    const lists = named.flatMap((one) => listsOf(one))
    return codes
      .filter((code) => lists.length > 0 && !lists.some((list) => list.normalise(code) === code))
      .map((code) => finding('CLAUSE_REFERENCE_UNKNOWN', [id], `${dimension} has no code ${code}`))
  })
}

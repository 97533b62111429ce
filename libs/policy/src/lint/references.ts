// SPDX-License-Identifier: Apache-2.0
import { codeList, type Agreement } from '@corridor/contracts'
import { eachParty } from '../standing'
import { clausesOf, partiesOf } from '../terms'
import { finding, type Finding } from './finding'

/** Parties, clauses and codes that clauses name and that there are not. */
export function lintReferences(terms: Agreement): readonly Finding[] {
  return [...unknownParties(terms), ...unknownClauses(terms), ...unknownMarks(terms)]
}

function unknownParties(terms: Agreement): readonly Finding[] {
  const known = new Set([...partiesOf(terms), eachParty])
  const named = [
    ...clausesOf(terms, 'share').map(({ id, from, to }) => ({ id, names: [...from, ...to] })),
    ...clausesOf(terms, 'report').map(({ id, by, areas }) => ({ id, names: [...by, ...areas] })),
    ...(['protect', 'aggregate', 'timetable'] as const).flatMap((kind) =>
      clausesOf(terms, kind).map(({ id, from = [] }) => ({ id, names: from })),
    ),
    ...recordedParties(terms),
  ]
  return named.flatMap(({ id, names }) =>
    [...new Set(names.filter((name) => !known.has(name)))].map((name) =>
      finding('CLAUSE_REFERENCE_UNKNOWN', [id], `${name} is not a party`),
    ),
  )
}

// The operator is no party, and has a role.
function recordedParties({
  recorded,
}: Agreement): readonly { id: string; names: readonly string[] }[] {
  return recorded.flatMap((clause) => {
    if (clause.kind === 'competent-authorities')
      return [{ id: clause.id, names: clause.authorities.map(({ party }) => party) }]
    if (clause.kind !== 'data-protection-roles') return []
    const names = clause.roles.map(({ party }) => party).filter((party) => party !== 'OPERATOR')
    return [{ id: clause.id, names }]
  })
}

function unknownClauses(terms: Agreement): readonly Finding[] {
  const shares = clausesOf(terms, 'share')
  return clausesOf(terms, 'reciprocity').flatMap(({ id, clauses }) => {
    const lost = clauses.filter((other) => !shares.some((share) => share.id === other))
    const found = lost.map((other) =>
      finding('CLAUSE_REFERENCE_UNKNOWN', [id], `there is no clause ${other} that shares`),
    )
    const tied = shares.filter((share) => clauses.includes(share.id))
    return [...found, ...tied.flatMap((share) => neverKept(terms, { id, share, tied }))]
  })
}

// Who receives under one clause and gives under none of the others never receives.
function neverKept(
  terms: Agreement,
  tie: {
    readonly id: string
    readonly share: { readonly id: string; readonly to: readonly string[] }
    readonly tied: readonly { readonly id: string; readonly from: readonly string[] }[]
  },
): readonly Finding[] {
  const { id, share, tied } = tie
  const all = (names: readonly string[]): readonly string[] =>
    names.includes(eachParty) ? partiesOf(terms) : names
  const others = tied.filter((other) => other.id !== share.id)
  const givers = all(share.to).filter((party) =>
    others.every(({ from }) => all(from).includes(party)),
  )
  return givers.length > 0
    ? []
    : [
        finding(
          'CLAUSE_UNREACHABLE',
          [share.id, id],
          'nobody who receives under it gives under the clauses that are tied to it',
        ),
      ]
}

function unknownMarks(terms: Agreement): readonly Finding[] {
  const { codes } = codeList('CL_CONF_REDIST')
  return clausesOf(terms, 'redistribution').flatMap(({ id, allowed }) =>
    allowed
      .filter((code) => !codes.includes(code))
      .map((code) =>
        finding('CLAUSE_REFERENCE_UNKNOWN', [id], `CL_CONF_REDIST has no code ${code}`),
      ),
  )
}

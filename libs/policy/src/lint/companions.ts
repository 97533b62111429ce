// SPDX-License-Identifier: Apache-2.0
import { structure, type Agreement } from '@corridor/contracts'
import { eachParty } from '../standing'
import { clausesOf, partiesOf } from '../terms'
import { finding, type Finding } from './finding'

/** Clauses that go with sharing: of a contract that nobody shares, two for one contract, or half a thing. */
export function lintCompanions(terms: Agreement): readonly Finding[] {
  return [...withoutEffect(terms), ...oneEach(terms), ...lintReleases(terms), ...lintSides(terms)]
}

const companions = ['timetable', 'retention', 'redistribution', 'release', 'reconcile'] as const

function withoutEffect(terms: Agreement): readonly Finding[] {
  const shared = new Set<string>([
    ...clausesOf(terms, 'share').map(({ contract }) => contract),
    ...clausesOf(terms, 'aggregate').map(({ contract }) => contract),
  ])
  const idle = (id: string, contract: string): Finding =>
    finding('CLAUSE_WITHOUT_EFFECT', [id], `no clause shares or adds up figures of ${contract}`)
  return [
    ...companions.flatMap((kind) =>
      clausesOf(terms, kind).flatMap(({ id, contract }) =>
        shared.has(contract) ? [] : [idle(id, contract)],
      ),
    ),
    ...clausesOf(terms, 'protect').flatMap(({ id, contracts }) =>
      contracts === undefined || contracts.some((one) => shared.has(one))
        ? []
        : [idle(id, contracts.join(' and '))],
    ),
  ]
}

// Of what two clauses say about one contract the hub could keep only one.
function oneEach(terms: Agreement): readonly Finding[] {
  return (['retention', 'redistribution', 'release', 'reconcile'] as const).flatMap((kind) => {
    const clauses = clausesOf(terms, kind)
    const contracts = [...new Set(clauses.map(({ contract }) => contract))]
    return contracts.flatMap((contract) => {
      const ids = clauses.filter((one) => one.contract === contract).map(({ id }) => id)
      return ids.length < 2
        ? []
        : [
            finding(
              'CLAUSE_CONTRADICTS',
              ids,
              `more than one says of ${contract} what holds: ${kind}`,
            ),
          ]
    })
  })
}

function lintReleases(terms: Agreement): readonly Finding[] {
  return clausesOf(terms, 'release').flatMap(({ id, rule, commentDays }) => {
    if (rule === 'after-comment' && commentDays === undefined)
      return [
        finding('CLAUSE_OPEN', [id], 'it does not say for how many days the sender may comment'),
      ]
    return rule === 'at-once' && commentDays !== undefined
      ? [finding('CLAUSE_CONTRADICTS', [id], 'it gives days for comments and releases at once')]
      : []
  })
}

function lintSides(terms: Agreement): readonly Finding[] {
  const shares = clausesOf(terms, 'share')
  const compared = clausesOf(terms, 'reconcile').flatMap(({ id, contract }) => {
    const moves = structure(contract).dimensions.some(({ role }) => role === 'origin')
    if (!moves)
      return [
        finding('CLAUSE_UNREACHABLE', [id], `${contract} has no two sides that could be compared`),
      ]
    const givers = new Set(
      shares.filter((one) => one.contract === contract).flatMap(({ from }) => from),
    )
    const detail = 'a comparison shows each side the figures of the other, so both sides must share'
    return givers.size < 2 && !givers.has(eachParty)
      ? [finding('COMPARISON_ONE_SIDED', [id], detail)]
      : []
  })
  const added = clausesOf(terms, 'aggregate').flatMap(({ id, from }) =>
    !from.includes(eachParty) && partiesOf(terms).every((party) => from.includes(party))
      ? [finding('CLAUSE_UNREACHABLE', [id], 'no party is left that could be the region')]
      : [],
  )
  return [...compared, ...added]
}

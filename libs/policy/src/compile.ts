// SPDX-License-Identifier: Apache-2.0
import { candidatesOf, type Candidate } from './candidate'
import { denied, phasesOf } from './phases'
import { flowKey, type Behind, type Pair, type Policy } from './policy'
import { spanOf, type KnownAgreement } from './standing'

/**
 * Compiles agreements for decisions: participants and contracts become numbers, and what is decided for each contract, sender and
 * recipient is worked out once for each time in which it stays the same. To be made anew when an agreement changes.
 * `behind` says who does not give what a clause of reciprocity counts on.
 */
export function compile(
  agreements: readonly KnownAgreement[],
  behind: readonly Behind[] = [],
): Policy {
  const participants = numbered(agreements.flatMap(({ standing }) => standing.parties))
  const contracts = numbered(agreements.flatMap(contractsIn))
  const numbers = { participants, contracts }
  const flows = new Map<number, Candidate[]>()
  for (const candidate of agreements.flatMap((one) => candidatesOf(one, behind))) {
    const key = flowKey(numbers, {
      contract: contracts.get(candidate.contract) ?? 0,
      sender: participants.get(candidate.sender) ?? 0,
      recipient: participants.get(candidate.recipient) ?? 0,
    })
    const known = flows.get(key)
    if (known === undefined) flows.set(key, [candidate])
    else known.push(candidate)
  }
  return {
    ...numbers,
    pairs: pairsOf(agreements, participants),
    flows: new Map([...flows].map(([key, candidates]) => [key, phasesOf(candidates)])),
  }
}

function numbered(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].sort().map((name, i) => [name, i]))
}

function contractsIn({ terms }: KnownAgreement): readonly string[] {
  return terms.enforced.flatMap((clause) => (clause.kind === 'share' ? [clause.contract] : []))
}

function pairsOf(
  agreements: readonly KnownAgreement[],
  participants: ReadonlyMap<string, number>,
): ReadonlyMap<number, Pair> {
  const between = new Map<number, KnownAgreement[]>()
  for (const agreement of agreements) {
    const parties = agreement.standing.parties.map((party) => participants.get(party) ?? 0)
    for (const sender of parties)
      for (const recipient of parties) {
        if (sender === recipient) continue
        const key = sender * participants.size + recipient
        const known = between.get(key)
        if (known === undefined) between.set(key, [agreement])
        else known.push(agreement)
      }
  }
  return new Map([...between].map(([key, known]) => [key, pairOf(known)]))
}

function pairOf(agreements: readonly KnownAgreement[]): Pair {
  const names = agreements.map(({ terms }) => terms.id).sort()
  return {
    holds: agreements.flatMap((agreement) => spanOf(agreement) ?? []),
    notInForce: denied('AGREEMENT_NOT_IN_FORCE', names),
    noClause: denied('NO_CLAUSE_GRANTS', names),
  }
}

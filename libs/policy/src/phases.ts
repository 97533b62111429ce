// SPDX-License-Identifier: Apache-2.0
import type { Candidate } from './candidate'
import type { Decision, DenialCode, Denied, Phase } from './policy'
import type { ClauseOf } from './terms'

/** The times in which the same agreements speak of the same figures, with what is decided in each, earliest first. */
export function phasesOf(candidates: readonly Candidate[]): readonly Phase[] {
  const bounds = [...new Set(candidates.flatMap(({ from, until }) => [from, until]))].sort(
    (a, b) => a - b,
  )
  return bounds.slice(0, -1).flatMap((from, i) => {
    const until = bounds[i + 1] ?? from
    const speaking = candidates.filter((one) => one.from <= from && one.until >= until)
    return speaking.length === 0 ? [] : [{ from, until, ...decisionsOf(speaking) }]
  })
}

function decisionsOf(candidates: readonly Candidate[]): Pick<Phase, 'whole' | 'offices'> {
  const named = candidates.flatMap(({ clauses }) =>
    clauses.flatMap(({ audience = [] }) => audience),
  )
  return {
    whole: decisionOf(candidates),
    offices: new Map([...new Set(named)].map((office) => [office, decisionOf(candidates, office)])),
  }
}

// Each agreement that speaks of the figures has to grant them: the first that does not denies.
function decisionOf(candidates: readonly Candidate[], office?: string): Decision {
  const ordered = [...candidates].sort((a, b) => (a.agreement < b.agreement ? -1 : 1))
  const names = ordered.map(({ agreement }) => agreement)
  const grants = ordered.map((one) => ({
    ...one,
    clauses: one.clauses.filter(({ audience }) => isRead(audience, office)),
  }))
  const lacking = grants.findIndex(({ clauses }) => clauses.length === 0)
  const [first] = ordered
  const refusing = ordered[lacking]
  if (first === undefined) return denied('NO_CLAUSE_GRANTS', names)
  if (refusing !== undefined) {
    const { agreement, clauses, owed } = refusing
    return clauses.length === 0
      ? denied('RECIPROCITY_NOT_KEPT', names, named(agreement, owed))
      : denied('AUDIENCE_NOT_NAMED', names, named(agreement, clauses))
  }
  const open = grants.find(({ protections }) => protections.length === 0)
  if (open !== undefined)
    return denied('PROTECTION_NOT_AGREED', names, named(open.agreement, open.clauses))
  const { contract, sender, recipient } = first
  return {
    decision: 'PERMIT',
    contract,
    sender,
    recipient,
    ...(office === undefined ? {} : { office }),
    grants: grants.map(({ agreement, parties, clauses, protections, reports, ...told }) => {
      const { redistribution, detail } = told
      return { agreement, parties, clauses, protections, reports, redistribution, detail }
    }),
  }
}

function isRead(audience: readonly string[] | undefined, office: string | undefined): boolean {
  return audience === undefined || (office !== undefined && audience.includes(office))
}

function named(agreement: string, clauses: readonly ClauseOf<'share'>[]): Denied['clauses'] {
  return clauses.map(({ id }) => ({ agreement, clause: id }))
}

/** A denial, with the agreements that were looked at. */
export function denied(
  code: DenialCode,
  agreements: readonly string[],
  clauses: Denied['clauses'] = [],
): Denied {
  return { decision: 'DENY', code, agreements, clauses }
}

// SPDX-License-Identifier: Apache-2.0
import {
  flowKey,
  type AccessRequest,
  type Decision,
  type Denied,
  type Permit,
  type Policy,
} from './policy'

/** Decides one request at an instant. Total: whatever is asked is answered, and what nobody has agreed on is denied. */
export function decide(policy: Policy, request: AccessRequest, at: Date): Decision {
  const sender = policy.participants.get(request.sender)
  const recipient = policy.participants.get(request.recipient)
  if (sender === undefined || recipient === undefined) return nothingAgreed
  const now = at.getTime()
  const contract = policy.contracts.get(request.contract)
  if (contract !== undefined) {
    const phases = policy.flows.get(flowKey(policy, { contract, sender, recipient }))
    if (phases !== undefined)
      for (const phase of phases)
        if (now >= phase.from && now < phase.until) return decisionIn(phase, request.office)
  }
  const pair = policy.pairs.get(sender * policy.participants.size + recipient)
  if (pair === undefined) return nothingAgreed
  for (const { from, until } of pair.holds) if (now >= from && now < until) return pair.noClause
  return pair.notInForce
}

function decisionIn(
  { whole, offices }: { readonly whole: Decision; readonly offices: ReadonlyMap<string, Decision> },
  office: string | undefined,
): Decision {
  return office === undefined ? whole : (offices.get(office) ?? whole)
}

const nothingAgreed: Denied = {
  decision: 'DENY',
  code: 'AGREEMENT_NOT_IN_FORCE',
  agreements: [],
  clauses: [],
}

/** The offices of a recipient that audiences of agreements name for figures of a contract from a sender, at whatever time. */
export function officesNamed(policy: Policy, request: AccessRequest): readonly string[] {
  const sender = policy.participants.get(request.sender)
  const recipient = policy.participants.get(request.recipient)
  const contract = policy.contracts.get(request.contract)
  if (sender === undefined || recipient === undefined || contract === undefined) return []
  const phases = policy.flows.get(flowKey(policy, { contract, sender, recipient })) ?? []
  return [...new Set(phases.flatMap(({ offices }) => [...offices.keys()]))].sort()
}

/**
 * All that a recipient is granted, by who of it gets it: the participant as a whole what every office may read, and each office that an
 * audience names what it may read besides. None where nothing is granted.
 */
export function permitsOf(
  policy: Policy,
  flow: Omit<AccessRequest, 'office'>,
  at: Date,
): readonly Permit[] {
  return [undefined, ...officesNamed(policy, flow)].flatMap((office): readonly Permit[] => {
    const decision = decide(policy, { ...flow, ...(office === undefined ? {} : { office }) }, at)
    // Where no audience names the office at this time, it is told nothing that its participant is not.
    return decision.decision === 'PERMIT' && decision.office === office ? [decision] : []
  })
}

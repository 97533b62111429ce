// SPDX-License-Identifier: Apache-2.0
import type { FileReading } from '../series/file-readings'
import type { ReporterBreak } from '../series/reporter-breaks'
import type { ProposedCause } from './cause'
import type { DifferenceEvidence } from './evidence'
import { fromCoverage } from './from-coverage'
import { fromDefinitions } from './from-definitions'
import { fromBreak, fromEvents, fromReadings } from './from-events'
import { fromStatus } from './from-status'

/**
 * The causes that the pattern of a difference suggests, the strongest first, each cause of a side once with its strongest evidence.
 * Nothing is decided: two proposals may explain the same persons. Where nothing is suggested, and a difference remains, the answer
 * is that it is not yet explained. Pure: the same evidence, the same proposals, in whatever order it was gathered.
 * @example proposeCauses(evidence)[0]?.cause // 'TIMING'
 */
export function proposeCauses(evidence: DifferenceEvidence): readonly ProposedCause[] {
  const found = strongest([
    ...fromDefinitions(evidence),
    ...fromEvents(evidence),
    ...fromCoverage(evidence),
    ...fromStatus(evidence),
  ])
  if (found.length === 0) return isOpen(evidence) ? [unexplained] : []
  // The adversary is the partner: with amounts it could work out a figure that is protected from it.
  const hidden = evidence.origin.protected || evidence.destination.protected
  return hidden ? found.map((proposal) => ({ ...proposal, persons: null })) : found
}

/**
 * The causes of a case about a reporter as a whole: a break of its own, and how its file reads.
 * @example proposeForReporter(found, readings)[0]?.cause // 'BREAK'
 */
export function proposeForReporter(
  found: ReporterBreak,
  readings: readonly FileReading[],
): readonly ProposedCause[] {
  return strongest([...fromReadings(found.role, readings, null), ...fromBreak(found, null)])
}

const unexplained: ProposedCause = {
  cause: 'UNEXPLAINED',
  side: 'both',
  evidence: 'nothing in the pattern of the figures suggests a cause',
  strength: 0,
  persons: null,
  adjustment: 'irregular',
}

function strongest(proposals: readonly ProposedCause[]): readonly ProposedCause[] {
  const kept = new Map<string, ProposedCause>()
  const sorted = proposals.toSorted(
    (one, other) => other.strength - one.strength || compare(one.evidence, other.evidence),
  )
  for (const proposal of sorted) {
    const key = `${proposal.cause} ${proposal.side}`
    if (!kept.has(key)) kept.set(key, proposal)
  }
  return [...kept.values()]
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function isOpen({ test, origin, destination }: DifferenceEvidence): boolean {
  if (test.status === 'tested') return test.suspicion > 0
  return test.status === 'not-tested' && origin.reported !== destination.reported
}

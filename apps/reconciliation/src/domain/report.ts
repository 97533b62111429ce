// SPDX-License-Identifier: Apache-2.0
import type { ReconciliationReport } from '@corridor/contracts'
import { eventBytes, hubSource } from '@corridor/message'
import type { KnownAgreement } from '@corridor/policy'
import { codesOf } from './cell'
import type { Pair } from './pair'

/** Who makes a report, when, which version of it, and by which tolerance. */
export interface Made {
  readonly hubId: string
  readonly at: Date
  readonly version: number
  readonly salt: string
  readonly tolerance: ReconciliationReport['tolerance']
}

/** The report of a corridor as the bytes that the hub seals: the same for both sides and their committee. */
export function reportBytes(
  { terms, standing }: KnownAgreement,
  pairs: readonly Pair[],
  made: Made,
): Uint8Array {
  const data: ReconciliationReport = {
    agreement: terms.id,
    version: made.version,
    parties: standing.parties,
    madeAt: made.at.toISOString(),
    tolerance: made.tolerance,
    rows: pairs.length,
    ...columnsOf(pairs),
  }
  return eventBytes({
    id: `report:${terms.id}:${String(made.version)}`,
    source: hubSource(made.hubId),
    type: 'corridor.report.v1',
    time: made.at,
    contract: { name: 'reconciliation-report', version: '0.1.0' },
    salt: made.salt,
    data,
  })
}

function columnsOf(pairs: readonly Pair[]) {
  const codes = pairs.map(codesOf)
  const code = (name: string): string[] => codes.map((one) => one[name] ?? '_T')
  const column = <Name extends keyof Pair>(name: Name): Pair[Name][] =>
    pairs.map((pair) => pair[name])
  return {
    origin: column('origin'),
    destination: column('destination'),
    period: column('period'),
    sex: code('sex'),
    age: code('age'),
    occupation: code('occupation'),
    sector: code('sector'),
    stay: code('stay'),
    originSays: column('originSays'),
    destinationSays: column('destinationSays'),
    difference: column('difference'),
    asymmetryPercent: column('asymmetryPercent'),
    outcome: column('outcome'),
    reason: column('reason'),
    originPosition: column('originPosition'),
    destinationPosition: column('destinationPosition'),
  }
}

/** Who receives a report: all parties and their committee, nobody else. */
export function recipientsOf({ terms, standing }: KnownAgreement): readonly string[] {
  return terms.committee === undefined ? standing.parties : [...standing.parties, terms.committee]
}

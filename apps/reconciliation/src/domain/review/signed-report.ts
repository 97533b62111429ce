// SPDX-License-Identifier: Apache-2.0
import type { SignedReport } from '@corridor/contracts'
import { eventBytes, hubSource } from '@corridor/message'
import type { ReviewReport } from './report-state'

/** What of a signature verifies off line: the act that was signed, as text, and the key as the register knew it. */
export interface SignatureKept {
  readonly participant: string
  readonly signedAt: string
  readonly act: string
  readonly signature: string
  readonly key: SignedReport['signatures'][number]['key']
}

/** What a signed report is made of. */
export interface SignedParts {
  readonly hubId: string
  readonly at: Date
  readonly salt: string
  /** The event of the hub's report, as it was sealed. */
  readonly source: string
  /** What was signed. */
  readonly reviewed: string
  readonly signatures: readonly SignatureKept[]
}

/** A report that all parties have signed as the bytes that the hub seals: the same for everybody who receives it. */
export function signedReportBytes(report: ReviewReport, parts: SignedParts): Uint8Array {
  const { agreement, contract, period, version, parties, digest } = report
  const { hubId, at, salt, source, reviewed, signatures } = parts
  const data: SignedReport = {
    ...{ agreement, contract, period, version, parties, report: source, reviewed, signatures },
    digest: digest ?? '',
  }
  return eventBytes({
    id: `signed-report:${agreement}:${period}:${String(version)}`,
    source: hubSource(hubId),
    type: 'corridor.report.v1',
    time: at,
    contract: { name: 'signed-report', version: '1.0.0' },
    salt,
    data,
  })
}

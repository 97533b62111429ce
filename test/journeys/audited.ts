// SPDX-License-Identifier: Apache-2.0
import { signedRequest, type Profile } from '@corridor/sdk'
import { must } from './cast'

/** A line of the ledger, or a finding of its audit. */
export type Line = Readonly<Record<string, unknown>>

/** A page of an origin's ledger. */
export async function ledgerOf(profile: Profile, query = ''): Promise<readonly Line[]> {
  const asked = { method: 'GET', target: `/api/ledger${query}` } as const
  return must(await signedRequest<{ lines: readonly Line[] }>(profile, asked), 'ledger').lines
}

/** What an audit finds: code, where, whose. */
export async function findingsOf(profile: Profile): Promise<readonly string[]> {
  const findings: Line[] = []
  for (let after: string | null = 'outbox:0'; after !== null;) {
    const target = `/api/ledger/audit?after=${encodeURIComponent(after)}`
    const step: { findings: readonly Line[]; next: string | null } = must(
      await signedRequest(profile, { method: 'GET', target }),
      'audit',
    )
    findings.push(...step.findings)
    after = step.next
  }
  return findings.map(({ code, where, recipient }) =>
    [code, where, recipient].map(String).join(' '),
  )
}

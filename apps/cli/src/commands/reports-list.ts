// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { table } from '../output/table'
import { instant, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** A report as the hub lists it. */
interface Listed {
  readonly agreement: string
  readonly period: string
  readonly version: number
  readonly parties: readonly string[]
  readonly madeAt: string
  readonly cells: number
  readonly outside: number
  readonly matters: number
}

/** Lists the newest report of each agreement and period. */
export async function listReports(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const reports = await signedRequest<readonly Listed[]>(profile.value, {
    method: 'GET',
    target: '/api/reports',
  })
  if (!reports.ok) return reports
  const columns = [
    { name: 'Agreement', of: ({ agreement }: Listed) => agreement },
    { name: 'Period', of: ({ period }: Listed) => period },
    { name: 'Parties', of: ({ parties }: Listed) => parties.join(' and ') },
    { name: 'Version', of: ({ version }: Listed) => whole(version), end: true },
    { name: 'Figures', of: ({ cells }: Listed) => whole(cells), end: true },
    { name: 'Outside tolerance', of: ({ outside }: Listed) => whole(outside), end: true },
    { name: 'To answer', of: ({ matters }: Listed) => whole(matters), end: true },
    { name: 'Made', of: ({ madeAt }: Listed) => instant(madeAt) },
  ] as const
  const none =
    'There is no report yet: both sides must have sent figures under an agreement in force.'
  const text = reports.value.length === 0 ? none : table<Listed>(columns, reports.value)
  return accept({ text, json: { reports: reports.value } })
}

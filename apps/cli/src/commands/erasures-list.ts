// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { table, type Column } from '../output/table'
import { instant } from '../output/words'
import { profileOfCall } from '../profile-of-call'

interface Erasure {
  readonly participant: string
  readonly submission: string
  readonly contract: string
  readonly under: string
  readonly reason: string | null
  readonly at: string
}

/** Lists messages that were deleted. */
export async function listErasures(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const listed = await signedRequest<{ erasures: readonly Erasure[] }>(profile.value, {
    method: 'GET',
    target: '/api/erasures',
  })
  if (!listed.ok) return listed
  const { erasures } = listed.value
  const text = erasures.length === 0 ? 'Nothing was deleted.' : table(columns, erasures)
  return accept({ text, json: { erasures } })
}

const columns: readonly Column<Erasure>[] = [
  { name: 'Deleted', of: ({ at }) => instant(at) },
  { name: 'Of', of: ({ participant }) => participant },
  { name: 'Message', of: ({ submission }) => submission, most: 40 },
  { name: 'Contract', of: ({ contract }) => contract },
  { name: 'Under', of: ({ under }) => under },
  { name: 'Reason', of: ({ reason }) => reason ?? 'its days have passed' },
]

// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { listAgreements } from '@corridor/sdk'
import { standingOf } from '../agreement-words'
import type { Answer, Call } from '../command'
import { table } from '../output/table'
import { profileOfCall } from '../profile-of-call'

interface Line {
  readonly mark: string
  readonly id: string
  readonly says: string
  readonly title: string
}

/** Lists agreements with what each waits for. */
export async function listAll(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const agreements = await listAgreements(profile.value)
  if (!agreements.ok) return agreements
  const { participant } = profile.value
  const lines = agreements.value.map((shown) => {
    const { mark, says } = standingOf(shown, participant, call.world.now())
    return { mark, id: shown.id, says, title: shown.terms.title }
  })
  const columns = [
    { name: '', of: ({ mark }: Line) => mark },
    { name: 'Agreement', of: ({ id }: Line) => id },
    { name: 'Stands', of: ({ says }: Line) => says },
    { name: 'Title', of: ({ title }: Line) => title },
  ] as const
  const text =
    lines.length === 0 ? 'There is no agreement that you may see.' : table<Line>(columns, lines)
  return accept({
    text,
    json: { agreements: agreements.value.map((shown, i) => ({ ...shown, mark: lines[i]?.mark })) },
  })
}

// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { pairs, table } from '../output/table'
import { day } from '../output/words'
import { profileOfCall } from '../profile-of-call'

interface KeyShown {
  readonly kid: string
  readonly office: string
  readonly holder: string | null
  readonly roles: readonly string[]
  readonly validUntil: string
  readonly revokedFrom: string | null
}

interface Shown {
  readonly [member: string]: unknown
  readonly participant: string
  readonly kind: string
  readonly name: string
  readonly offices: readonly { readonly code: string; readonly name: string }[]
  readonly keys: readonly KeyShown[]
  readonly invitations: readonly {
    readonly roles: readonly string[]
    readonly office: string | null
    readonly expiresAt: string
  }[]
}

/** Shows one participant: its offices, whose keys have which roles, and codes that nobody has used. */
export async function showParticipant(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const id = call.operand(0) ?? profile.value.participant
  const shown = await signedRequest<Shown>(profile.value, {
    method: 'GET',
    target: `/api/participants/${encodeURIComponent(id)}`,
  })
  if (!shown.ok) return shown
  const { participant, kind, name, offices, keys, invitations } = shown.value
  const facts = pairs([
    ['Participant', `${clean(participant, 40)} (${clean(kind)}), ${clean(name)}`],
    ['Offices', offices.map((one) => `${clean(one.code)} ${clean(one.name)}`).join('; ') || 'none'],
    ...invitations.map(({ roles, office, expiresAt }): [string, string] => [
      'Open code',
      `${roles.join(', ')}${office === null ? '' : ` of ${clean(office)}`}, until ${day(expiresAt)}`,
    ]),
  ])
  return accept({ text: `${facts}\n\n${table<KeyShown>(columns, keys)}`, json: shown.value })
}

const columns = [
  { name: 'Key', of: ({ kid }: KeyShown) => kid },
  { name: 'Office', of: ({ office }: KeyShown) => office },
  { name: 'Official', of: ({ holder }: KeyShown) => holder ?? '-' },
  { name: 'Roles', of: ({ roles }: KeyShown) => roles.join(', ') },
  {
    name: 'Valid',
    of: ({ validUntil, revokedFrom }: KeyShown) =>
      revokedFrom === null ? `to ${day(validUntil)}` : `withdrawn from ${day(revokedFrom)}`,
  },
] as const

// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { listKeys, type KeyShown } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { table } from '../output/table'
import { count, day } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** Lists the keys of the participant, whose they are and how long they are good. */
export async function listKeysOf(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const keys = await listKeys(profile.value)
  if (!keys.ok) return keys
  return accept({ text: table<KeyShown>(columns, keys.value), json: { keys: keys.value } })
}

/** What is to be said of the end of a key: nothing while it is far. */
export function expiryWords({ daysLeft, warning }: Pick<KeyShown, 'daysLeft' | 'warning'>): string {
  if (warning === null) return ''
  return warning === 'ended' ? 'ended' : `LOOK ${count(daysLeft, 'day')} left`
}

const columns = [
  { name: 'Key', of: ({ kid }: KeyShown) => kid },
  { name: 'Office', of: ({ office }: KeyShown) => office },
  { name: 'Official', of: ({ holder, own }: KeyShown) => (own ? 'you' : (holder ?? '-')) },
  { name: 'Roles', of: ({ roles }: KeyShown) => roles.join(', ') },
  { name: 'Valid', of: validity },
  {
    name: 'Note',
    of: (key: KeyShown) => (key.revokedFrom === null ? expiryWords(key) : ''),
  },
] as const

function validity({ validUntil, revokedFrom, replacedBy }: KeyShown): string {
  if (revokedFrom !== null) return `withdrawn from ${day(revokedFrom)}`
  return replacedBy === null ? `to ${day(validUntil)}` : `replaced, to ${day(validUntil)}`
}

// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { fingerprint, instant } from '../output/words'
import { profileOfCall } from '../profile-of-call'

interface Passkey {
  readonly kid: string
  readonly personName: string
  readonly participant: string
  readonly office: string
  readonly name: string
  readonly synced: boolean
  readonly registeredAt: string
  readonly confirmedAt: string | null
  readonly removedAt: string | null
  readonly removalReason: string | null
}

/** Lists the passkeys of people of the participant, and where each stands. */
export async function listPasskeys(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const target = '/api/passkeys'
  const listed = await signedRequest<readonly Passkey[]>(profile.value, { method: 'GET', target })
  if (!listed.ok) return listed
  const passkeys = listed.value
  const text = passkeys.length === 0 ? 'Nobody has a passkey.' : table<Passkey>(columns, passkeys)
  return accept({ text, json: { passkeys } })
}

const columns = [
  { name: 'Passkey', of: ({ kid }: Passkey) => kid },
  { name: 'Of', of: ({ personName }: Passkey) => clean(personName, 60) },
  { name: 'Called', of: ({ name }: Passkey) => clean(name, 60) },
  { name: 'Office', of: ({ participant, office }: Passkey) => `${participant} / ${office}` },
  { name: 'Registered', of: ({ registeredAt }: Passkey) => instant(registeredAt) },
  { name: 'State', of: stateWords },
] as const

function stateWords({ confirmedAt, removedAt, removalReason }: Passkey): string {
  if (removedAt !== null) return `removed: ${clean(removalReason ?? '', 100)}`
  return confirmedAt === null ? 'waits for a second official' : 'good'
}

/** A second official stands behind a colleague's passkey: from now on it signs. */
export async function confirmPasskey(call: Call): Promise<Outcome<Answer>> {
  return about(call, 'confirmations', {}, 'signs from now on')
}

/** Removes a passkey: it signs nothing from now on. */
export async function removePasskey(call: Call): Promise<Outcome<Answer>> {
  const reason = call.option('reason')?.trim() ?? ''
  if (reason === '') return refuse('COMMAND_WRONG', 'say why: --reason "the laptop was stolen"')
  const from = call.option('from')
  const said = { reason, ...(from !== undefined && { from }) }
  const since = from === undefined ? '' : '; what it signed since: corridor keys affected'
  return about(call, 'removals', said, `signs nothing from now on${since}`)
}

async function about(
  call: Call,
  verb: 'confirmations' | 'removals',
  ...[said, then]: [said: object, then: string]
): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const kid = call.operand(0) ?? ''
  const told = await signedRequest<{ kid: string }>(profile.value, {
    method: 'POST',
    target: `/api/passkeys/${encodeURIComponent(kid)}/${verb}`,
    body: Buffer.from(JSON.stringify(said)),
  })
  if (!told.ok) return told
  return accept({ text: `OK  The passkey ${fingerprint(kid)} ${then}.`, json: { kid } })
}

// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { signedRequest, type Profile } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { day } from '../output/words'
import { profileOfCall } from '../profile-of-call'

interface Waiting {
  readonly kid: string
  readonly claim: {
    readonly participant: string
    readonly kind: string
    readonly name: string
    readonly office: { readonly name: string }
    readonly holder?: string
  }
  readonly appliedAt: string
  readonly decision: string | null
}

/** Lists who asked for a place without a code. */
export async function listRegistrations(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const listed = await waitingAt(profile.value)
  if (!listed.ok) return listed
  const columns = [
    { name: 'Key', of: ({ kid }: Waiting) => kid },
    { name: 'Participant', of: ({ claim }: Waiting) => `${claim.participant} (${claim.kind})` },
    { name: 'Name', of: ({ claim }: Waiting) => claim.name },
    { name: 'Office', of: ({ claim }: Waiting) => claim.office.name },
    { name: 'Asked', of: ({ appliedAt }: Waiting) => day(appliedAt) },
    { name: 'Stands', of: ({ decision }: Waiting) => decision ?? 'waits' },
  ] as const
  const text =
    listed.value.length === 0
      ? 'Nobody has asked for a place.'
      : table<Waiting>(columns, listed.value)
  return accept({ text, json: { registrations: listed.value } })
}

/** Approves a registration: from then on its keys are good. */
export function approveRegistration(call: Call): Promise<Outcome<Answer>> {
  const productionAtOnce = call.option('production-at-once')
  return decide(call, { decision: 'approved', productionAtOnce })
}

/** Refuses a registration, and says why. */
export function refuseRegistration(call: Call): Promise<Outcome<Answer>> {
  return decide(call, { decision: 'refused', reason: call.option('reason') })
}

async function decide(
  call: Call,
  decision: { readonly decision: string; readonly [more: string]: string | undefined },
): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const kid = call.operand(0) ?? ''
  const told = await signedRequest<{ participant: string; state: string }>(profile.value, {
    method: 'POST',
    target: `/api/registrations/${encodeURIComponent(kid)}/decisions`,
    body: Buffer.from(JSON.stringify(decision)),
  })
  if (!told.ok) return told
  const { participant, state } = told.value
  return accept({
    text: `OK  The registration of ${clean(participant, 40)} is ${state}.`,
    json: { kid, participant, state },
  })
}

/** Grants production rights after a whole rehearsal. */
export function grantProduction(call: Call): Promise<Outcome<Answer>> {
  return change(call, 'production', 'sends for real from now on')
}

/** Stops a participant at once. */
export function suspendParticipant(call: Call): Promise<Outcome<Answer>> {
  return change(call, 'suspension', 'is suspended: nothing in, nothing out')
}

/** Ends a suspension. */
export function resumeParticipant(call: Call): Promise<Outcome<Answer>> {
  return change(call, 'resumption', 'is suspended no more')
}

async function change(call: Call, what: string, words: string): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const reason = call.option('reason')
  if (reason === undefined) return refuse('COMMAND_WRONG', 'say why with --reason: it is kept')
  const participant = call.operand(0) ?? ''
  const told = await signedRequest<{ at: string }>(profile.value, {
    method: 'POST',
    target: `/api/participants/${encodeURIComponent(participant)}/${what}`,
    body: Buffer.from(JSON.stringify({ reason })),
  })
  if (!told.ok) return told
  return accept({
    text: `OK  ${clean(participant, 40)} ${words}.`,
    json: { participant, at: told.value.at },
  })
}

function waitingAt(profile: Profile): Promise<Outcome<readonly Waiting[]>> {
  return signedRequest(profile, { method: 'GET', target: '/api/registrations' })
}

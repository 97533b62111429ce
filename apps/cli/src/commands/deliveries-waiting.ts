// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { instant, list } from '../output/words'
import { profileOfCall } from '../profile-of-call'

interface Waiting {
  readonly submission: string
  readonly contract: string
  readonly recipient: string
  readonly until: string
  readonly state: string
  readonly reason: string | null
}

/** Lists own figures that wait for the sender's comment before they are handed over. */
export async function listWaiting(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const target = '/api/deliveries/waiting'
  const told = await signedRequest<readonly Waiting[]>(profile.value, { method: 'GET', target })
  if (!told.ok) return told
  const columns = [
    { name: 'Message', of: ({ submission }: Waiting) => clean(submission, 60) },
    { name: 'Contract', of: ({ contract }: Waiting) => contract },
    { name: 'To', of: ({ recipient }: Waiting) => recipient },
    { name: 'Until', of: ({ until }: Waiting) => instant(until) },
    { name: 'State', of: ({ state }: Waiting) => state },
    { name: 'Why', of: ({ reason }: Waiting) => clean(reason ?? '', 80) },
  ] as const
  const text =
    told.value.length === 0
      ? 'Nothing of yours waits: no agreement gives you time to comment, or it is over.'
      : table<Waiting>(columns, told.value)
  return accept({ text, json: { waiting: told.value } })
}

/** Stops the handing over of a message's figures while the time for comment runs. */
export async function stopRelease(call: Call): Promise<Outcome<Answer>> {
  const reason = call.option('reason')?.trim() ?? ''
  if (reason === '') return refuse('COMMAND_WRONG', 'say why: --reason "a figure is wrong"')
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const submission = call.operand(0) ?? ''
  const recipient = call.option('recipient')
  const body = Buffer.from(JSON.stringify({ submission, reason, ...(recipient && { recipient }) }))
  const told = await signedRequest<{ readonly stopped: readonly string[] }>(profile.value, {
    method: 'POST',
    target: '/api/deliveries/stops',
    body,
  })
  if (!told.ok) return told
  const { stopped } = told.value
  return accept({
    text: `OK  ${clean(submission, 60)} is not handed over to ${list([...stopped])}.`,
    json: { submission, stopped },
  })
}

// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { count, instant, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'

interface Dead {
  readonly recipient: string
  readonly number: number
  readonly failures: number
  readonly failure: string | null
  readonly deadAt: string
}

/** Lists deliveries that could not be carried, or that their recipient terminated again and again. */
export async function listDead(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const dead = await signedRequest<readonly Dead[]>(profile.value, {
    method: 'GET',
    target: '/api/deliveries/dead',
  })
  if (!dead.ok) return dead
  const columns = [
    { name: 'Recipient', of: ({ recipient }: Dead) => recipient },
    { name: 'Number', of: ({ number }: Dead) => whole(number), end: true },
    { name: 'Failures', of: ({ failures }: Dead) => whole(failures), end: true },
    { name: 'Since', of: ({ deadAt }: Dead) => instant(deadAt) },
    { name: 'Why', of: ({ failure }: Dead) => clean(failure ?? '', 60) },
  ] as const
  const text = dead.value.length === 0 ? 'No delivery is dead.' : table<Dead>(columns, dead.value)
  return accept({ text, json: { dead: dead.value } })
}

/** Sends dead deliveries of a recipient again. */
export async function resendDead(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const recipient = call.operand(0) ?? ''
  const named = call.options('number')
  if (!named.every((one) => /^[1-9]\d{0,14}$/.test(one)))
    return refuse('COMMAND_WRONG', '--number is the number of a delivery: 1, 2, 3')
  const numbers = named.length === 0 ? {} : { numbers: named.map(Number) }
  const sent = await signedRequest<{ readonly sent: number }>(profile.value, {
    method: 'POST',
    target: '/api/deliveries/dead/resend',
    body: Buffer.from(JSON.stringify({ recipient, ...numbers })),
  })
  if (!sent.ok) return sent
  const many = count(sent.value.sent, 'delivery', 'deliveries')
  return accept({ text: `OK  ${many} for ${clean(recipient)} go again.`, json: sent.value })
}

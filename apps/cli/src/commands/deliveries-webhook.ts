// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { ownAddress, signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { pairs } from '../output/table'
import { instant, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'

interface Webhook {
  readonly recipient: string
  readonly url: string
  readonly registeredAt: string
  readonly after: number
  readonly failures: number
  readonly problem: string | null
  readonly nextTryAt: string
  readonly endedAt: string | null
}

const target = '/api/deliveries/webhook'

/** Has deliveries posted to an address, ends it, or shows how it goes. */
export async function setWebhook(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const url = call.operand(0)
  const end = call.flag('end')
  const recipient = ownAddress(profile.value, { office: call.flag('office') })
  if (end && url !== undefined) return refuse('COMMAND_WRONG', 'give an address or --end, not both')
  if (end) {
    const ended = await signedRequest<Readonly<Record<string, unknown>>>(profile.value, {
      method: 'DELETE',
      target: `${target}?recipient=${recipient}`,
    })
    return ended.ok ? accept({ text: 'OK  Nothing is posted any more.', json: ended.value }) : ended
  }
  if (url === undefined) return shown(profile.value, recipient)
  const body = Buffer.from(JSON.stringify({ url, recipient }))
  const set = await signedRequest<Readonly<Record<string, unknown>>>(profile.value, {
    method: 'PUT',
    target,
    body,
  })
  if (!set.ok) return set
  return accept({
    text: `OK  Deliveries are posted to ${clean(url)} from now on.`,
    json: set.value,
  })
}

async function shown(
  profile: Parameters<typeof signedRequest>[0],
  recipient: string,
): Promise<Outcome<Answer>> {
  const listed = await signedRequest<readonly Webhook[]>(profile, { method: 'GET', target })
  if (!listed.ok) return listed
  const webhook = listed.value.find((one) => one.recipient === recipient)
  if (webhook === undefined)
    return accept({ text: 'Deliveries are not posted anywhere.', json: { webhook: null } })
  const { url, registeredAt, after, failures, problem, nextTryAt, endedAt } = webhook
  const text = pairs([
    ['Address', clean(url)],
    ['Since', instant(registeredAt)],
    ['Posted up to', whole(after)],
    ['Failures', `${whole(failures)}${problem === null ? '' : `: ${clean(problem)}`}`],
    ['Next try', endedAt === null ? instant(nextTryAt) : 'given up; register it again'],
  ])
  return accept({ text, json: { webhook } })
}

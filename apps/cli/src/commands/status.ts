// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { keyExpiry, type KeyExpiry } from '@corridor/message'
import { connectParticipant, signedRequest, waiting, type Me, type Profile } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { exitCodes } from '../exit-code'
import type { HubStatus } from '../hub-status'
import { pairs } from '../output/table'
import { count, day, fingerprint, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'
import { expiryWords } from './keys-list'

/** Shows how things stand between the profile and its hub. */
export async function showStatus(call: Call): Promise<Outcome<Answer>> {
  const opened = await profileOfCall(call)
  if (!opened.ok) return opened
  const profile = opened.value
  const status = await signedRequest<HubStatus>(profile, { method: 'GET', target: '/api/status' })
  const reached = status.ok || status.refusal.code !== 'HUB_UNREACHABLE'
  if (!status.ok && reached) return status
  const me = reached
    ? await signedRequest<Me>(profile, { method: 'GET', target: '/api/me' })
    : undefined
  const broker = await connectParticipant(profile)
  if (broker.ok) await broker.value.close()
  const validUntil = me?.ok === true ? me.value.validUntil : profile.validUntil
  const own = {
    participant: profile.participant,
    office: profile.office,
    validUntil,
    ...keyExpiry(validUntil, call.world.now()),
    kid: profile.signer.kid,
    outbox: waiting(profile).length,
  }
  const brokerWord = broker.ok ? 'signed in' : broker.refusal.detail
  const text = [ownText(profile, own), connectionText(profile, { reached, broker: brokerWord })]
  if (status.ok) text.push(hubText(status.value))
  return accept({
    text: text.join('\n\n'),
    json: { profile: own, hub: status.ok ? status.value : null, broker: broker.ok },
    ...(reached && broker.ok ? {} : { exit: exitCodes.unreachable }),
  })
}

interface Own extends KeyExpiry {
  readonly validUntil: string
  readonly kid: string
  readonly outbox: number
}

function endWords(own: Own): string {
  const words = expiryWords(own)
  return words === '' ? '' : `: ${words}, corridor keys rotate`
}

function ownText({ name, participant, kind, office }: Profile, own: Own): string {
  return pairs([
    ['Profile', `${name}: ${participant} (${kind}), ${office}`],
    ['Key', fingerprint(own.kid)],
    ['Valid to', `${day(own.validUntil)}${endWords(own)}`],
    [
      'Outbox',
      own.outbox === 0
        ? 'empty'
        : `${count(own.outbox, 'message')} to send: corridor publish --resume`,
    ],
  ])
}

function connectionText(
  { hub }: Profile,
  seen: { readonly reached: boolean; readonly broker: string },
): string {
  return pairs([
    ['Hub', `${hub.id} at ${hub.http}: ${seen.reached ? 'reached' : 'cannot be reached'}`],
    ['Broker', `${hub.nats}: ${seen.broker}`],
  ])
}

function hubText({ version, ready, checks, counts, journal }: HubStatus): string {
  const down = Object.entries(checks).flatMap(([name, good]) => (good ? [] : [name]))
  const n = (name: string): string => whole(counts[name] ?? 0)
  return pairs([
    ['Version', version],
    [
      'Ready',
      ready
        ? `yes, all ${count(Object.keys(checks).length, 'check')} are good`
        : `not yet: ${down.join(', ')}`,
    ],
    ['Messages', `${n('accepted')} accepted, ${n('refused')} refused`],
    ['Agreements', `${n('agreementsInForce')} in force, ${n('agreementsProposed')} proposed`],
    ['Deliveries', `${n('deliveries')} released, ${n('deliveriesAcknowledged')} taken`],
    ['Reports', `${n('reports')}, with ${n('pairs')} figures of both sides`],
    ['Feeds', n('feeds')],
    ['Keys', `${n('keysEndSoon')} end within 60 days`],
    [
      'Journal',
      journal === null ? 'empty' : `position ${whole(journal.position)}, ${journal.hash}`,
    ],
  ])
}

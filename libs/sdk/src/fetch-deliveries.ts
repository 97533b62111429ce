// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { followDeliveries } from './chain'
import { signedRequest } from './hub-client'
import { ownAddress, type Profile } from './profile'
import { openFollowing, type TakeOptions } from './receive'
import type { Received } from './received'

/** Which deliveries to ask for: those after a number, or those since an instant in UTC. */
export type DeliveriesFrom = { readonly after: number } | { readonly since: string }

/** A delivery that the hub does not hand over again, and why. */
export interface WithheldDelivery {
  readonly number: number
  readonly digest: string
  readonly withheld: string
}

/** What a recipient was given over HTTP. */
export interface Fetched {
  readonly taken: number
  readonly withheld: readonly WithheldDelivery[]
  /** The last number that the hub has given this recipient. */
  readonly last: number
}

interface Page {
  readonly deliveries: readonly (
    | WithheldDelivery
    | { readonly number: number; readonly signature: string; readonly payload: string }
  )[]
  readonly last: number
}

/**
 * Asks the hub for deliveries over HTTP, by their numbers or since an instant: the same releases as in the stream, and whatever of them
 * is granted at this moment. Each is verified with the pinned key, kept, and followed in the chain.
 */
export async function fetchDeliveries(
  profile: Profile,
  from: DeliveriesFrom,
  options: Pick<TakeOptions, 'keep' | 'onRefused' | 'office'>,
): Promise<Outcome<Fetched>> {
  const withheld: WithheldDelivery[] = []
  let taken = 0
  for (let place: DeliveriesFrom | null = from, last = 0; ;) {
    if (place === null) return accept({ taken, withheld, last })
    const page = await pageOf(profile, place, options)
    if (!page.ok) return page
    const kept: Received[] = []
    for (const one of page.value.deliveries) {
      if ('withheld' in one) withheld.push(one)
      else kept.push(...(await keepOne(profile, one, options)))
    }
    for (const broken of followDeliveries(profile, kept)) options.onRefused?.(broken)
    taken += kept.length
    last = page.value.last
    const end = page.value.deliveries.at(-1)?.number
    place = end === undefined || end >= last ? null : { after: end }
  }
}

/** Asks the hub to put deliveries into the participant's stream, or into its own office's, once more. Gives how many it sends. */
export async function replayDeliveries(
  profile: Profile,
  from: DeliveriesFrom,
  asked: Pick<TakeOptions, 'office'> = {},
): Promise<Outcome<{ readonly sent: number; readonly withheld: number }>> {
  const body = Buffer.from(JSON.stringify({ ...from, recipient: ownAddress(profile, asked) }))
  return signedRequest(profile, { method: 'POST', target: '/api/deliveries/replay', body })
}

function pageOf(
  profile: Profile,
  from: DeliveriesFrom,
  asked: Pick<TakeOptions, 'office'>,
): Promise<Outcome<Page>> {
  const query = new URLSearchParams({
    ...('after' in from ? { after: String(from.after) } : { since: from.since }),
    recipient: ownAddress(profile, asked),
  })
  return signedRequest<Page>(profile, {
    method: 'GET',
    target: `/api/deliveries?${query.toString()}`,
  })
}

async function keepOne(
  profile: Profile,
  { signature, payload }: { readonly signature: string; readonly payload: string },
  { keep, onRefused, ...asked }: Pick<TakeOptions, 'keep' | 'onRefused' | 'office'>,
): Promise<readonly Received[]> {
  const sealed = { signature, bytes: Buffer.from(payload) }
  const received = await openFollowing(profile, 'delivery', sealed)
  const own = received.ok ? addressed(ownAddress(profile, asked), received.value) : received
  if (!own.ok) {
    onRefused?.(own.refusal)
    return []
  }
  await keep(own.value)
  return [own.value]
}

function addressed(address: string, received: Received): Outcome<Received> {
  const { recipient } = received.event.data
  return recipient === address
    ? accept(received)
    : refuse('RECEIPT_NOT_OF_THIS_HUB', `this delivery is for ${String(recipient)}`)
}

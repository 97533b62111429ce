// SPDX-License-Identifier: Apache-2.0
import {
  toNewest,
  validate,
  type ContractRef,
  type Dataset,
  type DeliveredFigures,
} from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { deliveryIn } from './chain'
import { signedRequest } from './hub-client'
import type { Profile } from './profile'
import type { Received } from './received'

/** In which version of a contract the hub hands figures over to a participant. */
export interface AcceptedVersion {
  readonly participant: string
  readonly contract: string
  readonly version: string
  readonly at: string
}

/**
 * Tells the hub in which version of a contract this participant takes what it receives, from here on. The hub converts what
 * others send in another version; who has told nothing gets figures in the version that they were sent in.
 */
export async function acceptVersion(
  profile: Profile,
  { name: contract, version }: ContractRef,
): Promise<Outcome<AcceptedVersion>> {
  const body = Buffer.from(JSON.stringify({ contract, version }))
  return signedRequest(profile, { method: 'PUT', target: '/api/participants/me/contracts', body })
}

/** A delivery's figures in the newest version that this program knows, whichever they were handed over in. */
export function newestDelivery(
  received: Received,
): Outcome<{ readonly figures: DeliveredFigures; readonly dataset: Dataset }> {
  const delivery = deliveryIn(received)
  if (!delivery.ok) return delivery
  const { figures } = delivery.value
  if (figures === undefined)
    return refuse(
      'CONTENT_WRONG',
      'the delivery holds no figures, but a note that some are withdrawn',
    )
  const { contract: name, version } = figures
  const judged = validate(name, version, figures.dataset)
  if (!judged.ok) return judged
  // Every contract that is delivered is a statistical one: its schema has just accepted what a dataset has.
  const dataset = toNewest({ name, version }, judged.value)
  return accept({ figures, dataset })
}

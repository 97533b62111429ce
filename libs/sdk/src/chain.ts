// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate, type Delivery } from '@corridor/contracts'
import { refuse, type Outcome, type Refusal } from '@corridor/kernel'
import { digestOf } from '@corridor/message'
import {
  followNumbers,
  numberGaps,
  type Numbered,
  type NumberedRun,
  type NumberGap,
} from '@corridor/proof'
import { ownAddress, type Profile } from './profile'
import type { Received } from './received'
import { writeWhole } from './write-whole'

/** What a profile knows of the numbers of its deliveries. */
export interface DeliveryChain {
  /** The last number up to which nothing is missing; 0 before the first. */
  readonly upTo: number
  /** The digest of that statement; null before the first. */
  readonly head: string | null
  readonly gaps: readonly NumberGap[]
}

/** The place of a delivery among those of its recipient; undefined for what is none, or was made before deliveries were numbered. */
export function numberedOf(received: Received): Numbered | undefined {
  const delivery = deliveryIn(received)
  if (!delivery.ok) return undefined
  const { number, previous, withdrawal } = delivery.value
  return {
    number,
    previous: previous ?? null,
    digest: digestOf(received.sealed.bytes),
    withdrawn: withdrawal?.withdrawn ?? [],
  }
}

/** What a statement of the channel `delivery` says. */
export function deliveryIn(received: Received): Outcome<Delivery> {
  if (received.channel !== 'delivery')
    return refuse('CONTENT_WRONG', `the statement is no delivery, but a ${received.channel}`)
  return validate('delivery', '1.0.0', received.event.data)
}

/** Whom a delivery is addressed to; undefined for what is none. */
export function recipientOf(received: Received): string | undefined {
  const delivery = deliveryIn(received)
  return delivery.ok ? delivery.value.recipient : undefined
}

/**
 * Notes kept deliveries in the profile, all of them with one write, and gives a refusal for each that does not fit to the one before or
 * after it.
 */
export function followDeliveries(
  profile: Profile,
  received: readonly Received[],
): readonly Refusal[] {
  const numbered = received.flatMap((one) => {
    const statement = numberedOf(one)
    if (statement === undefined) return []
    // An office has numbers of its own.
    const file = chainFile(profile, recipientOf(one) === ownAddress(profile, { office: true }))
    return [{ file, statement }]
  })
  return [...new Set(numbered.map(({ file }) => file))].flatMap((file) => {
    let runs = readRuns(file)
    const broken: number[] = []
    for (const one of numbered) {
      if (one.file !== file) continue
      const followed = followNumbers(runs, one.statement)
      runs = followed.runs
      if (followed.brokenAt !== null) broken.push(followed.brokenAt)
    }
    writeWhole(file, JSON.stringify({ runs }), 0o600)
    return broken.map(chainBroken)
  })
}

function chainBroken(brokenAt: number): Refusal {
  const detail = `delivery ${String(brokenAt)} does not name the digest of the one before it: one of the two was replaced`
  return { code: 'CHAIN_BROKEN', detail }
}

/** What a profile knows of the numbers of its deliveries: those for its participant, or those for its own office. */
export function deliveryChain(
  profile: Profile,
  { office = false }: { readonly office?: boolean } = {},
): DeliveryChain {
  return chainOf(readRuns(chainFile(profile, office)))
}

/** What runs of numbers come to. */
export function chainOf(runs: readonly NumberedRun[]): DeliveryChain {
  const [first] = runs
  const whole = first?.first === 1 ? first : undefined
  return { upTo: whole?.last ?? 0, head: whole?.digest ?? null, gaps: numberGaps(runs) }
}

/** Gaps as people read them: 3, 7 to 9. */
export function gapWords(gaps: readonly NumberGap[]): string {
  return gaps
    .map(({ first, last }) =>
      first === last ? String(first) : `${String(first)} to ${String(last)}`,
    )
    .join(', ')
}

function chainFile({ folder }: Profile, office: boolean): string {
  return join(folder, office ? 'deliveries-of-office.json' : 'deliveries.json')
}

function readRuns(file: string): readonly NumberedRun[] {
  if (!existsSync(file)) return []
  // Written by followDeliveries only.
  return (JSON.parse(readFileSync(file, 'utf8')) as { runs: readonly NumberedRun[] }).runs
}

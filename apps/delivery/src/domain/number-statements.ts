// SPDX-License-Identifier: Apache-2.0
import { newestVersion } from '@corridor/contracts'
import { digestOf, eventBytesOf, hubSource } from '@corridor/message'

/** The last statement that a recipient was handed. */
export interface Head {
  readonly number: number
  readonly digest: string
}

/** What is to be handed to a recipient: one member of the contract `delivery`, as JSON. */
export interface Unnumbered {
  readonly recipient: string
  readonly kind: 'figures' | 'withdrawal'
  /** Written once for all recipients of the same projection. */
  readonly content: string
}

/** A statement with its place among those of its recipient. */
export interface NumberedStatement {
  readonly recipient: string
  readonly kind: Unnumbered['kind']
  readonly number: number
  readonly previous: string | null
  readonly digest: string
  readonly bytes: Uint8Array
}

/** What statements are made with. */
export interface Stating {
  readonly hubId: string
  readonly at: Date
  /** A salt for each statement. */
  readonly salts: readonly string[]
}

/**
 * Gives each statement the next number of its recipient and the digest of the one before, in order, from the heads on. A
 * recipient without a head begins at 1.
 */
export function numberStatements(
  unnumbered: readonly Unnumbered[],
  heads: ReadonlyMap<string, Head>,
  made: Stating,
): readonly NumberedStatement[] {
  const last = new Map(heads)
  return unnumbered.map(({ recipient, kind, content }, i) => {
    const head = last.get(recipient)
    const number = (head?.number ?? 0) + 1
    const previous = head?.digest ?? null
    const place = JSON.stringify({ recipient, number, ...(previous === null ? {} : { previous }) })
    const bytes = eventBytesOf(
      {
        id: `delivery:${recipient}:${String(number)}`,
        source: hubSource(made.hubId),
        type: 'corridor.delivery.v1',
        time: made.at,
        contract: { name: 'delivery', version: newestVersion('delivery') },
        salt: made.salts[i] ?? '',
      },
      `${place.slice(0, -1)},${JSON.stringify(kind)}:${content}}`,
    )
    const digest = digestOf(bytes)
    last.set(recipient, { number, digest })
    return { recipient, kind, number, previous, digest, bytes }
  })
}

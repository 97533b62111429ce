// SPDX-License-Identifier: Apache-2.0
import { newestVersion } from '@corridor/contracts'
import { digestOf, eventBytesOf, hubSource } from '@corridor/message'

/** The last statement that a recipient was handed. */
export interface Head {
  readonly number: number
  readonly digest: string
}

/** What is to be handed to a recipient. */
export interface Unnumbered {
  readonly recipient: string
  readonly kind: 'figures' | 'withdrawal'
  /** One member of the contract `delivery`, as JSON; of figures it ends with `"dataset":null`. */
  readonly content: string
  /** The dataset of figures, as JSON: the same bytes for all recipients of one projection. Null for a withdrawal. */
  readonly body: Uint8Array | null
}

/** A statement with its place among those of its recipient. */
export interface NumberedStatement {
  readonly recipient: string
  readonly kind: Unnumbered['kind']
  readonly number: number
  readonly previous: string | null
  /** Of the whole statement. */
  readonly digest: string
  /** Of figures without their body, which is stored apart. */
  readonly envelope: Uint8Array
}

/** What statements are made with. */
export interface Stating {
  readonly hubId: string
  readonly at: Date
  /** A salt for each statement: two recipients of one body hold digests that have nothing in common. */
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
  return unnumbered.map(({ recipient, kind, content, body }, i) => {
    const head = last.get(recipient)
    const number = (head?.number ?? 0) + 1
    const previous = head?.digest ?? null
    const place = JSON.stringify({ recipient, number, ...(previous === null ? {} : { previous }) })
    const envelope = eventBytesOf(
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
    const digest = digestOf(body === null ? envelope : wholeStatement(envelope, body))
    last.set(recipient, { number, digest })
    return { recipient, kind, number, previous, digest, envelope }
  })
}

// The ends of the figures, of the data and of the event.
const end = '}}}'
const noBody = `null${end}`

/** The bytes of a statement of figures: its envelope with the body in the place of `null`. */
export function wholeStatement(envelope: Uint8Array, body: Uint8Array): Buffer {
  const before = envelope.subarray(0, envelope.length - noBody.length)
  return Buffer.concat([before, body, Buffer.from(end)])
}

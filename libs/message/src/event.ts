// SPDX-License-Identifier: Apache-2.0
import { contractUrn, type Envelope } from '@corridor/contracts'
import { newSalt } from './digest'

/** What a CloudEvent is made of, before it has bytes. */
export interface EventParts {
  readonly id: string
  readonly source: string
  readonly type: Envelope['type']
  readonly time: Date
  readonly contract: { readonly name: string; readonly version: string }
  readonly data: object
  /** 128 random bits; a new one unless the same bytes must come out again. */
  readonly salt?: string
  /** Set for messages of a rehearsal, and for what is stated about them. */
  readonly mode?: 'test'
}

/** A CloudEvents 1.0 event in structured JSON: the exact bytes that are signed and sent. */
export function eventBytes(parts: EventParts): Uint8Array {
  return eventBytesOf(parts, JSON.stringify(parts.data))
}

/** The same, with data that is JSON already: what many events share is written once. */
export function eventBytesOf(parts: Omit<EventParts, 'data'>, data: string): Uint8Array {
  const envelope = JSON.stringify({
    specversion: '1.0',
    id: parts.id,
    source: parts.source,
    type: parts.type,
    time: parts.time.toISOString(),
    datacontenttype: 'application/json',
    dataschema: contractUrn(parts.contract.name, parts.contract.version),
    salt: parts.salt ?? newSalt(),
    ...(parts.mode === undefined ? {} : { mode: parts.mode }),
  })
  return Buffer.from(`${envelope.slice(0, -1)},"data":${data}}`)
}

/** The CloudEvents source of a participant. */
export function participantSource(participant: string): string {
  return `urn:corridor:participant:${participant}`
}

/** The CloudEvents source of a hub. */
export function hubSource(hub: string): string {
  return `urn:corridor:hub:${hub}`
}

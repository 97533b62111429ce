// SPDX-License-Identifier: Apache-2.0

/** A fact for the other services: `<service>.<fact>.v<n>`, a plain JSON object with ids, never with figures. */
export interface Fact {
  readonly kind: 'fact'
  readonly subject: string
  readonly body: object
}

/** A statement for a participant, which the relay seals with the hub's key after the commit. */
export interface Statement {
  readonly kind: 'statement'
  readonly participant: string
  readonly channel: 'receipt' | 'delivery' | 'report' | 'feed'
  readonly bytes: Uint8Array
}

/** A fact to tell. */
export function fact(subject: string, body: object): Fact {
  return { kind: 'fact', subject, body }
}

/** A statement to hand to a participant. */
export function statement(
  participant: string,
  channel: Statement['channel'],
  bytes: Uint8Array,
): Statement {
  return { kind: 'statement', participant, channel, bytes }
}

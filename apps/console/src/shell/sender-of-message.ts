// SPDX-License-Identifier: Apache-2.0
import { parseContractUrn } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { claimOf, decideAct, digestOf, parseJson, verify, type Sealed } from '@corridor/message'
import { command } from '@corridor/platform'
import { findActor, suspended, type Actor } from './actor'
import type { Edge } from './edge'

/** A message whose signature a registered key has made, with what is needed to hand it over and to ask about it. */
export interface SignedMessage extends Sealed {
  readonly participant: string
  readonly kid: string
  /** Where it would have come in over the bus. */
  readonly subject: string
  readonly id: string | null
  readonly digest: string
  readonly sealDigest: string
}

/**
 * Who sends a message, by its own signature. A stranger could otherwise fill a sender's place in the stream, and the quarantine,
 * with messages in that sender's name. Nothing else is judged here: intake does that, as for the bus.
 */
export async function senderOfMessage(edge: Edge, sealed: Sealed): Promise<Outcome<SignedMessage>> {
  // The sender controls the key id: it only chooses which registered key the signature is checked with.
  const kid = claimOf(sealed.signature)?.kid
  const found = kid === undefined ? null : await findActor(edge.store, kid)
  const verified = await verify(sealed, {
    typ: 'corridor-event',
    aud: edge.environment.hubId,
    at: edge.clock(),
    keyOf: () => found?.key,
  })
  if (!verified.ok) return verified
  if (found === null) return refuse('KEY_UNKNOWN', 'the key of the signature is not registered')
  if (found.actor.suspended) return suspended(found.actor)
  // A key that may not send would wait in vain: intake knows only those that may.
  const allowed = decideAct(found.actor, 'publish')
  if (!allowed.ok) return allowed
  const { participant } = found.actor
  const { id, contract } = namesIn(sealed.bytes)
  const agreed = await isAgreed(edge, found.actor, contract)
  if (!agreed.ok) return agreed
  return accept({
    ...sealed,
    participant,
    kid: found.actor.kid,
    subject: `corridor.submit.${participant}.${contract}`,
    id,
    digest: digestOf(sealed.bytes),
    sealDigest: digestOf(Buffer.concat([sealed.bytes, Buffer.from(sealed.signature)])),
  })
}

// A partner sends what an agreement in force names it as the sender of, as at the broker.
async function isAgreed(
  edge: Edge,
  { kind, participant }: Actor,
  contract: string,
): Promise<Outcome<null>> {
  if (kind !== 'partner') return accept(null)
  const ask = { participant }
  const agreed = await command<readonly string[]>(edge.bus, 'access.command.sent-contracts.v1', ask)
  if (!agreed.ok) return agreed
  if (agreed.value.includes(contract)) return accept(null)
  return refuse(
    'NOT_ALLOWED',
    `no agreement in force names ${participant} as a sender of ${contract}`,
  )
}

// Intake refuses what names no contract; the subject needs some word.
function namesIn(bytes: Uint8Array): { id: string | null; contract: string } {
  const json = parseJson(bytes)
  const envelope: object = json.ok && typeof json.value === 'object' ? (json.value ?? {}) : {}
  const id: unknown = Reflect.get(envelope, 'id')
  const schema: unknown = Reflect.get(envelope, 'dataschema')
  const named = typeof schema === 'string' ? parseContractUrn(schema) : undefined
  return {
    id: typeof id === 'string' && id.length <= 128 ? id : null,
    contract: named?.name ?? 'unknown',
  }
}

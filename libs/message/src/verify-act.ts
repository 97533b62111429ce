// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { digestOf } from './digest'
import type { KeyRecord } from './keys'
import { claimOf, verify, type OpenRefusal } from './open'
import type { PasskeyRecord } from './passkey/passkey'
import { readPasskeySignature } from './passkey/passkey-signature'
import { verifyPasskey, type PasskeyRefusal } from './passkey/verify-passkey'
import type { Sealed } from './seal'
import type { StatementType } from './statement-type'

/** A key that acts are signed with: an office's, from a file, or a person's passkey. */
export type ActKey =
  | { readonly with: 'office-key'; readonly key: KeyRecord }
  | { readonly with: 'passkey'; readonly key: PasskeyRecord }

/** What whoever takes acts expects. */
export interface ActExpectation {
  readonly typ: StatementType
  readonly aud: string
  /** When the hub received the act. */
  readonly at: Date
  /** The key of the register that `actKeyIdOf` named. */
  readonly key: ActKey | undefined
}

/** Who signed an act, and with what. */
export interface ActSigned {
  readonly with: ActKey['with']
  readonly kid: string
  readonly participant: string
  /** The person whose passkey it was; an office key names none. */
  readonly person: string | null
  /** When the passkey was asked for (seconds since 1970); an office key says nothing of it. */
  readonly iat: number | null
  /** What the passkey's authenticator counts; 0 where it does not, null for an office key. */
  readonly counter: number | null
  /**
   * Names this one signing: the key and what it signed, never the text of a signature, because an ECDSA signature can be
   * altered into another one that fits. Whoever lets an act take effect once keeps this.
   */
  readonly once: string
}

/** The key that a signature over an act names, to look it up with; nothing of it is verified yet. */
export function actKeyIdOf(signature: string): { with: ActKey['with']; kid: string } | undefined {
  const read = readPasskeySignature(signature)
  if (read.ok) return { with: 'passkey', kid: read.value.kid }
  const kid = claimOf(signature)?.kid
  return kid === undefined ? undefined : { with: 'office-key', kid }
}

/**
 * The one place that says whether an act was signed: by an office key (detached JWS) or by a passkey (WebAuthn assertion whose
 * challenge is the hash of exactly these bytes, their purpose and this hub). Never throws on what a sender can send.
 */
export async function verifyAct(
  sealed: Sealed,
  { typ, aud, at, key }: ActExpectation,
): Promise<Outcome<ActSigned, OpenRefusal | PasskeyRefusal>> {
  if (actKeyIdOf(sealed.signature)?.with === 'passkey') {
    const passkeyOf = (kid: string) =>
      key?.with === 'passkey' && key.key.kid === kid ? key.key : undefined
    const verified = verifyPasskey(sealed, { typ, aud, at, passkeyOf })
    if (!verified.ok) return verified
    const { passkey, iat, counter } = verified.value
    const { kid, participant, person } = passkey
    const once = onceOf(kid, `${typ} ${String(iat)}`, sealed.bytes)
    return accept({ with: 'passkey', kid, participant, person, iat, counter, once })
  }
  const keyOf = (kid: string) =>
    key?.with === 'office-key' && key.key.kid === kid ? key.key : undefined
  const verified = await verify(sealed, { typ, aud, at, keyOf })
  if (!verified.ok) return verified
  const { kid, participant } = verified.value
  const once = onceOf(kid, typ, sealed.bytes)
  return accept({
    with: 'office-key',
    kid,
    participant,
    person: null,
    iat: null,
    counter: null,
    once,
  })
}

function onceOf(kid: string, purpose: string, bytes: Uint8Array): string {
  return digestOf(Buffer.concat([Buffer.from(`${kid} ${purpose}\n`), bytes]))
}

/** Decides whether what a passkey counts has moved on since it was last seen (WebAuthn, section 6.1.1): a copy counts for itself. */
export function decideCounter(
  before: number,
  now: number,
): Outcome<number, 'PASSKEY_COUNTED_BACK'> {
  if (before === 0 && now === 0) return accept(0)
  return now > before
    ? accept(now)
    : refuse('PASSKEY_COUNTED_BACK', `the passkey counts ${String(now)} after ${String(before)}`)
}

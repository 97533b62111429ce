// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { passkeyChallenge, passkeyThumbprint, type PasskeyJwk } from '@corridor/message'

/** A passkey that a browser made, as its page sent it. Bytes are base64url, as WebAuthn's JSON form has them. */
export interface NewCredential {
  readonly id: string
  readonly clientDataJSON: string
  readonly attestationObject: string
}

/** What the passkey was to be made for. */
export interface PasskeyCeremony {
  /** What the challenge is about: the person, and a nonce. */
  readonly bytes: Uint8Array
  /** Seconds since 1970. */
  readonly iat: number
  readonly hubId: string
  readonly rpId: string
  readonly origin: string
}

/** A verified passkey. */
export interface VerifiedPasskey {
  readonly kid: string
  readonly credential: string
  readonly jwk: PasskeyJwk
  readonly counter: number
  readonly synced: boolean
}

const algorithms = { es256: -7, eddsa: -8, rs256: -257 } as const

/** Verifies a registration (WebAuthn, section 7.1). Who made the device is not asked: the officials vouch, not the maker. */
export async function verifyRegistration(
  { id, clientDataJSON, attestationObject }: NewCredential,
  { bytes, iat, hubId, rpId, origin }: PasskeyCeremony,
): Promise<Outcome<VerifiedPasskey>> {
  // Loaded when somebody first registers one: nobody pays for what nobody uses.
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: passkeyChallenge(bytes, { typ: 'corridor-passkey', aud: hubId, iat }),
      ...{ expectedOrigin: origin, expectedRPID: rpId, requireUserVerification: true },
      supportedAlgorithmIDs: Object.values(algorithms),
    })
    const jwk = registrationInfo && (await jwkOf(registrationInfo.credential.publicKey))
    if (jwk !== undefined && registrationInfo !== undefined) {
      const { credential, credentialBackedUp: synced } = registrationInfo
      const kid = await passkeyThumbprint(jwk)
      return accept({ kid, credential: credential.id, jwk, counter: credential.counter, synced })
    }
  } catch {
    // The library throws on every misfit; which one it was helps nobody but who tries.
  }
  return refuse('PASSKEY_WRONG', 'what the browser sent is no new passkey for this page')
}

/** A COSE key (RFC 9053) as JWK; undefined for kinds that are not taken. */
async function jwkOf(cose: Uint8Array): Promise<PasskeyJwk | undefined> {
  const { decodeCredentialPublicKey } = await import('@simplewebauthn/server/helpers')
  const key: ReadonlyMap<number, unknown> = new Map(
    decodeCredentialPublicKey(Uint8Array.from(cose)) as unknown as Map<number, unknown>,
  )
  const part = (label: number): string => {
    const value = key.get(label)
    return value instanceof Uint8Array ? Buffer.from(value).toString('base64url') : ''
  }
  switch (key.get(3)) {
    case algorithms.es256:
      return { kty: 'EC', crv: 'P-256', x: part(-2), y: part(-3) }
    case algorithms.eddsa:
      return { kty: 'OKP', crv: 'Ed25519', x: part(-2) }
    case algorithms.rs256:
      return { kty: 'RSA', n: part(-1), e: part(-2) }
    default:
      return undefined
  }
}

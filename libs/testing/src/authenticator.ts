// SPDX-License-Identifier: Apache-2.0
import {
  createHash,
  generateKeyPairSync,
  randomBytes,
  sign,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto'

/** The signature algorithms that authenticators use. */
export type AuthenticatorAlgorithm = 'ES256' | 'RS256' | 'Ed25519'

/** What the browser and the authenticator are asked for; each member can be another than a good one would give. */
export interface Ceremony {
  /** base64url. */
  readonly challenge: string
  readonly origin: string
  readonly rpId: string
  /** False where nobody was asked for a PIN, finger or face. */
  readonly verifies?: boolean
  readonly type?: string
  readonly crossOrigin?: boolean
}

/** An assertion as bytes (WebAuthn, section 5.2.2). */
export interface MadeAssertion {
  readonly authenticatorData: Buffer
  readonly clientDataJSON: Buffer
  readonly signature: Buffer
}

/** What a browser gives after `navigator.credentials.create`, as JSON (WebAuthn, section 5.1). */
export interface MadeCredential {
  readonly id: string
  readonly clientDataJSON: string
  readonly attestationObject: string
}

/** A software authenticator: real keys and real signatures, and no screen. */
export interface Authenticator {
  readonly id: string
  readonly publicJwk: JsonWebKey
  /** Makes the credential known to a hub. */
  create(ceremony: Ceremony): MadeCredential
  /** Signs a challenge. Counts one further each time, where it counts. */
  get(ceremony: Ceremony): MadeAssertion
  /** A copy of the device as it is now: from here on both count for themselves. */
  copy(): Authenticator
}

interface Device {
  readonly id: Buffer
  readonly algorithm: AuthenticatorAlgorithm
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

/** A new authenticator with one credential. `counts` false: the counter stays 0, as in passkeys that are kept in step by a cloud. */
export function newAuthenticator({
  algorithm = 'ES256',
  counts = true,
}: { readonly algorithm?: AuthenticatorAlgorithm; readonly counts?: boolean } = {}): Authenticator {
  const keys = keysOf(algorithm)
  return authenticatorOf({ id: randomBytes(20), algorithm, ...keys }, counts ? 1 : null)
}

function keysOf(algorithm: AuthenticatorAlgorithm) {
  switch (algorithm) {
    case 'ES256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    case 'RS256':
      return generateKeyPairSync('rsa', { modulusLength: 2_048 })
    case 'Ed25519':
      return generateKeyPairSync('ed25519')
  }
}

function authenticatorOf(device: Device, first: number | null): Authenticator {
  // Changed by get alone, which every use goes through.
  let counter = first
  const { id, algorithm, privateKey, publicKey } = device
  return {
    id: id.toString('base64url'),
    publicJwk: publicKey.export({ format: 'jwk' }),
    create: (ceremony) => {
      const authData = Buffer.concat([
        dataOf(ceremony, { flags: 0x40, counter: 0 }),
        Buffer.alloc(16),
        Buffer.from([id.length >> 8, id.length & 0xff]),
        id,
        coseOf(publicKey, algorithm),
      ])
      const attestation = cborMap([
        [cborText('fmt'), cborText('none')],
        [cborText('attStmt'), cborMap([])],
        [cborText('authData'), cborBytes(authData)],
      ])
      return {
        id: id.toString('base64url'),
        clientDataJSON: clientData('webauthn.create', ceremony).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      }
    },
    get: (ceremony) => {
      if (counter !== null) counter += 1
      const authenticatorData = dataOf(ceremony, { flags: 0, counter: counter ?? 0 })
      const clientDataJSON = clientData('webauthn.get', ceremony)
      const hash = createHash('sha256').update(clientDataJSON).digest()
      const signed = Buffer.concat([authenticatorData, hash])
      const signature = sign(algorithm === 'Ed25519' ? null : 'sha256', signed, privateKey)
      return { authenticatorData, clientDataJSON, signature }
    },
    copy: () => authenticatorOf(device, counter),
  }
}

function clientData(type: string, { challenge, origin, ...ceremony }: Ceremony): Buffer {
  const crossOrigin = ceremony.crossOrigin ?? false
  const told = { type: ceremony.type ?? type, challenge, origin, crossOrigin }
  return Buffer.from(JSON.stringify(told))
}

function dataOf(
  { rpId, verifies = true }: Ceremony,
  { flags, counter }: { readonly flags: number; readonly counter: number },
): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  const all = flags | 0x01 | (verifies ? 0x04 : 0)
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([all]), count])
}

// COSE keys (RFC 9053), written by hand: the few forms that authenticators make.
function coseOf(publicKey: KeyObject, algorithm: AuthenticatorAlgorithm): Buffer {
  const jwk = publicKey.export({ format: 'jwk' })
  const bytes = (part: string | undefined) => cborBytes(Buffer.from(part ?? '', 'base64url'))
  const entry = (label: number, value: Buffer) => [cborInteger(label), value] as const
  switch (algorithm) {
    case 'ES256':
      return cborMap([
        entry(1, cborInteger(2)),
        entry(3, cborInteger(-7)),
        entry(-1, cborInteger(1)),
        entry(-2, bytes(jwk.x)),
        entry(-3, bytes(jwk.y)),
      ])
    case 'RS256':
      return cborMap([
        entry(1, cborInteger(3)),
        entry(3, cborInteger(-257)),
        entry(-1, bytes(jwk.n)),
        entry(-2, bytes(jwk.e)),
      ])
    case 'Ed25519':
      return cborMap([
        entry(1, cborInteger(1)),
        entry(3, cborInteger(-8)),
        entry(-1, cborInteger(6)),
        entry(-2, bytes(jwk.x)),
      ])
  }
}

function cborHead(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 0xff])
}

function cborInteger(value: number): Buffer {
  return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value)
}

function cborText(text: string): Buffer {
  return Buffer.concat([cborHead(3, Buffer.byteLength(text)), Buffer.from(text)])
}

function cborBytes(bytes: Buffer): Buffer {
  return Buffer.concat([cborHead(2, bytes.length), bytes])
}

function cborMap(entries: readonly (readonly [Buffer, Buffer])[]): Buffer {
  return Buffer.concat([cborHead(5, entries.length), ...entries.flat()])
}

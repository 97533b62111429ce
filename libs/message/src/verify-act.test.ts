// SPDX-License-Identifier: Apache-2.0
import { newAuthenticator, type Authenticator, type Ceremony } from '@corridor/testing'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { isoBase64URL } from '@simplewebauthn/server/helpers'
import { newSigningKey, signerOf } from './keys'
import { passkeyThumbprint, type PasskeyJwk, type PasskeyRecord } from './passkey/passkey'
import {
  passkeyChallenge,
  readPasskeySignature,
  writePasskeySignature,
} from './passkey/passkey-signature'
import { seal } from './seal'
import { actKeyIdOf, decideCounter, verifyAct, type ActExpectation } from './verify-act'

const at = new Date('2026-11-26T09:00:00Z')
const iat = at.getTime() / 1_000 - 20
const place = { rpId: 'hub.example', origin: 'https://hub.example' }
const purpose = { typ: 'corridor-agreement-act', aud: 'hub' } as const
const bytes = Buffer.from('{"act":"suspend"}')

async function recordOf(device: Authenticator, change: Partial<PasskeyRecord> = {}) {
  const jwk = device.publicJwk as PasskeyJwk
  const kid = await passkeyThumbprint(jwk)
  const life = { validFrom: '2026-11-01T00:00:00Z', revokedFrom: null }
  return { kid, participant: 'BE', person: 'anna', jwk, ...place, ...life, ...change }
}

function signedBy(device: Authenticator, kid: string, change: Partial<Ceremony> = {}): string {
  const challenge = passkeyChallenge(bytes, { ...purpose, iat })
  const assertion = device.get({ challenge, ...place, ...change })
  return writePasskeySignature({ ...purpose, iat, kid, assertion })
}

const expecting = (key: PasskeyRecord, change: Partial<ActExpectation> = {}): ActExpectation => ({
  ...{ ...purpose, at, key: { with: 'passkey', key } },
  ...change,
})

async function codeOf(signature: string, expected: ActExpectation, signed: Uint8Array = bytes) {
  const verified = await verifyAct({ bytes: signed, signature }, expected)
  return verified.ok ? 'verified' : verified.refusal.code
}

describe('an act that was signed with a passkey', () => {
  it.each(['ES256', 'RS256', 'Ed25519'] as const)('verifies: %s', async (algorithm) => {
    const device = newAuthenticator({ algorithm })
    const key = await recordOf(device)
    const signature = signedBy(device, key.kid)
    expect(actKeyIdOf(signature)).toEqual({ with: 'passkey', kid: key.kid })
    expect(await verifyAct({ bytes, signature }, expecting(key))).toMatchObject({
      ok: true,
      value: { with: 'passkey', kid: key.kid, participant: 'BE', person: 'anna', iat, counter: 2 },
    })
  })

  it('serves for no other bytes, purpose or hub', async () => {
    const device = newAuthenticator()
    const key = await recordOf(device)
    const signature = signedBy(device, key.kid)
    const other = Buffer.from('{"act":"resume"}')
    expect(await codeOf(signature, expecting(key), other)).toBe('PASSKEY_OTHER_ACT')
    for (const change of [{ typ: 'corridor-agreement' }, { aud: 'other' }] as const) {
      expect(await codeOf(signature, expecting(key, change))).toBe('SIGNATURE_HEADER_UNEXPECTED')
      // Nor where the header is written anew for them: the challenge binds it.
      const read = readPasskeySignature(signature)
      const forged = writePasskeySignature({ ...(read.ok ? read.value : fail()), ...change })
      expect(await codeOf(forged, expecting(key, change))).toBe('PASSKEY_OTHER_ACT')
    }
  })

  it('is stale five minutes after it was asked for, and its second cannot be moved', async () => {
    const device = newAuthenticator()
    const key = await recordOf(device)
    const signature = signedBy(device, key.kid)
    const late = new Date(at.getTime() + 290_000)
    expect(await codeOf(signature, expecting(key, { at: late }))).toBe('REQUEST_STALE')
    const read = readPasskeySignature(signature)
    const moved = { ...(read.ok ? read.value : fail()), iat: iat + 200 }
    const forged = writePasskeySignature(moved)
    expect(await codeOf(forged, expecting(key, { at: late }))).toBe('PASSKEY_OTHER_ACT')
  })

  it.each<[string, Partial<Ceremony>, string]>([
    ['on a page of another address', { origin: 'https://evil.example' }, 'PASSKEY_OTHER_PLACE'],
    ['on another port', { origin: 'https://hub.example:444' }, 'PASSKEY_OTHER_PLACE'],
    ['in a frame of another', { crossOrigin: true }, 'PASSKEY_OTHER_PLACE'],
    ['for another relying party', { rpId: 'example' }, 'PASSKEY_OTHER_PLACE'],
    ['without asking who it is', { verifies: false }, 'PASSKEY_PERSON_UNVERIFIED'],
    ['as a registration', { type: 'webauthn.create' }, 'PASSKEY_OTHER_ACT'],
    ['over another challenge', { challenge: 'AAAA' }, 'PASSKEY_OTHER_ACT'],
  ])('is refused where it was signed %s', async (_, change, code) => {
    const device = newAuthenticator()
    const key = await recordOf(device)
    expect(await codeOf(signedBy(device, key.kid, change), expecting(key))).toBe(code)
  })

  it('is refused from another passkey, an unknown one, one that was removed or is not good yet', async () => {
    const [device, other] = [newAuthenticator(), newAuthenticator()]
    const key = await recordOf(device)
    expect(await codeOf(signedBy(other, key.kid), expecting(key))).toBe('SIGNATURE_WRONG')
    const theirs = await recordOf(other)
    expect(await codeOf(signedBy(other, theirs.kid), expecting(key))).toBe('KEY_UNKNOWN')
    const removed = await recordOf(device, { revokedFrom: at.toISOString() })
    expect(await codeOf(signedBy(device, key.kid), expecting(removed))).toBe('KEY_REVOKED')
    const later = await recordOf(device, { validFrom: '2026-12-01T00:00:00Z' })
    expect(await codeOf(signedBy(device, key.kid), expecting(later))).toBe('KEY_NOT_YET_VALID')
  })

  it('is refused when any byte of what was kept is altered', async () => {
    const device = newAuthenticator()
    const key = await recordOf(device)
    const read = readPasskeySignature(signedBy(device, key.kid))
    if (!read.ok) throw new Error('could not read what was written')
    const { assertion } = read.value
    for (const part of ['authenticatorData', 'clientDataJSON', 'signature'] as const) {
      for (let i = 0; i < assertion[part].length; i++) {
        const altered = Buffer.from(assertion[part])
        altered[i] = (altered[i] ?? 0) ^ 1
        const forged = { ...read.value, assertion: { ...assertion, [part]: altered } }
        expect(await codeOf(writePasskeySignature(forged), expecting(key))).not.toBe('verified')
      }
    }
  })

  it('has one spelling, and one name whatever the text of the signature', async () => {
    const device = newAuthenticator()
    const key = await recordOf(device)
    const signature = signedBy(device, key.kid)
    for (const spelt of [`${signature}=`, `${signature}.`, signature.replace('..', '.x.')])
      expect(await codeOf(spelt, expecting(key))).toMatch(/^SIGNATURE_MALFORMED$/)
    const read = readPasskeySignature(signature)
    if (!read.ok) throw new Error('could not read what was written')
    // Of (r, s) and (r, n - s) both fit: the second is another text that nobody signed.
    const twin = { ...read.value.assertion, signature: negated(read.value.assertion.signature) }
    const other = writePasskeySignature({ ...read.value, assertion: twin })
    expect(other).not.toBe(signature)
    const [first, second] = await Promise.all(
      [signature, other].map((text) => verifyAct({ bytes, signature: text }, expecting(key))),
    )
    expect(second).toMatchObject({ ok: true })
    expect(second).toEqual(first)
  })

  it('is judged as @simplewebauthn/server judges it', async () => {
    const device = newAuthenticator()
    const key = await recordOf(device)
    const changes: readonly Partial<Ceremony>[] = [
      {},
      { origin: 'https://evil.example' },
      { rpId: 'example' },
      { verifies: false },
      { type: 'webauthn.create' },
      { challenge: 'AAAA' },
    ]
    for (const change of changes) {
      const signature = signedBy(device, key.kid, change)
      const ours = await codeOf(signature, expecting(key))
      expect(ours === 'verified').toBe(await theirVerdict(signature, device))
    }
  })
})

describe('an act that was signed with an office key', () => {
  it('verifies in the same place, and neither kind of key passes for the other', async () => {
    const made = await newSigningKey()
    const life = { validFrom: '2026-01-01T00:00:00Z', validUntil: '2027-01-01T00:00:00Z' }
    const office = { kid: made.kid, participant: 'BE', jwk: made.publicJwk, ...life }
    const key = { with: 'office-key', key: { ...office, revokedFrom: null } } as const
    const { signature } = await seal(bytes, purpose, await signerOf(made.privateJwk))
    expect(actKeyIdOf(signature)).toEqual({ with: 'office-key', kid: made.kid })
    expect(await verifyAct({ bytes, signature }, { ...purpose, at, key })).toMatchObject({
      ok: true,
      value: { with: 'office-key', kid: made.kid, person: null, counter: null },
    })
    // The same Ed25519 key as a passkey: its signature over an act is none of a passkey.
    const passkey = { ...(await recordOf(newAuthenticator())), kid: made.kid, jwk: made.publicJwk }
    expect(await codeOf(signature, expecting(passkey))).toBe('KEY_UNKNOWN')
    const device = newAuthenticator({ algorithm: 'Ed25519' })
    const { kid } = await recordOf(device)
    const asOffice = { with: 'office-key', key: { ...key.key, kid } } as const
    const byDevice = signedBy(device, kid)
    expect(await codeOf(byDevice, { ...purpose, at, key: asOffice })).toBe('KEY_UNKNOWN')
  })

  it('never throws on what a sender can send', async () => {
    const key = await recordOf(newAuthenticator())
    for (const signature of ['', '.', '..', 'e30..e30', `${'A'.repeat(9_000)}..AA`, 'null..null'])
      expect(await codeOf(signature, expecting(key))).toMatch(/^(SIGNATURE|KEY)_/)
  })
})

describe('what a passkey counts', () => {
  it('moves on, or stands at 0 for ever', () => {
    expect(decideCounter(0, 0).ok).toBe(true)
    expect(decideCounter(0, 7).ok).toBe(true)
    expect(decideCounter(7, 8).ok).toBe(true)
    for (const now of [0, 6, 7]) expect(decideCounter(7, now).ok).toBe(false)
  })
})

const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')

function negated(der: Uint8Array): Buffer {
  const bytesOf = Buffer.from(der)
  const lengthOfR = bytesOf.readUInt8(3)
  const r = bytesOf.subarray(2, 4 + lengthOfR)
  const s = BigInt(`0x${bytesOf.subarray(6 + lengthOfR).toString('hex')}`)
  let hex = (order - s).toString(16).padStart(64, '0')
  if (Number.parseInt(hex.slice(0, 2), 16) >= 0x80) hex = `00${hex}`
  while (/^00[0-7]/.test(hex)) hex = hex.slice(2)
  const other = Buffer.concat([Buffer.from([2, hex.length / 2]), Buffer.from(hex, 'hex')])
  return Buffer.concat([Buffer.from([0x30, r.length + other.length]), r, other])
}

async function theirVerdict(signature: string, device: Authenticator): Promise<boolean> {
  const read = readPasskeySignature(signature)
  if (!read.ok) return false
  const { assertion } = read.value
  const text = (part: Uint8Array) => isoBase64URL.fromBuffer(Uint8Array.from(part))
  const registered = device.create({ challenge: 'AAAA', ...place })
  const { decodeAttestationObject, parseAuthenticatorData } =
    await import('@simplewebauthn/server/helpers')
  const attestation = decodeAttestationObject(isoBase64URL.toBuffer(registered.attestationObject))
  const { credentialPublicKey } = parseAuthenticatorData(attestation.get('authData'))
  try {
    const verified = await verifyAuthenticationResponse({
      response: {
        ...{ id: device.id, rawId: device.id, type: 'public-key', clientExtensionResults: {} },
        response: {
          authenticatorData: text(assertion.authenticatorData),
          clientDataJSON: text(assertion.clientDataJSON),
          signature: text(assertion.signature),
        },
      },
      expectedChallenge: passkeyChallenge(bytes, { ...purpose, iat }),
      ...{ expectedOrigin: place.origin, expectedRPID: place.rpId },
      credential: { id: device.id, publicKey: credentialPublicKey ?? new Uint8Array(), counter: 0 },
      requireUserVerification: true,
    })
    return verified.verified
  } catch {
    return false
  }
}

function fail(): never {
  throw new Error('could not read what was written')
}

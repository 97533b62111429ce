// SPDX-License-Identifier: Apache-2.0
// jose is the oracle: what it signs and accepts, we sign and accept, bit for bit.
import fc from 'fast-check'
import { FlattenedSign, flattenedVerify, importJWK } from 'jose'
import { newSigningKey, signerOf, type KeyRecord, type PrivateJwk } from './keys'
import { verify } from './open'
import { protectedHeader, seal, type Sealed } from './seal'

const purpose = { typ: 'corridor-event', aud: 'hub' } as const
const at = new Date('2026-11-24T09:00:00Z')
const valid = { validFrom: '2026-01-01T00:00:00Z', validUntil: '2027-01-01T00:00:00Z' }

describe('a detached signature', () => {
  let privateJwk: PrivateJwk
  let record: KeyRecord

  beforeAll(async () => {
    const made = await newSigningKey()
    privateJwk = made.privateJwk
    record = { kid: made.kid, participant: 'BE', jwk: made.publicJwk, ...valid, revokedFrom: null }
  })

  it('is the one that jose makes', async () => {
    const signer = await signerOf(privateJwk)
    const key = await importJWK({ ...privateJwk }, 'Ed25519')
    const header = protectedHeader(signer.kid, purpose.typ, purpose.aud)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (bytes) => {
        const ours = await seal(bytes, purpose, signer)
        const jws = await new FlattenedSign(bytes)
          .setProtectedHeader({ ...header, crit: ['b64'] })
          .sign(key)
        expect(ours.signature).toBe(`${jws.protected ?? ''}..${jws.signature}`)
      }),
      { numRuns: 50 },
    )
  })

  it('is accepted where jose accepts it, and refused where jose refuses it', async () => {
    const signer = await signerOf(privateJwk)
    const tampering = fc.record({
      bytes: fc.uint8Array({ minLength: 1, maxLength: 300 }),
      place: fc.nat(),
      where: fc.constantFrom('nowhere', 'bytes', 'signature'),
      bit: fc.nat({ max: 7 }),
    })
    await fc.assert(
      fc.asyncProperty(tampering, async ({ bytes, place, where, bit }) => {
        const sealed = await seal(bytes, purpose, signer)
        const altered = alter(sealed, { place, where, bit })
        const ours = await verify(altered, { ...purpose, keyOf: () => record, at })
        expect(ours.ok).toBe(await joseAccepts(altered))
        expect(ours.ok).toBe(where === 'nowhere')
      }),
      { numRuns: 200 },
    )
  })

  async function joseAccepts({ bytes, signature }: Sealed): Promise<boolean> {
    const [head = '', , tail = ''] = signature.split('.')
    const key = await importJWK({ ...record.jwk }, 'Ed25519')
    const jws = { protected: head, payload: bytes, signature: tail }
    return flattenedVerify(jws, key, { algorithms: ['Ed25519'] }).then(
      () => true,
      () => false,
    )
  }
})

function alter(
  { bytes, signature }: Sealed,
  { place, where, bit }: { place: number; where: string; bit: number },
): Sealed {
  const flip = (all: Uint8Array): Buffer => {
    const changed = Buffer.from(all)
    changed[place % changed.length]! ^= 1 << bit
    return changed
  }
  if (where === 'nowhere') return { bytes, signature }
  if (where === 'bytes') return { bytes: flip(bytes), signature }
  const [head = '', , tail = ''] = signature.split('.')
  return {
    bytes,
    signature: `${head}..${flip(Buffer.from(tail, 'base64url')).toString('base64url')}`,
  }
}

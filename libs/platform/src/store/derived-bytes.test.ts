// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { sealAtRest, wrapAgain } from './at-rest'
import { openDerived, sealDerived, type MessageKey } from './derived-bytes'
import { storageKeysOf } from './storage-keys'

const line = (): string => randomBytes(32).toString('base64url')
const [older, newer] = [line(), line()]
const keys = storageKeysOf(older)

function messageOf(of: string): MessageKey {
  const { storageKey, wrappedKey } = sealAtRest(keys, of, [Buffer.from('a message')])
  return { storageKey, wrappedKey, of }
}

const message = messageOf('BE sha-256:one')
const figures = Buffer.from('409 moves from BE to DK')

describe('bytes that were made of a message', () => {
  it('come back as they were, also once the storage key was exchanged', () => {
    const both = storageKeysOf(`${newer}\n${older}\n`)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
        const derived = sealDerived(keys, message, bytes)
        const again = { ...message, ...wrapAgain(both, message) }
        for (const under of [message, again])
          expect(openDerived(both, under, derived)).toEqual(Buffer.from(bytes))
      }),
      { numRuns: 50 },
    )
  })

  it('are sealed to the same where they are the same, and share nothing where they are not', () => {
    expect(sealDerived(keys, message, figures)).toEqual(sealDerived(keys, message, figures))
    const other = sealDerived(keys, message, Buffer.from('410 moves from BE to DK'))
    const one = sealDerived(keys, message, figures)
    expect(other.fingerprint).not.toEqual(one.fingerprint)
    expect(other.sealed.subarray(16, 20)).not.toEqual(one.sealed.subarray(16, 20))
  })

  it('are known by nothing that could be tried without the key of their own message', () => {
    const other = messageOf('BE sha-256:one')
    const one = sealDerived(keys, message, figures)
    const same = sealDerived(keys, other, figures)
    expect(same.fingerprint).not.toEqual(one.fingerprint)
    for (const under of [other, { ...message, of: 'DK sha-256:one' }])
      expect(() => openDerived(keys, under, one)).toThrow('not the bytes that were stored')
  })

  it('that one bit was changed of do not open', () => {
    const { fingerprint, sealed } = sealDerived(keys, message, figures)
    fc.assert(
      fc.property(fc.nat({ max: sealed.length * 8 - 1 }), (bit) => {
        const bytes = Buffer.from(sealed)
        bytes[bit >> 3]! ^= 1 << (bit & 7)
        expect(() => openDerived(keys, message, { fingerprint, sealed: bytes })).toThrow(
          'not the bytes that were stored',
        )
      }),
    )
  })
})

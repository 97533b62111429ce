// SPDX-License-Identifier: Apache-2.0
import { createAccount, createUser, fromPublic, fromSeed } from '@nats-io/nkeys'
import { newNkeySeed, nkeyOf, nkeySigned } from './nkey'

const nonce = Buffer.from('what the server asks to be signed')

describe('a key of the broker', () => {
  it('is the one that the library of NATS makes of the same seed', () => {
    for (const pair of [createUser(), createAccount()]) {
      const key = nkeyOf(Buffer.from(pair.getSeed()).toString())
      expect(key.publicKey).toBe(pair.getPublicKey())
      expect(Buffer.from(key.sign(nonce))).toEqual(Buffer.from(pair.sign(nonce)))
    }
  })

  it('is known to that library, when it is new', () => {
    for (const kind of ['user', 'account'] as const) {
      const seed = newNkeySeed(kind)
      const { publicKey, sign } = nkeyOf(seed)
      expect(fromSeed(Buffer.from(seed)).getPublicKey()).toBe(publicKey)
      expect(fromPublic(publicKey).verify(nonce, sign(nonce))).toBe(true)
    }
    expect(newNkeySeed('user')).not.toBe(newNkeySeed('user'))
  })

  it('has signed what it signed, and nothing else', () => {
    const [mine, other] = [nkeyOf(newNkeySeed('user')), nkeyOf(newNkeySeed('user'))]
    const signature = mine.sign(nonce)
    expect(nkeySigned(mine.publicKey, nonce, signature)).toBe(true)
    expect(nkeySigned(other.publicKey, nonce, signature)).toBe(false)
    expect(nkeySigned(mine.publicKey, Buffer.from('another nonce'), signature)).toBe(false)
    expect(nkeySigned(mine.publicKey, nonce, signature.subarray(1))).toBe(false)
    expect(nkeySigned(mine.publicKey, nonce, new Uint8Array())).toBe(false)
  })

  it('signs in nobody where it is no key of a user, or is written in another way', () => {
    const account = nkeyOf(newNkeySeed('account'))
    const user = nkeyOf(newNkeySeed('user'))
    expect(nkeySigned(account.publicKey, nonce, account.sign(nonce))).toBe(false)
    const { publicKey } = user
    const last = publicKey.endsWith('A') ? 'B' : 'A'
    const otherwise = [publicKey.toLowerCase(), `${publicKey}A`, publicKey.slice(0, -1)]
    for (const text of [...otherwise, publicKey.slice(0, -1) + last, 'UÄ', ''])
      expect(nkeySigned(text, nonce, user.sign(nonce))).toBe(false)
  })

  it('is not read from a text that is no seed', () => {
    const { publicKey } = nkeyOf(newNkeySeed('user'))
    for (const text of [publicKey, '', 'SU', newNkeySeed('user').slice(0, -2)])
      expect(() => nkeyOf(text)).toThrow('could not read the seed of a key of the broker')
  })
})

// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { openAtRest, sealAtRest, wrapAgain, type AtRest, type SealedPart } from './at-rest'
import { storageKeysOf } from './storage-keys'

const line = (): string => randomBytes(32).toString('base64url')
const [older, newer] = [line(), line()]
const keys = storageKeysOf(older)
const of = 'BE sha-256:one'

function part(atRest: AtRest, number: number): SealedPart {
  const { storageKey, wrappedKey, parts } = atRest
  return { storageKey, wrappedKey, of, part: number, bytes: parts[number]! }
}

describe('the parts of a message at rest', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 5_000 }), { minLength: 1 }), (parts) => {
        const atRest = sealAtRest(keys, of, parts)
        for (const [i, bytes] of parts.entries())
          expect(openAtRest(keys, part(atRest, i))).toEqual(Buffer.from(bytes))
      }),
      { numRuns: 50 },
    )
  })

  it('show nothing of their text', () => {
    const { parts } = sealAtRest(keys, of, [Buffer.from('409 moves from BE to DK')])
    expect(parts[0]!.toString('latin1')).not.toContain('moves')
  })

  it('of the same bytes are never the same twice', () => {
    const [one, two] = [1, 2].map(() => sealAtRest(keys, of, [Buffer.from('the same')]))
    expect(one!.parts[0]).not.toEqual(two!.parts[0])
  })

  it('open nowhere but in their own message and place', () => {
    const atRest = sealAtRest(keys, of, [Buffer.from('one'), Buffer.from('two')])
    const moved = [
      { ...part(atRest, 0), of: 'DK sha-256:one' },
      { ...part(atRest, 0), part: 1 },
      { ...part(atRest, 0), bytes: atRest.parts[1]! },
    ]
    for (const one of moved)
      expect(() => openAtRest(keys, one)).toThrow('not the bytes that were stored')
  })

  it('that one bit was changed of do not open', () => {
    const sealed = part(sealAtRest(keys, of, [Buffer.from('figures')]), 0)
    fc.assert(
      fc.property(fc.nat({ max: sealed.bytes.length * 8 - 1 }), (bit) => {
        const bytes = Buffer.from(sealed.bytes)
        bytes[bit >> 3]! ^= 1 << (bit & 7)
        expect(() => openAtRest(keys, { ...sealed, bytes })).toThrow('could not open')
      }),
    )
  })

  it('do not open without the key that they are under, and say which', () => {
    const sealed = part(sealAtRest(keys, of, [Buffer.from('figures')]), 0)
    expect(() => openAtRest(storageKeysOf(newer), sealed)).toThrow(keys.current.id)
  })

  it('go under a newer key without being written again', () => {
    const sealed = part(sealAtRest(keys, of, [Buffer.from('figures')]), 0)
    const exchanged = wrapAgain(storageKeysOf(`${newer}\n${older}\n`), sealed)
    const opened = openAtRest(storageKeysOf(newer), { ...sealed, ...exchanged })
    expect(opened.toString()).toBe('figures')
  })
})

describe('a file of storage keys', () => {
  it('wraps with its first key and opens with each', () => {
    const both = storageKeysOf(`${newer}\n${older}\n`)
    expect(both.current.id).toBe(storageKeysOf(newer).current.id)
    expect([...both.byId.keys()]).toEqual([both.current.id, keys.current.id])
  })

  it.each([
    ['nothing', '', 'no key in it'],
    ['a key that is too short', 'AAAA', 'storage.key, line 1'],
    ['a key in another spelling', `${older}=`, 'storage.key, line 1'],
  ])('is refused where it holds %s', (_what, text, sentence) => {
    expect(() => storageKeysOf(text)).toThrow(sentence)
  })
})

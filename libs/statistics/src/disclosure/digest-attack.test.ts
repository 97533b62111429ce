// SPDX-License-Identifier: Apache-2.0
// Whoever holds a digest can try all values against it: small counts are few. Commitments are salted with 128 random bits.
import { digestOf, eventBytes } from '@corridor/message'

const event = {
  id: 'a7d1c1f0-1111-4222-8333-444455556666',
  source: 'urn:corridor:participant:BE',
  type: 'corridor.submission.v1',
  time: new Date('2026-02-01T10:00:00Z'),
  contract: { name: 'migration-flow', version: '1.2.0' },
} as const
const dataOf = (value: number): object => ({ rows: 1, sex: 'F', value })
const tried = Array.from({ length: 5000 }, (_, value) => value)

describe('trying all values against a digest', () => {
  it('finds the figure where there is no salt', () => {
    const bare = (value: number): string => digestOf(Buffer.from(JSON.stringify(dataOf(value))))
    expect(tried.filter((value) => bare(value) === bare(3))).toEqual([3])
  })

  it('finds it in a message too, for whoever knows its salt', () => {
    const salt = 'AAAAAAAAAAAAAAAAAAAAAA'
    const digest = digestOf(eventBytes({ ...event, salt, data: dataOf(3) }))
    const found = tried.filter(
      (value) => digestOf(eventBytes({ ...event, salt, data: dataOf(value) })) === digest,
    )
    expect(found).toEqual([3])
  })

  it('finds nothing in a salted commitment, whatever salts are tried', () => {
    const digest = digestOf(eventBytes({ ...event, data: dataOf(3) }))
    expect(
      tried.some((value) => digestOf(eventBytes({ ...event, data: dataOf(value) })) === digest),
    ).toBe(false)
    // 2^128 salts: the value that is known for certain is not found either.
    expect(tried.some(() => digestOf(eventBytes({ ...event, data: dataOf(3) })) === digest)).toBe(
      false,
    )
  })
})

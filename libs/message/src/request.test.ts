// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { requestBytes, type SignedRequest } from './request'

const request: SignedRequest = {
  method: 'POST',
  target: '/api/agreements?dry=1',
  date: '2026-11-23T09:12:00Z',
  nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
  body: Buffer.from('{}'),
}
const textOf = (change: Partial<SignedRequest> = {}): string =>
  Buffer.from(requestBytes({ ...request, ...change })).toString()

describe('what is signed of a request', () => {
  it('is a line for method and target, the instant, the nonce and the digest of the body', () => {
    expect(textOf()).toBe(
      'POST /api/agreements?dry=1\n2026-11-23T09:12:00Z\nAAAAAAAAAAAAAAAAAAAAAA\n' +
        'sha-256:RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq_4o\n',
    )
  })

  it('is the same however the method is written', () => {
    expect(textOf({ method: 'post' })).toBe(textOf())
  })

  it.each<[string, Partial<SignedRequest>]>([
    ['method', { method: 'PUT' }],
    ['path', { target: '/api/agreements/BE-DK-2026?dry=1' }],
    ['query', { target: '/api/agreements?dry=0' }],
    ['instant', { date: '2026-11-23T09:12:01Z' }],
    ['nonce', { nonce: 'BAAAAAAAAAAAAAAAAAAAAA' }],
    ['body', { body: Buffer.from('{ }') }],
  ])('changes with the %s', (_, change) => {
    expect(textOf(change)).not.toBe(textOf())
  })

  it('is different for any two requests, as long as no line break stands in a line', () => {
    const word = fc.stringMatching(/^[!-~]{1,8}$/)
    const someRequest = fc.record({
      method: fc.constantFrom('GET', 'POST', 'PUT'),
      target: word.map((path) => `/${path}`),
      date: word,
      nonce: word,
      body: fc.uint8Array({ maxLength: 4 }),
    })
    fc.assert(
      fc.property(someRequest, someRequest, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other)
        expect(textOf(one) === textOf(other)).toBe(same)
      }),
    )
  })
})

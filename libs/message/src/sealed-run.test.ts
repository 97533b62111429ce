// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { partsOfRun } from './sealed-run'

const texts = (outcome: ReturnType<typeof partsOfRun>): readonly string[] | string =>
  outcome.ok
    ? outcome.value.map(({ bytes, signature }) => `${Buffer.from(bytes).toString()} ${signature}`)
    : outcome.refusal.code

describe('statements that travel together', () => {
  it('come apart as they were, each with its signature', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (all) => {
        const bodies = all.map((text) => Buffer.from(text))
        const run = {
          bytes: Buffer.concat(bodies),
          signatures: all.map((_, i) => String(i)),
          lengths: bodies.map(({ length }) => length).join(),
        }
        expect(texts(partsOfRun(run))).toEqual(all.map((text, i) => `${text} ${String(i)}`))
      }),
    )
  })

  it('are the whole message where it names no lengths', () => {
    const alone = { bytes: Buffer.from('one'), signatures: ['a'], lengths: '' }
    expect(texts(partsOfRun(alone))).toEqual(['one a'])
    expect(texts(partsOfRun({ ...alone, signatures: [] }))).toEqual(['one '])
  })

  it.each(['3', '3,4', '3,6', '8', '3,5,1', '4,4,0', '03,5', '3, 5', '-1,9', '3,5,', 'x'])(
    'are refused under the lengths %p',
    (lengths) => {
      const bytes = Buffer.from('onethree')
      expect(texts(partsOfRun({ bytes, signatures: ['a', 'b'], lengths }))).toBe(
        'SIGNATURE_MALFORMED',
      )
    },
  )
})

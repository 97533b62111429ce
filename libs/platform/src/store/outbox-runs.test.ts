// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { fact, statement } from './told'
import { outboxRuns } from './outbox-runs'

const receipt = (participant: string, text: string) =>
  statement(participant, 'receipt', Buffer.from(text))

describe('rows of the outbox', () => {
  it('hold facts under one subject together, and receipts for one participant', () => {
    const runs = outboxRuns([
      ...[fact('intake.recorded.v1', { n: 1 }), fact('intake.recorded.v1', { n: 2 })],
      ...[receipt('BE', 'one'), receipt('BE', 'three'), receipt('DK', 'two')],
    ])
    expect(
      runs.map(({ subject, count, body, lengths }) => [subject, count, body.toString(), lengths]),
    ).toEqual([
      ['intake.recorded.v1', 2, '[{"n":1},{"n":2}]', null],
      ['corridor.out.BE.receipt', 2, 'onethree', [3, 5]],
      ['corridor.out.DK.receipt', 1, 'two', null],
    ])
  })

  it('keep deliveries apart, which other tables name by position', () => {
    const delivery = statement('BE', 'delivery', Buffer.from('d'))
    expect(outboxRuns([delivery, delivery]).map(({ count }) => count)).toEqual([1, 1])
  })

  it('stay small: a run ends at 512 or at 256 KiB', () => {
    const small = Array.from({ length: 600 }, () => fact('intake.recorded.v1', {}))
    expect(outboxRuns(small).map(({ count }) => count)).toEqual([512, 88])
    const large = Array.from({ length: 3 }, () => receipt('BE', 'x'.repeat(100_000)))
    expect(outboxRuns(large).map(({ count }) => count)).toEqual([2, 1])
  })

  it('lose nothing and keep the order', () => {
    const one = fc.oneof(
      fc.record({ n: fc.nat() }).map((body) => fact('a.b.v1', body)),
      fc.constantFrom('BE', 'DK').chain((to) => fc.string().map((text) => receipt(to, text))),
    )
    fc.assert(
      fc.property(fc.array(one), (told) => {
        const apart = outboxRuns(told).flatMap(({ typ, body, lengths }) => {
          if (typ === null)
            return [JSON.parse(body.toString())].flat().map((n) => JSON.stringify(n))
          let start = 0
          return (lengths ?? [body.length]).map((length) =>
            body.subarray(start, (start += length)).toString(),
          )
        })
        expect(apart).toEqual(
          told.map((each) =>
            each.kind === 'fact' ? JSON.stringify(each.body) : Buffer.from(each.bytes).toString(),
          ),
        )
      }),
    )
  })
})

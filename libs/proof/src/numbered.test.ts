// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { followNumbers, numberGaps, type Numbered, type NumberedRun } from './numbered'

const digest = (number: number): string => `sha-256:${String(number)}`
const statement = (number: number, change: Partial<Numbered> = {}): Numbered => ({
  number,
  previous: number === 1 ? null : digest(number - 1),
  digest: digest(number),
  withdrawn: [],
  ...change,
})

function follow(...statements: readonly Numbered[]): {
  runs: readonly NumberedRun[]
  broken: readonly number[]
} {
  return statements.reduce<{ runs: readonly NumberedRun[]; broken: readonly number[] }>(
    ({ runs, broken }, one) => {
      const next = followNumbers(runs, one)
      return {
        runs: next.runs,
        broken: next.brokenAt === null ? broken : [...broken, next.brokenAt],
      }
    },
    { runs: [], broken: [] },
  )
}

describe('numbered statements', () => {
  it('are one run in whatever order they come, however often', () => {
    const orders = fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(orders, fc.array(fc.integer({ min: 1, max: 6 })), (order, again) => {
        const { runs, broken } = follow(...[...order, ...again].map((n) => statement(n)))
        expect(runs).toEqual([{ first: 1, previous: null, last: 6, digest: digest(6) }])
        expect(broken).toEqual([])
        expect(numberGaps(runs)).toEqual([])
      }),
    )
  })

  it('show which are missing', () => {
    const { runs, broken } = follow(statement(2), statement(5), statement(6), statement(9))
    expect(broken).toEqual([])
    expect(numberGaps(runs)).toEqual([
      { first: 1, last: 1 },
      { first: 3, last: 4 },
      { first: 7, last: 8 },
    ])
  })

  it('have no gap where a later note names what was withdrawn, by its digest', () => {
    const note = statement(4, { withdrawn: [{ number: 2, digest: digest(2) }] })
    const { runs, broken } = follow(statement(1), statement(3), note)
    expect(numberGaps(runs)).toEqual([])
    expect(broken).toEqual([])
  })

  it('are broken where a note names another digest than the next statement does', () => {
    const note = statement(4, { withdrawn: [{ number: 2, digest: 'sha-256:other' }] })
    expect(follow(statement(1), statement(3), note).broken).toEqual([3])
  })

  it('are broken where one was replaced, left out and renumbered, or swapped', () => {
    expect(follow(statement(1, { digest: 'sha-256:other' }), statement(2)).broken).toEqual([2])
    const renumbered = statement(2, { digest: digest(3), previous: digest(2) })
    expect(follow(statement(1), renumbered).broken).toEqual([2])
    expect(follow(statement(1), statement(1, { digest: 'sha-256:other' })).broken).toEqual([1])
  })
})

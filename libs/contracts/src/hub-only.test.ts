// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { addCellKeys, cellKeyRange } from './cell-key'
import { addContributions, contributionsOf } from './contributions'
import { hubOnlyColumns, toldColumns, withoutHubOnly } from './hub-only'
import type { Dataset } from './dataset'
import { statisticalContracts, structure } from './structure'

const key = fc.nat(cellKeyRange - 1)

describe('cell keys', () => {
  const part = fc.record({ value: fc.integer({ min: 1, max: 9 }), cellKey: key })

  it('add up over disjoint cells, in any order and by any way', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 2 }), fc.nat(), (parts, cut) => {
        const whole = addCellKeys(parts)
        const at = cut % parts.length
        const [head, tail] = [parts.slice(0, at), parts.slice(at)].map((some) => ({
          value: some.length,
          cellKey: addCellKeys(some).cellKey ?? null,
        }))
        expect(addCellKeys(parts.toReversed())).toEqual(whole)
        expect(addCellKeys([head!, tail!])).toEqual(whole)
        expect(whole.cellKey).toBeLessThan(cellKeyRange)
      }),
    )
    expect(
      addCellKeys([
        { value: 3, cellKey: cellKeyRange - 1 },
        { value: 1, cellKey: 2 },
      ]),
    ).toEqual({ cellKey: 1 })
  })

  it('are those of nobody where nobody is counted, and unknown where somebody has none', () => {
    const some = { value: 4, cellKey: 7 }
    expect(addCellKeys([some, { value: 0, cellKey: null }])).toEqual({ cellKey: 7 })
    expect(addCellKeys([some, { value: null, valueStatus: 'not-applicable' }])).toEqual({
      cellKey: 7,
    })
    expect(addCellKeys([some, { value: 1, cellKey: null }])).toEqual({ cellKey: null })
    expect(addCellKeys([some, { value: null, valueStatus: 'suppressed' }])).toEqual({
      cellKey: null,
    })
    expect(addCellKeys([{ value: 4 }, { value: 1 }])).toEqual({})
  })
})

describe('contributions to a sum', () => {
  // Employers with what each has in each part: the same one may be in several.
  const employers = fc.array(fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 12,
  })

  it('are never less than what the largest have, whoever is in which part', () => {
    fc.assert(
      fc.property(employers, fc.integer({ min: 1, max: 5 }), (shares, n) => {
        const parts = [0, 1, 2].map((part) => rowOf(shares.map((one) => one[part] ?? 0)))
        const truth = rowOf(shares.map((one) => one.reduce((sum, share) => sum + share, 0)))
        const reckoned = contributionsOf(addContributions(parts))
        const largest = shares
          .map((one) => one.reduce((sum, share) => sum + share, 0))
          .sort((a, b) => b - a)
          .slice(0, n)
          .reduce((sum, one) => sum + one, 0)
        if (reckoned === undefined) throw new Error('nothing is known')
        expect(reckoned.largest + (n - 1) * reckoned.second).toBeGreaterThanOrEqual(largest)
        expect(reckoned.largest).toBeGreaterThanOrEqual(truth.largestContribution)
        expect(reckoned.contributors).toBeLessThanOrEqual(truth.contributors)
      }),
    )
  })

  it('are unknown where a part that counts something states none', () => {
    const known = rowOf([5, 4, 3])
    const unknown = { contributors: null, largestContribution: null, secondContribution: null }
    expect(addContributions([known, { value: 2 }])).toEqual(unknown)
    expect(addContributions([known, { ...rowOf([2]), secondContribution: null }])).toEqual(unknown)
    expect(addContributions([known, { value: 0 }])).toMatchObject({ contributors: 3 })
    expect(addContributions([{ value: 9 }, { value: 2 }])).toEqual({})
  })
})

function rowOf(shares: readonly number[]) {
  const own = shares.filter((one) => one > 0).sort((a, b) => b - a)
  return {
    value: own.reduce((sum, one) => sum + one, 0),
    contributors: own.length,
    largestContribution: own[0] ?? 0,
    secondContribution: own[1] ?? 0,
  }
}

describe('what is said to the hub alone', () => {
  it.each(statisticalContracts)(
    'is in no told column of %s, and goes out of a dataset with nothing else',
    (contract) => {
      const known = structure(contract)
      if (known === undefined) throw new Error('no structure')
      const own = hubOnlyColumns(known)
      expect(toldColumns(known).filter((name) => own.includes(name))).toEqual([])
      const rest = { rows: 1, value: 3 }
      const dataset = { ...rest, ...Object.fromEntries(own.map((name) => [name, 1])) }
      // Any object with columns will do here.
      const without = withoutHubOnly(dataset as unknown as Dataset, known)
      expect(without).toEqual(rest)
    },
  )

  it('is optional in every contract: who receives figures goes without', () => {
    for (const contract of statisticalContracts) {
      const known = structure(contract)
      const kept = known?.attributes.filter(({ hubOnly }) => hubOnly === true) ?? []
      for (const { required, attachment } of kept)
        expect([required, attachment]).toEqual([undefined, 'observation'])
    }
  })
})

// SPDX-License-Identifier: Apache-2.0
import { bridgesOf } from './bridges'
import { identify } from './identify'
import type { MirrorPair } from './mirror-pair'
import { logLinear } from './log-linear'
import { logRatioOf } from './coverage-factors'

const pairs = (...corridors: readonly string[]): readonly MirrorPair[] =>
  corridors.map((corridor) => {
    const [origin = '', destination = ''] = corridor
    return { origin, destination, outflow: 100, inflow: 90 }
  })

describe('what pairs identify', () => {
  it('is nothing but the figures themselves between two states', () => {
    const { components, fittedExactly, notIdentified } = identify(pairs('AB', 'BA'), 'A')
    expect(components).toHaveLength(2)
    expect(components.map(({ redundancy }) => redundancy)).toEqual([0, 0])
    expect(fittedExactly).toEqual(['A B', 'B A'])
    expect(notIdentified[0]).toContain('the level of origins A and destinations B against A')
  })

  it('is all factors between three', () => {
    const found = identify(pairs('AB', 'BA', 'AC', 'CA', 'BC', 'CB'), 'A')
    expect(found.components).toMatchObject([{ reference: 'A', corridors: 6, redundancy: 1 }])
    expect(found.notIdentified).toEqual([])
  })

  it('is only what pairs tie: groups apart have a reference each, and no ratio between them', () => {
    const two = pairs('AB', 'BA', 'AC', 'CA', 'BC', 'CB', 'XY', 'YX', 'XZ', 'ZX', 'YZ', 'ZY')
    const factors = logLinear(two, { reference: 'A', robust: 'none' })
    expect(factors.identification.components.map(({ reference }) => reference)).toEqual(['A', 'Y'])
    expect(logRatioOf(factors, { origin: 'A', destination: 'Y' })).toBeUndefined()
    expect(logRatioOf(factors, { origin: 'X', destination: 'Y' })).toBeDefined()
  })

  it('leaves out the one corridor of a newcomer, which is fitted exactly', () => {
    const found = identify(pairs('AB', 'BA', 'AC', 'CA', 'BC', 'CB', 'AN'), 'A')
    expect(found.fittedExactly).toEqual(['A N'])
  })
})

describe('bridges', () => {
  it('are the edges that no other way goes round', () => {
    const edges = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['c', 'd'],
      ['d', 'e'],
      ['e', 'f'],
      ['f', 'd'],
    ] as const
    expect([...bridgesOf(edges)]).toEqual([3])
  })
})

// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { cellFilter } from './vintage-filter'
import { recentCells } from './vintage-recent'

/** Keys whose words collide often, so that every path of a search is walked. */
const word = fc.integer({ min: 0, max: 3 })
const key = fc.tuple(word, word, word, word)
const keysOf = (keys: readonly (readonly number[])[]): Uint32Array => Uint32Array.from(keys.flat())

describe('a filter of cells', () => {
  it('knows every cell that it was given', () => {
    const anyKey = fc.array(fc.nat(0xffffffff), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 200 }), (keys) => {
        const filter = cellFilter()
        filter.add(keysOf(keys))
        expect(keys.every((_, row) => filter.mayHave(keysOf(keys), row))).toBe(true)
      }),
    )
  })

  it('takes about one in a hundred of the others for known, and two or three bytes a cell', () => {
    const filter = cellFilter()
    const given = randomKeys(100_000, 1)
    filter.add(given)
    const others = randomKeys(100_000, 2)
    let taken = 0
    for (let row = 0; row < 100_000; row++) if (filter.mayHave(others, row)) taken += 1
    expect(taken).toBeLessThan(2_000)
    expect(filter.bytes()).toBeLessThan(400_000)
  })
})

// xorshift32: digests are as good as random, and a test is to be the same every time.
function randomKeys(count: number, seed: number): Uint32Array {
  let state = seed * 2_654_435_761
  return Uint32Array.from({ length: count * 4 }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state
  })
}

describe('recent cells', () => {
  it('tell the figure of the highest position of each cell, in whatever order datasets come', () => {
    const dataset = fc.record({
      position: fc.nat(50),
      cells: fc.uniqueArray(fc.record({ key, figure: fc.nat(9) }), {
        selector: (one) => one.key.join(),
        maxLength: 40,
      }),
    })
    const datasets = fc.uniqueArray(dataset, { selector: ({ position }) => position })
    fc.assert(
      fc.property(datasets, key, (all, asked) => {
        const recent = recentCells()
        for (const { position, cells } of all)
          recent.take(position, {
            keys: keysOf(cells.map((one) => one.key)),
            figures: Float64Array.from(cells, ({ figure }) => figure),
          })
        const [newest] = all
          .filter(({ cells }) => cells.some((one) => one.key.join() === asked.join()))
          .sort((a, b) => b.position - a.position)
        const figure = newest?.cells.find((one) => one.key.join() === asked.join())?.figure
        expect(recent.figure(keysOf([asked]), 0)).toBe(figure)
      }),
    )
  })

  it('are found again in a table that has grown, and let go once all of them are indexed', () => {
    const recent = recentCells()
    const keys = randomKeys(20_000, 3)
    const figures = Float64Array.from({ length: 20_000 }, (_, row) => row)
    recent.take(7, { keys, figures })
    expect([0, 1, 9_999, 19_999].map((row) => recent.figure(keys, row))).toEqual([
      0, 1, 9_999, 19_999,
    ])
    recent.forget(6)
    expect(recent.size()).toBe(20_000)
    recent.forget(7)
    expect([recent.size(), recent.figure(keys, 0)]).toEqual([0, undefined])
  })
})

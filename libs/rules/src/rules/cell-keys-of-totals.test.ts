// SPDX-License-Identifier: Apache-2.0
import { cellKeyRange } from '@corridor/contracts'
import { foundIn, rowsWith } from '../given'

/** Men and women, and their total, with the keys of each. */
const keyed = (
  cellKey: readonly (number | null)[],
  value: readonly number[] = [40, 7, 0, 47],
): readonly number[] | undefined =>
  rowsWith(
    foundIn({ destination: 'DK', rows: 4, sex: ['M', 'F', '_U', '_T'], value, cellKey }),
    'CELL_KEYS_NOT_SUM',
  )

describe('the cell key of a total', () => {
  it('is the sum of the keys of those that it counts, modulo 2^32', () => {
    expect(keyed([5, 7, null, 12])).toBeUndefined()
    expect(keyed([cellKeyRange - 1, 7, null, 6])).toBeUndefined()
    expect(keyed([5, 7, null, 13])).toEqual([3])
  })

  it('is not asked for where a key is not stated, or the figures are not exactly the sum', () => {
    expect(keyed([5, null, null, 13])).toBeUndefined()
    expect(keyed([5, 7, null, null])).toBeUndefined()
    expect(keyed([5, 7, null, 13], [4_000, 700, 0, 4_701])).toBeUndefined()
  })
})

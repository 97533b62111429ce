// SPDX-License-Identifier: Apache-2.0
import { explanationOf } from './explanation'

const share = { agreement: 'BE-DK-2026', clause: '1' }

describe('what became of rows', () => {
  it('is told together where fate and reason are the same', () => {
    expect(
      explanationOf([
        { row: 1, became: 'left', by: share },
        { row: 2, became: 'stayed', by: [{ ...share, code: 'TOO_FINE' }], code: 'TOO_FINE' },
        { row: 3, became: 'left', by: share },
        { row: 4, became: 'stayed', by: [], code: 'AGREEMENT_NOT_IN_FORCE' },
      ]),
    ).toEqual([
      { became: 'left', by: [share], code: null, rows: 2, first: [1, 3] },
      { became: 'stayed', by: [share], code: 'TOO_FINE', rows: 1, first: [2] },
      { became: 'stayed', by: [], code: 'AGREEMENT_NOT_IN_FORCE', rows: 1, first: [4] },
    ])
  })

  it('names the first ten rows and counts them all', () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({
      ...{ row: i + 1, became: 'left' as const, by: share },
    }))
    expect(explanationOf(rows)).toMatchObject([
      { rows: 30, first: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
    ])
  })
})

// SPDX-License-Identifier: Apache-2.0
import { explanationOf } from './explanation'

const toDenmark = { recipient: 'DK', whole: [] }
const share = { agreement: 'BE-DK-2026', clause: '1' }

describe('what became of rows', () => {
  it('is told together where fate and reason are the same', () => {
    expect(
      explanationOf(
        [
          { row: 1, became: 'left', by: share },
          { row: 2, became: 'stayed', by: [{ ...share, code: 'TOO_FINE' }], code: 'TOO_FINE' },
          { row: 3, became: 'left', by: share },
          { row: 4, became: 'stayed', by: [], code: 'AGREEMENT_NOT_IN_FORCE' },
        ],
        toDenmark,
      ),
    ).toEqual([
      { became: 'left', by: [share], code: null, to: 'DK', rows: 2, first: [1, 3] },
      { became: 'stayed', by: [share], code: 'TOO_FINE', to: null, rows: 1, first: [2] },
      { became: 'stayed', by: [], code: 'AGREEMENT_NOT_IN_FORCE', to: null, rows: 1, first: [4] },
    ])
  })

  it('names the first ten rows and counts them all', () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({
      ...{ row: i + 1, became: 'left' as const, by: share },
    }))
    expect(explanationOf(rows, toDenmark)).toMatchObject([
      { rows: 30, first: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
    ])
  })

  it('for an office says which rows its participant is told, and which the office alone', () => {
    const left = [1, 2].map((row) => ({ row, became: 'left' as const, by: share }))
    const whole = [
      { row: 1, became: 'left' as const, by: share },
      { row: 2, became: 'stayed' as const, by: [], code: 'TOO_FINE' as const },
    ]
    expect(explanationOf(left, { recipient: 'DK-STAT', whole })).toMatchObject([
      { to: 'DK', first: [1] },
      { to: 'DK-STAT', first: [2] },
    ])
  })
})

// SPDX-License-Identifier: Apache-2.0
import { flow } from '../given'
import { judgePart } from './judge-part'

const contract = { name: 'migration-flow', version: '1.1.0' }
const years = ['2013', '2014', '2015', '2016', '2017', '2018']
const rows = (column: object): object => ({ ...flow, rows: 6, period: years, ...column })

describe('figures before they are sealed', () => {
  it('are judged as the hub judges them', () => {
    expect(judgePart({ contract, data: flow }, { sender: 'BE' })).toEqual({
      ok: true,
      found: [],
      data: flow,
    })
    expect(judgePart({ contract, data: flow }, { sender: 'DK' })).toMatchObject({
      refusal: { code: 'REPORTER_NOT_SENDER' },
    })
    expect(judgePart({ contract, data: { ...flow, value: 4.5 } })).toMatchObject({
      refusal: { code: 'CONTENT_WRONG' },
    })
    expect(judgePart({ contract, data: { ...flow, origin: 'DK' } })).toMatchObject({
      refusal: { code: 'DIRECTION_WRONG' },
    })
  })

  it('have every value told that their schema refuses, with all its rows, and what the rules find beside', () => {
    const data = rows({
      period: ['13', '2014', '13', '15', '2017', '2018'],
      destination: ['DK', 'XX', 'DK', 'DK', 'XX', 'DK'],
    })
    const judged = judgePart({ contract, data })
    expect(judged).toMatchObject({ ok: false, refusal: { code: 'CONTENT_WRONG' } })
    expect(judged.found).toMatchObject([
      { code: 'CONTENT_WRONG', column: 'period', value: '13', rows: [0, 2] },
      { code: 'CONTENT_WRONG', column: 'period', value: '15', rows: [3] },
      { code: 'CODE_UNKNOWN', column: 'destination', value: 'XX', rows: [1, 4] },
    ])
  })

  it('have also that told which is wrong in rows that were set aside', () => {
    const data = rows({
      period: ['13', '2014', '2015', '2016', '2017', '2018'],
      sex: ['x', 'M', 'F', 'M', 'F', '_T'],
      destination: ['XX', 'DK', 'DK', 'DK', 'XX', 'DK'],
    })
    expect(judgePart({ contract, data }).found).toMatchObject([
      { code: 'CONTENT_WRONG', column: 'period', value: '13', rows: [0] },
      { code: 'CONTENT_WRONG', column: 'sex', value: 'x', rows: [0] },
      { code: 'CODE_UNKNOWN', column: 'destination', value: 'XX', rows: [0, 4] },
    ])
  })

  it('are told once where one value speaks for all rows', () => {
    const { found } = judgePart({ contract, data: rows({ direction: 'sideways' }) })
    expect(found).toMatchObject([
      { code: 'CONTENT_WRONG', column: 'direction', value: 'sideways', rows: [0, 1, 2, 3, 4, 5] },
    ])
  })

  it.each([
    ['no object', 'text'],
    ['nothing', undefined],
    ['no rows', { ...flow, rows: undefined }],
    ['uneven columns', { ...flow, rows: 3, period: ['13', '14'] }],
    ['an unknown member', { ...flow, extra: 1 }],
  ])('are refused as a whole where they are %s', (_, data) => {
    const judged = judgePart({ contract, data })
    expect(judged).toMatchObject({ ok: false, found: [{ level: 'error', rows: [] }] })
  })

  it('come to an end where every value is wrong', () => {
    const period = Array.from({ length: 5_000 }, (_, row) => `wrong-${String(row)}`)
    const { found } = judgePart({ contract, data: { ...flow, rows: 5_000, period } })
    expect(found.at(-1)?.detail).toBe(
      'more than 500 different values are wrong; correct these, then check again',
    )
  })

  it('may be by a contract that nobody knows', () => {
    const judged = judgePart({ contract: { name: 'nothing', version: '1.0.0' }, data: {} })
    expect(judged).toMatchObject({ ok: false, refusal: { code: 'CONTRACT_UNKNOWN' } })
  })
})

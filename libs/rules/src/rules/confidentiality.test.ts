// SPDX-License-Identifier: Apache-2.0
import { foundIn, rowsWith } from '../given'

const noon = '2026-02-01T12:00:00Z'

describe('an embargo', () => {
  it('says until when', () => {
    const found = foundIn({ confStatus: ['E', 'E'], embargo: [noon, null] })
    expect(rowsWith(found, 'EMBARGO_MISSING')).toEqual([1])
    expect(rowsWith(foundIn({ confStatus: 'E' }), 'EMBARGO_MISSING')).toEqual([0, 1])
    expect(foundIn({ confStatus: 'E', embargo: noon })).toEqual([])
  })

  it('has the status of one', () => {
    const found = foundIn({ confStatus: ['E', 'F'], embargo: noon })
    expect(rowsWith(found, 'EMBARGO_WITHOUT_STATUS')).toEqual([1])
    expect(foundIn({ confStatus: ['E', 'F'], embargo: [noon, null] })).toEqual([])
  })

  it('is not over when the message is made, to the second', () => {
    const over = (at: string) =>
      rowsWith(foundIn({ confStatus: 'E', embargo: noon }, { at: new Date(at) }), 'EMBARGO_OVER')
    expect(over('2026-02-01T11:59:59Z')).toBeUndefined()
    expect(over(noon)).toEqual([0, 1])
  })
})

describe('redistribution', () => {
  it.each(['AGREEMENT', 'PARTNER', 'AGGREGATED', 'NONE'])(
    'of a free figure is not restricted to %s',
    (confRedist) => {
      expect(rowsWith(foundIn({ confRedist }), 'FREE_BUT_RESTRICTED')).toEqual([0, 1])
      expect(foundIn({ confRedist, confStatus: 'C', value: 409 })).toEqual([])
    },
  )

  it.each(['ALL', '_Z'])('of a free figure may be %s', (confRedist) => {
    expect(foundIn({ confRedist })).toEqual([])
  })

  it.each('N C D S A O T G M'.split(' '))('of a figure with status %s is not ALL', (status) => {
    const found = foundIn({ confRedist: ['ALL', 'ALL'], confStatus: [status, 'F'] })
    expect(rowsWith(found, 'CONFIDENTIAL_FOR_ALL')).toEqual([0])
  })

  it('of a figure under embargo may be ALL, for then it is free', () => {
    expect(foundIn({ confRedist: 'ALL', confStatus: 'E', embargo: noon })).toEqual([])
  })
})

describe('a suppressed figure', () => {
  const hidden = { value: [409, null], valueStatus: ['value', 'suppressed'] } as const

  it('is not free', () => {
    expect(rowsWith(foundIn(hidden), 'SUPPRESSED_BUT_FREE')).toEqual([1])
    expect(foundIn({ ...hidden, confStatus: ['F', 'A'] })).toEqual([])
  })

  it('may have been sent as 0 where a zero is confidential or marked as suppressed', () => {
    expect(rowsWith(foundIn({ confStatus: 'A' }), 'CONFIDENTIAL_ZERO')).toEqual([1])
    expect(rowsWith(foundIn({ obsStatus: 'P Q' }), 'CONFIDENTIAL_ZERO')).toEqual([1])
    expect(foundIn({ confStatus: 'N' })).toEqual([])
    expect(foundIn({})).toEqual([])
  })
})

// SPDX-License-Identifier: Apache-2.0
import { between, exactly } from './amount'
import { ages, listed } from './atoms'
import { blockAmount, type BlockCodes, type Figures } from './block-amount'
import { dimensionBlocks } from './dimension-blocks'
import { tableBlocks } from './table-blocks'

const along = (codes: readonly string[], more: Partial<BlockCodes> = {}): BlockCodes => ({
  ...{ codes, whole: false, rest: ['_U'], restIsOpen: false, ...more },
})

describe('figures for a block', () => {
  const figures: Figures = new Map<string, ReturnType<typeof exactly> | 'missing'>([
    ['Y15T24', exactly(7)],
    ['Y25T64', exactly(11)],
    ['Y_GE65', 'missing'],
    ['_U', exactly(2)],
  ])

  it('reach from the known to the known and all that is not known', () => {
    expect(blockAmount(figures, [along(['Y15T24', 'Y25T64'])])).toEqual({
      status: 'complete',
      amount: exactly(18),
      perhaps: 2,
      cells: ['Y15T24', 'Y25T64', '_U'],
    })
  })

  it('of the whole count those whose code is not known', () => {
    expect(blockAmount(figures, [along(['Y15T24', 'Y25T64'], { whole: true })])).toMatchObject({
      amount: exactly(20),
    })
  })

  it('are those of a total as its side gives it, which counts them already', () => {
    const total = new Map([...figures, ['_T', exactly(20)] as const])
    expect(blockAmount(total, [along(['_T'], { whole: true })])).toMatchObject({
      ...{ amount: exactly(20), cells: ['_T'] },
    })
  })

  it('are missing where a part is missing, not smaller', () => {
    expect(blockAmount(figures, [along(['Y25T64', 'Y_GE65'])])).toEqual({
      ...{ status: 'missing', cells: ['Y_GE65'] },
    })
  })

  it('have no end where nobody says how many are not known, and of the whole there are none', () => {
    const unsaid = new Map([...figures, ['_U', 'missing'] as const])
    expect(blockAmount(unsaid, [along(['Y15T24'])])).toMatchObject({
      ...{ amount: exactly(7), perhaps: Infinity },
    })
    const whole = along(['Y15T24', 'Y25T64'], { whole: true })
    expect(blockAmount(unsaid, [whole])).toMatchObject({ status: 'missing', cells: ['_U'] })
  })

  it('tell nothing of what is kept back, but that a sum cannot be made', () => {
    const kept = new Map([...figures, ['_U', 'kept-back'] as const])
    expect(blockAmount(kept, [along(['Y15T24'])])).toMatchObject({ amount: exactly(7), perhaps: 0 })
    const whole = along(['Y15T24', 'Y25T64'], { whole: true })
    expect(blockAmount(kept, [whole])).toMatchObject({ status: 'missing', cells: ['_U'] })
  })

  it('keep the bounds of a part that is hidden', () => {
    const hidden = new Map([...figures, ['Y25T64', between(1, 3)] as const])
    expect(blockAmount(hidden, [along(['Y15T24', 'Y25T64'], { rest: [] })])).toMatchObject({
      amount: { value: null, lower: 8, upper: 10 },
    })
  })
})

describe('figures for a block of two dimensions', () => {
  const figures: Figures = new Map(
    [
      ...[['M.Y15T19', 3] as const, ['F.Y15T19', 4] as const, ['_U.Y15T19', 1] as const],
      ...[['M.Y20T24', 5] as const, ['F.Y20T24', 6] as const, ['M._U', 2] as const],
    ].map(([key, value]) => [key, exactly(value)] as const),
  )
  const bands = along(['Y15T19', 'Y20T24'])

  it('are those of every cell of both', () => {
    expect(blockAmount(figures, [along(['M']), bands])).toMatchObject({
      ...{ amount: exactly(8), perhaps: 3 },
      cells: ['M.Y15T19', 'M.Y20T24', 'M._U', '_U.Y15T19'],
    })
  })

  it('are missing where the rest of a total is open and one of its lines has none', () => {
    const sexes = along(['M', 'F'], { whole: true, restIsOpen: true })
    const of = (codes: readonly string[]) => blockAmount(figures, [sexes, along(codes)])
    expect(of(['Y15T19'])).toMatchObject({ amount: exactly(8), perhaps: 2 })
    expect(of(['Y15T19', 'Y20T24'])).toMatchObject({ status: 'missing' })
  })
})

describe('the blocks of two tables', () => {
  const bandsOf = (origin: readonly string[], destination: readonly string[]) =>
    dimensionBlocks(ages([...origin, ...destination]), { origin, destination })
  const codesOf = (blocks: readonly (readonly { code: string }[])[]) =>
    blocks.map((block) => block.map(({ code }) => code).join('.'))

  it('are named by the side that has a code for them, or by the ages that they reach over', () => {
    expect(bandsOf(['Y15T19', 'Y20T29'], ['Y15T24', 'Y25T29']).map(({ code }) => code)).toEqual([
      'Y15T29',
    ])
    expect(bandsOf(['Y_LT20', 'Y_GE20'], ['_T'])).toMatchObject([{ code: '_T', whole: true }])
  })

  it('are those too that one side gives above the finest', () => {
    const fine = ['Y15T19', 'Y20T24']
    const blocks = bandsOf(fine, [...fine, 'Y15T24'])
    expect(blocks.map(({ code }) => code)).toEqual(['Y15T19', 'Y20T24', 'Y15T24'])
  })

  it('are complete on both sides', () => {
    const sexes = dimensionBlocks(null, { origin: ['M', 'F'], destination: ['M', 'F'] })
    const bands = bandsOf(['Y15T19', 'Y20T24'], ['Y15T24'])
    const fine = ['M.Y15T19', 'M.Y20T24', 'F.Y15T19'].map((key) => key.split('.'))
    const wide = ['M.Y15T24', 'F.Y15T24'].map((key) => key.split('.'))
    const blocks = tableBlocks([sexes, bands], { origin: fine, destination: wide })
    expect(codesOf(blocks)).toEqual(['M.Y15T24'])
  })

  it('join divisions to the section of the other, and all of them to the total', () => {
    const origin = Array.from('ABCDEFGHIJKLMNOPQRSTU')
    const classified = listed('CL_ACTIVITY_ISIC4', [...origin, '_T'])
    expect(dimensionBlocks(classified, { origin, destination: ['_T'] })).toMatchObject([
      { code: '_T', whole: true, origin },
    ])
  })

  it('are none where codes do not add up', () => {
    expect(dimensionBlocks(null, { origin: ['LONG', 'SHORT'], destination: ['_T'] })).toEqual([])
  })
})

// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { allocate, type Link } from './allocate'
import { between, exactly } from './amount'
import { ages, listed } from './atoms'
import { commonGrid } from './common-grid'

const agesOf = (origin: readonly string[], destination: readonly string[]) =>
  commonGrid(ages([...origin, ...destination]), { origin, destination })

describe('the common grid of two breakdowns by age', () => {
  it('has the bands of both where they are the same', () => {
    const bands = ['Y15T24', 'Y25T64', 'Y_GE65']
    expect(agesOf(bands, [...bands].reverse()).blocks).toEqual(
      bands.map((band) => ({ origin: [band], destination: [band], whole: false })),
    )
  })

  it('has the finest bands of which both sides have the ends', () => {
    const { blocks } = agesOf(['Y15T19', 'Y20T24', 'Y25T34'], ['Y15T24', 'Y25T29', 'Y30T34'])
    expect(blocks).toEqual([
      { origin: ['Y15T19', 'Y20T24'], destination: ['Y15T24'], whole: false },
      { origin: ['Y25T34'], destination: ['Y25T29', 'Y30T34'], whole: false },
    ])
  })

  it('joins bands that overlap crosswise', () => {
    const { blocks } = agesOf(['Y15T19', 'Y20T29'], ['Y15T24', 'Y25T29'])
    expect(blocks).toHaveLength(1)
  })

  it('takes the parts for a total where they make it up, and the total where one is not given', () => {
    const whole = ['_T', 'Y_LT15', 'Y_GE15']
    expect(agesOf(whole, whole).blocks).toHaveLength(2)
    expect(agesOf(whole, ['_T', 'Y_LT15']).blocks).toEqual([
      { origin: ['Y_LT15', 'Y_GE15'], destination: ['_T'], whole: true },
    ])
  })

  it('has a whole where it reaches from birth on without end, not where it is all that both give', () => {
    expect(agesOf(['Y15T64'], ['Y15T64']).blocks).toMatchObject([{ whole: false }])
    expect(agesOf(['Y_LT15', 'Y_GE15'], ['_T']).blocks).toMatchObject([{ whole: true }])
  })

  it('has no block for what only one side covers, nor for bands of one side that overlap', () => {
    expect(agesOf(['Y15T24', 'Y25T64'], ['Y15T24'])).toMatchObject({
      blocks: [{ origin: ['Y15T24'], destination: ['Y15T24'] }],
      onlyOrigin: ['Y25T64'],
    })
    expect(agesOf(['Y15T24', 'Y20T29'], ['Y15T29']).blocks).toEqual([])
  })

  it('is the same with the sides swapped, and no block can be split', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 8 })
    const bandsOf = (ends: readonly number[]) =>
      [...ends]
        .sort((a, b) => a - b)
        .flatMap((from, i, all) => {
          const until = all[i + 1]
          return until === undefined ? [] : [`Y${from}T${until - 1}`.replace(/^Y(\d+)T\1$/, 'Y$1')]
        })
    const ended = (ends: readonly number[]) => [0, ...ends, 61]
    fc.assert(
      fc.property(cuts, cuts, (one, other) => {
        const grid = agesOf(bandsOf(ended(one)), bandsOf(ended(other)))
        const swapped = agesOf(bandsOf(ended(other)), bandsOf(ended(one)))
        const sides = grid.blocks.map((b) => `${b.origin.join()} ${b.destination.join()}`)
        const back = swapped.blocks.map((b) => `${b.destination.join()} ${b.origin.join()}`)
        expect(back.sort()).toEqual(sides.sort())
        // Both sides cut at the common ends, and nowhere else do both: as many blocks as there are common stretches.
        const common = new Set(one).size === 0 ? 0 : one.filter((end) => other.includes(end)).length
        expect(grid.blocks).toHaveLength(common + 1)
      }),
    )
  })
})

describe('the common grid by sector', () => {
  it('joins the divisions of one side to the section of the other', () => {
    const origin = ['B', '05', '06', '07', '08', '09'].map((code) =>
      code === 'B' ? 'B' : `B${code}`,
    )
    const codes = { origin, destination: ['A', 'B'] }
    const grid = commonGrid(listed('CL_ACTIVITY_ISIC4', [...origin, 'A', 'B']), codes)
    expect(grid.blocks).toEqual([
      { origin: ['B05', 'B06', 'B07', 'B08', 'B09'], destination: ['B'], whole: false },
    ])
    expect(grid.onlyDestination).toEqual(['A'])
  })

  it('has a whole where all sections are joined', () => {
    const sections = Array.from('ABCDEFGHIJKLMNOPQRSTU')
    const grid = (origin: readonly string[]) =>
      commonGrid(listed('CL_ACTIVITY_ISIC4', [...origin, '_T']), { origin, destination: ['_T'] })
    expect(grid(sections).blocks).toMatchObject([{ whole: true }])
    expect(grid(sections.slice(1)).blocks).toEqual([])
  })

  it('has no block for persons whose sector is not known', () => {
    const codes = ['_T', '_U', 'A', 'B']
    const { blocks } = commonGrid(listed('CL_ACTIVITY_ISIC4', codes), {
      origin: codes,
      destination: codes,
    })
    expect(blocks.flatMap(({ origin }) => origin)).not.toContain('_U')
  })
})

describe('figures carried to another vintage of occupations', () => {
  const links: readonly Link[] = [
    { from: '1110', to: '1111' },
    { from: '1229', to: '1120' },
    { from: '1229', to: '1439' },
    { from: '1229', to: '2112' },
  ]
  const figures = new Map([
    ['1110', exactly(40)],
    ['1229', exactly(90)],
  ])

  it('keep their sum and say how far each may be off', () => {
    const byMajor = allocate(figures, links, (code) => code.slice(0, 1))
    expect(byMajor.get('1')).toMatchObject({ value: 100, lower: 40, upper: 130 })
    expect(byMajor.get('2')).toMatchObject({ value: 30, lower: 0, upper: 90 })
    // A flat prior over three: v·w·(1 − w)·(v + 3)/4.
    expect(byMajor.get('2')?.variance).toBeCloseTo((90 * (1 / 3) * (2 / 3) * 93) / 4, 9)
    expect(byMajor.get('1')?.variance).toBeCloseTo(byMajor.get('2')!.variance, 9)
  })

  it('have no doubt where what was split is joined again', () => {
    const all = allocate(figures, links, () => 'all')
    expect(all.get('all')).toEqual(exactly(130))
  })

  it('have the doubt of chance alone where shares are known', () => {
    const known = links.map((link) => ({ ...link, share: link.from === '1110' ? 1 : 1 / 3 }))
    const [, , , two] = [...allocate(figures, known, (code) => code).values()]
    expect(two?.variance).toBeCloseTo(90 * (1 / 3) * (2 / 3), 9)
  })

  it('have the doubt of the sample that shares come from', () => {
    const sampled = links.map((link) => ({
      ...{ ...link, share: link.from === '1110' ? 1 : 1 / 3 },
      ...(link.from === '1110' ? {} : { sample: 30 }),
    }))
    const two = allocate(figures, sampled, (code) => code.slice(0, 1)).get('2')
    // v·w·(1 − w)·(v + 30)/31.
    expect(two?.variance).toBeCloseTo((90 * (1 / 3) * (2 / 3) * 120) / 31, 9)
  })

  it('have bounds and no value where nobody can tell the shares, and are exact where nothing is split', () => {
    const unknown = links.map((link) => ({ ...link, share: 'unknown' as const }))
    const found = allocate(figures, unknown, (code) => code.slice(0, 1))
    expect(found.get('1')).toEqual({ value: null, lower: 40, upper: 130, variance: 0 })
    expect(found.get('2')).toEqual(between(0, 90))
  })

  it('keep what is only known by its bounds', () => {
    const one = allocate(new Map([['1229', between(1, 3)]]), links, (code) => code.slice(0, 1))
    expect(one.get('1')).toMatchObject({ value: null, lower: 0, upper: 3 })
  })

  it('are not made up for a code without a link', () => {
    expect(() => allocate(new Map([['9999', exactly(1)]]), links, (c) => c)).toThrow(
      'it has no link',
    )
  })
})

// SPDX-License-Identifier: Apache-2.0
import { clausesOf, type KnownAgreement } from '@corridor/policy'
import fc from 'fast-check'
import { codesOf, type CellStatement } from './cell'
import {
  agreement,
  destinationSays,
  grantedBy,
  originSays,
  protectedBy,
  shareFrom,
  toldOf,
  withClauses,
} from './given'
import { nothingLearnt } from './expected'
import type { Pair } from './pair'
import { pairUp as pairUpBy } from './pair-up'

const { terms } = agreement
const pairUp = (known: KnownAgreement, said: readonly CellStatement[]): readonly Pair[] =>
  pairUpBy(known, said, { isGranted: grantedBy(known), expect: nothingLearnt })
const [comparison] = clausesOf(terms, 'reconcile')
const [published] = clausesOf(terms, 'protect')

describe('two statements about one cell', () => {
  it('become a pair with both figures, their definitions and their places in the record', () => {
    const [pair, ...others] = pairUp(agreement, [originSays(409), destinationSays(553)])
    expect(others).toEqual([])
    expect(pair).toMatchObject({
      origin: 'BE',
      destination: 'DK',
      period: '2016',
      originSays: 409,
      destinationSays: 553,
      difference: -144,
      outcome: 'outside',
      originPosition: 3,
      destinationPosition: 5,
    })
  })

  it('are paired whichever comes first', () => {
    const statements = [originSays(409), destinationSays(553)]
    expect(pairUp(agreement, [...statements].reverse())).toEqual(pairUp(agreement, statements))
  })

  it("are judged by the agreement's own tolerance", () => {
    const clauses = terms.enforced.map((clause) =>
      clause.kind === 'reconcile' ? { ...clause, tolerance: { asymmetryPercent: 50 } } : clause,
    )
    expect(pairUp(withClauses(...clauses), [originSays(409), destinationSays(553)])).toMatchObject([
      { outcome: 'within' },
    ])
  })

  it('are not comparable where they count differently', () => {
    const definition = { ...originSays(0).definition, minimumStay: 'P3M' }
    const [pair] = pairUp(agreement, [originSays(409), destinationSays(553, { definition })])
    expect(pair).toMatchObject({ outcome: 'not-comparable', eligibility: 'not-comparable' })
    expect(pair?.reason).toContain('minimum stay')
  })

  it('are not set beside statements about other cells', () => {
    const others = [
      { period: '2015' },
      { origin: 'DK', destination: 'BE', direction: 'outflow', reporter: 'DK' },
    ] as const
    for (const other of others) {
      const pairs = pairUp(agreement, [originSays(409), destinationSays(553, other)])
      expect(pairs.map(({ outcome }) => outcome)).toEqual(['one-sided', 'one-sided'])
    }
  })
})

describe('a statement without its other side', () => {
  it('is a one-sided pair that says which side is silent', () => {
    expect(pairUp(agreement, [originSays(409)])).toMatchObject([
      {
        outcome: 'one-sided',
        originSays: 409,
        destinationSays: null,
        difference: null,
        destinationPosition: null,
        reason: 'the destination gives no figure',
      },
    ])
  })

  it('is one-sided too where the other side has said that it has no figure', () => {
    expect(pairUp(agreement, [originSays(null), destinationSays(553)])).toMatchObject([
      { outcome: 'one-sided', originPosition: 3, reason: 'the origin gives no figure' },
    ])
  })
})

describe('what is not shared', () => {
  it.each<[string, Partial<CellStatement>]>([
    ['its sender keeps it confidential', { confStatus: 'C' }],
    ['it is of a period that no clause names', { period: '2017' }],
    ['it is finer than the clause', { breakdown: 'F._T._T._T._T._T' }],
    ['it is about another corridor', { destination: 'SE' }],
    ['it follows another contract', { contract: 'vacancies' }],
    ['a third state reported it', { reporter: 'SE' }],
  ])('does not enter a comparison: %s', (_, change) => {
    expect(pairUp(agreement, [originSays(409, change)])).toEqual([])
  })

  it("leaves the other side's figure one-sided and is not shown beside it", () => {
    const [pair] = pairUp(agreement, [originSays(409, { confStatus: 'C' }), destinationSays(553)])
    expect(pair).toMatchObject({ outcome: 'one-sided', originSays: null, originPosition: null })
  })

  it('is everything of a side that shares nothing', () => {
    if (comparison === undefined || published === undefined) throw new Error('the terms compare')
    const oneWay = withClauses(shareFrom('DK', 'BE'), published, comparison)
    expect(pairUp(oneWay, [originSays(409)])).toEqual([])
  })
})

describe('figures that are to be protected', () => {
  const rounded = protectedBy({ method: 'random-rounding', base: 3 })
  const out = toldOf(originSays(409), { value: 411, lower: 409, upper: 413 })
  const into = toldOf(destinationSays(553), { value: 552, lower: 550, upper: 554 })

  it('do not enter a comparison as they are', () => {
    expect(pairUp(rounded, [originSays(409), destinationSays(553)])).toEqual([])
  })

  it('enter it as the other side was told, as far as they may be off, and teach nothing', () => {
    expect(pairUp(rounded, [originSays(409), destinationSays(553), into, out])).toMatchObject([
      {
        ...{ originSays: 411, originInterval: { lower: 409, upper: 413 } },
        ...{ destinationSays: 552, destinationInterval: { lower: 550, upper: 554 } },
        ...{ difference: -141, outcome: 'outside', teaches: false },
      },
    ])
    const exact = [toldOf(originSays(409)), toldOf(destinationSays(553))]
    expect(pairUp(rounded, exact)).toMatchObject([{ originSays: 409, teaches: false }])
  })

  it('are hidden where they were told so, and judged by the interval that came with them', () => {
    const hidden = toldOf(originSays(2), { value: null, lower: 0, upper: 42 })
    expect(pairUp(rounded, [hidden, into])).toMatchObject([
      {
        ...{ originSays: null, originInterval: { lower: 0, upper: 42 }, originStatus: 'Q' },
        ...{ difference: null, test: null, outcome: 'outside', matters: true },
      },
    ])
    const unbounded = toldOf(originSays(2), { value: null, lower: 0, upper: null })
    expect(pairUp(rounded, [unbounded, into])).toMatchObject([
      { outcome: 'one-sided', reason: 'the origin gives no figure' },
    ])
  })

  it('do not enter it as they were told where they are told as they are now, nor of whom nothing is granted', () => {
    expect(pairUp(agreement, [out, into])).toEqual([])
    expect(pairUp(agreement, [originSays(409), out])).toMatchObject([{ originSays: 409 }])
    expect(pairUp(rounded, [{ ...out, period: '2017' }])).toEqual([])
  })

  describe('between three', () => {
    const three = {
      ...rounded,
      terms: {
        ...rounded.terms,
        enforced: rounded.terms.enforced.map((clause) =>
          clause.kind === 'share' ? { ...clause, to: ['_PARTIES'] } : clause,
        ),
      },
      standing: { ...rounded.standing, parties: ['BE', 'DK', 'SE'] },
    }
    const toSweden = { ...out, toldTo: 'SE' }

    it('enter where all others were told, of one message', () => {
      expect(pairUp(three, [out])).toEqual([])
      expect(pairUp(three, [out, { ...toSweden, position: 2 }])).toEqual([])
      expect(pairUp(three, [out, toSweden])).toMatchObject([{ originSays: 411 }])
    })

    it('enter by the widest of what was told', () => {
      const hidden = toldOf(originSays(409), { value: null, lower: 380, upper: 410 })
      expect(pairUp(three, [hidden, toSweden])).toMatchObject([
        { originSays: null, originInterval: { lower: 380, upper: 413 } },
      ])
    })
  })
})

describe('an agreement that compares nothing', () => {
  it('pairs nothing', () => {
    const silent = withClauses(shareFrom('BE', 'DK'), shareFrom('DK', 'BE'))
    expect(pairUp(silent, [originSays(409), destinationSays(553)])).toEqual([])
  })
})

const someChange = fc.record({
  reporter: fc.constantFrom('BE', 'DK', 'SE'),
  destination: fc.constantFrom('DK', 'SE'),
  period: fc.constantFrom('2012', '2016', '2017'),
  breakdown: fc.constantFrom('_T._T._T._T._T._T', 'F._T._T._T._T._T'),
  confStatus: fc.constantFrom('F', 'C'),
})

describe('whatever was said', () => {
  it('a pair shows no figure that no clause shares', () => {
    const someStatements = fc.array(
      fc.tuple(someChange, fc.boolean(), fc.integer({ min: 1, max: 9_000 })),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(someStatements, (drawn) => {
        const statements = drawn.map(([change, outwards, value], i) =>
          (outwards ? originSays : destinationSays)(value, { ...change, position: i + 1 }),
        )
        const isGranted = grantedBy(agreement)
        const shared = statements.filter(({ contract, reporter: sender, ...one }) =>
          ['BE', 'DK'].some((recipient) =>
            isGranted(
              { contract, sender, recipient },
              { ...one, ...codesOf({ contract, ...one }), reporter: sender },
            ),
          ),
        )
        const allowed = new Map(shared.map(({ position, value }) => [position, value]))
        for (const pair of pairUp(agreement, statements)) {
          const { originPosition, destinationPosition } = pair
          expect(pair.originSays).toBe(allowed.get(originPosition ?? 0) ?? null)
          expect(pair.destinationSays).toBe(allowed.get(destinationPosition ?? 0) ?? null)
          expect(originPosition ?? destinationPosition).not.toBeNull()
        }
      }),
    )
  })
})

// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import fc from 'fast-check'
import { decideAccess, holds, type AccessRequest, type KnownAgreement } from './decide-access'
import { terms, toBelgium, toDenmark, unprotected } from './given'

const at = new Date('2026-06-01T12:00:00Z')
const request: AccessRequest = { contract: 'migration-flow', sender: 'BE', recipient: 'DK' }
const inForce = (change: Partial<Agreement> = {}): KnownAgreement => ({
  terms: terms(change),
  state: 'in-force',
})

function decisionOn(asked: Partial<AccessRequest>, known: readonly KnownAgreement[], when = at) {
  const decided = decideAccess({ ...request, ...asked }, known, when)
  return 'decision' in decided
    ? decided.code
    : decided.map(({ agreement, clause }) => `${agreement}/${clause.id}`)
}

describe('an agreement in force', () => {
  it('permits what a clause of it shares, and tells the clause', () => {
    expect(decisionOn({}, [inForce()])).toEqual(['BE-DK-2026/1'])
    expect(decisionOn({ sender: 'DK', recipient: 'BE' }, [inForce()])).toEqual(['BE-DK-2026/2'])
  })

  it('permits by every clause that shares, of every agreement of the two', () => {
    const second = { ...toDenmark, id: '7' }
    const known = [
      inForce({ clauses: [toDenmark, second, unprotected] }),
      inForce({ id: 'BE-DK-WORK', clauses: [toDenmark, unprotected] }),
    ]
    expect(decisionOn({}, known)).toEqual(['BE-DK-2026/1', 'BE-DK-2026/7', 'BE-DK-WORK/1'])
  })

  it('permits nothing that no clause names', () => {
    expect(decisionOn({ contract: 'vacancies' }, [inForce()])).toBe('NO_CLAUSE_GRANTS')
    expect(decisionOn({}, [inForce({ clauses: [toBelgium, unprotected] })])).toBe(
      'NO_CLAUSE_GRANTS',
    )
  })

  it('permits nothing to a stranger or to its committee', () => {
    for (const recipient of ['SE', 'BEDK', 'REGION']) {
      expect(decisionOn({ recipient }, [inForce()])).toBe('AGREEMENT_NOT_IN_FORCE')
    }
  })

  it('holds from the first to the last day of its term, both included, by UTC', () => {
    const moments = [
      ['2025-12-31T23:59:59.999Z', false],
      ['2026-01-01T00:00:00.000Z', true],
      ['2026-12-31T23:59:59.999Z', true],
      ['2027-01-01T00:00:00.000Z', false],
    ] as const
    for (const [moment, held] of moments) expect(holds(inForce(), new Date(moment))).toBe(held)
  })

  it('permits nothing outside its term', () => {
    expect(decisionOn({}, [inForce()], new Date('2027-01-01T00:00:00Z'))).toBe(
      'AGREEMENT_NOT_IN_FORCE',
    )
  })
})

describe('a denial', () => {
  it('is the answer where nothing is agreed', () => {
    expect(decideAccess(request, [], at)).toEqual({
      decision: 'DENY',
      code: 'AGREEMENT_NOT_IN_FORCE',
      agreements: [],
    })
  })

  it.each(['proposed', 'revoked'] as const)('is the answer when %s, and names it', (state) => {
    expect(decideAccess(request, [{ terms: terms(), state }], at)).toEqual({
      decision: 'DENY',
      code: 'AGREEMENT_NOT_IN_FORCE',
      agreements: ['BE-DK-2026'],
    })
  })
})

const someone = fc.constantFrom('BE', 'DK', 'SE')
const someDay = fc.constantFrom('2025-01-01', '2026-06-01', '2027-01-01')
const someContract = fc.constantFrom('migration-flow' as const)
const someShare = fc
  .record({ from: someone, to: someone, contract: someContract })
  .map((change) => ({ ...toDenmark, ...change }))
const someAgreement: fc.Arbitrary<KnownAgreement> = fc.record({
  state: fc.constantFrom('proposed', 'in-force', 'revoked'),
  terms: fc
    .record({
      parties: fc.tuple(someone, someone),
      term: fc.record({ from: someDay, until: someDay }),
      clauses: fc.array(fc.oneof(someShare, fc.constant(unprotected)), { maxLength: 4 }),
    })
    .map(terms),
})

describe('whatever is agreed', () => {
  it('nothing is permitted without a share clause in force from the sender to the recipient', () => {
    fc.assert(
      fc.property(fc.array(someAgreement), someone, someone, (known, sender, recipient) => {
        const decided = decideAccess({ ...request, sender, recipient }, known, at)
        if ('decision' in decided) return
        expect(decided.length).toBeGreaterThan(0)
        for (const { clause } of decided) {
          const source = known.find(({ terms: { clauses } }) => clauses.includes(clause))
          expect(clause).toMatchObject({ kind: 'share', from: sender, to: recipient })
          expect(source?.state).toBe('in-force')
          expect(source && holds(source, at)).toBe(true)
          expect(source?.terms.parties).toEqual(expect.arrayContaining([sender, recipient]))
        }
      }),
    )
  })
})

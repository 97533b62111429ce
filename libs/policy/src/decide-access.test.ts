// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { decideAccess, type AccessRequest } from './decide-access'
import { known as inForce, parties, toBelgium, toDenmark, unprotected } from './given'
import { holds, type KnownAgreement, type Standing } from './standing'

const at = new Date('2026-06-01T12:00:00Z')
const request: AccessRequest = { contract: 'migration-flow', sender: 'BE', recipient: 'DK' }

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
      inForce({ enforced: [toDenmark, second, unprotected] }),
      inForce({ id: 'BE-DK-WORK', enforced: [toDenmark, unprotected] }),
    ]
    expect(decisionOn({}, known)).toEqual(['BE-DK-2026/1', 'BE-DK-2026/7', 'BE-DK-WORK/1'])
  })

  it('permits nothing that no clause names', () => {
    expect(decisionOn({ contract: 'vacancies' }, [inForce()])).toBe('NO_CLAUSE_GRANTS')
    expect(decisionOn({}, [inForce({ enforced: [toBelgium, unprotected] })])).toBe(
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

  it.each<Standing['status']>([
    'proposed',
    'signing',
    'signed',
    'suspended',
    'superseded',
    'terminated',
    'expired',
    'lapsed',
  ])('is the answer when %s, and names it', (status) => {
    expect(decideAccess(request, [inForce({}, { status })], at)).toEqual({
      decision: 'DENY',
      code: 'AGREEMENT_NOT_IN_FORCE',
      agreements: ['BE-DK-2026'],
    })
  })
})

describe('an agreement that is provisionally applied', () => {
  it.each([
    ['2026-06-01', true],
    ['2026-05-31', false],
    ['2026-06-01T12:00:00.001Z', true],
    ['2026-06-01T12:00:00.000Z', false],
    [null, false],
  ])('grants until %s: %s', (provisionalUntil, granted) => {
    const agreement = inForce({}, { status: 'provisional', provisionalUntil })
    expect(holds(agreement, at)).toBe(granted)
    expect(decisionOn({}, [agreement])).toEqual(
      granted ? ['BE-DK-2026/1'] : 'AGREEMENT_NOT_IN_FORCE',
    )
  })
})

describe('an agreement of several parties', () => {
  const each = { ...toDenmark, from: ['_PARTIES'], to: ['_PARTIES'] }
  const north = { parties: parties('BE', 'DK', 'SE'), enforced: [each, unprotected] }

  it('grants between each two of them where a clause names each party', () => {
    expect(decisionOn({ sender: 'SE', recipient: 'BE' }, [inForce(north)])).toEqual([
      'BE-DK-2026/1',
    ])
    expect(decisionOn({ sender: 'SE', recipient: 'SE' }, [inForce(north)])).toBe('NO_CLAUSE_GRANTS')
  })

  it('grants to one who has acceded, and not any more to one who has withdrawn', () => {
    const now = inForce(north, { parties: ['BE', 'DK', 'FI'] })
    expect(decisionOn({ recipient: 'FI' }, [now])).toEqual(['BE-DK-2026/1'])
    expect(decisionOn({ recipient: 'SE' }, [now])).toBe('AGREEMENT_NOT_IN_FORCE')
  })

  it('takes one with a reservation out of that clause, both ways, and leaves the others in it', () => {
    const now = inForce(north, { reservations: [{ party: 'DK', clause: '1' }] })
    expect(decisionOn({ recipient: 'DK' }, [now])).toBe('NO_CLAUSE_GRANTS')
    expect(decisionOn({ sender: 'DK', recipient: 'SE' }, [now])).toBe('NO_CLAUSE_GRANTS')
    expect(decisionOn({ recipient: 'SE' }, [now])).toEqual(['BE-DK-2026/1'])
  })
})

const someone = fc.constantFrom('BE', 'DK', 'SE')
const named = fc.uniqueArray(fc.constantFrom('BE', 'DK', 'SE', '_PARTIES'), { minLength: 1 })
const someDay = fc.constantFrom('2025-01-01', '2026-06-01', '2027-01-01')
const someShare = fc
  .record({ from: named, to: named })
  .map((change) => ({ ...toDenmark, ...change }))
const someAgreement: fc.Arbitrary<KnownAgreement> = fc
  .record({
    status: fc.constantFrom<Standing['status']>('proposed', 'in-force', 'in-force', 'suspended'),
    now: fc.uniqueArray(someone),
    reserved: fc.array(someone, { maxLength: 1 }),
    term: fc.record({ from: someDay, until: someDay }),
    clauses: fc.array(fc.oneof(someShare, fc.constant(unprotected)), { maxLength: 4 }),
  })
  .map(({ status, now, reserved, term, clauses }) => {
    const reservations = reserved.map((party) => ({ party, clause: '1' }))
    const terms = { term, enforced: clauses, parties: parties('BE', 'DK', 'SE') }
    return inForce(terms, { status, parties: now, reservations })
  })

describe('whatever is agreed', () => {
  it('nothing is permitted without a share clause in force from the sender to the recipient', () => {
    fc.assert(
      fc.property(fc.array(someAgreement), someone, someone, (known, sender, recipient) => {
        const decided = decideAccess({ ...request, sender, recipient }, known, at)
        if ('decision' in decided) return
        expect(decided.length).toBeGreaterThan(0)
        for (const { clause } of decided) {
          const source = known.find(({ terms }) => terms.enforced.includes(clause))
          expect(clause.from.some((one) => one === sender || one === '_PARTIES')).toBe(true)
          expect(clause.to.some((one) => one === recipient || one === '_PARTIES')).toBe(true)
          expect(source?.standing.status).toBe('in-force')
          expect(source && holds(source, at)).toBe(true)
          expect(source?.standing.parties).toEqual(expect.arrayContaining([sender, recipient]))
          const reserved = source?.standing.reservations.map(({ party }) => party) ?? []
          expect(reserved).not.toContain(sender)
          expect(reserved).not.toContain(recipient)
        }
      }),
    )
  })
})

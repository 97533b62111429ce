// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { compile } from './compile'
import { decide, officesNamed } from './decide'
import { known as inForce, parties, permits, toBelgium, toDenmark, unprotected } from './given'
import type { AccessRequest, Decision } from './policy'
import { holds, type KnownAgreement, type Standing } from './standing'

const at = new Date('2026-06-01T12:00:00Z')
const request: AccessRequest = { contract: 'migration-flow', sender: 'BE', recipient: 'DK' }

const decisionOn = (
  asked: Partial<AccessRequest>,
  known: readonly KnownAgreement[],
  when = at,
): unknown => said(decide(compile(known), { ...request, ...asked }, when))

/** The clauses of each agreement that have to grant, or the code of the denial. */
function said(decision: Decision): unknown {
  return decision.decision === 'DENY'
    ? decision.code
    : decision.grants.map(({ agreement, clauses }) =>
        [agreement, ...clauses.map(({ id }) => id)].join('/'),
      )
}

describe('an agreement in force', () => {
  it('permits what a clause of it shares, and tells the clause', () => {
    expect(decisionOn({}, [inForce()])).toEqual(['BE-DK-2026/1'])
    expect(decisionOn({ sender: 'DK', recipient: 'BE' }, [inForce()])).toEqual(['BE-DK-2026/2'])
  })

  it('permits by every clause that shares, and asks every agreement that speaks of the same figures', () => {
    const second = { ...toDenmark, id: '7' }
    const known = [
      inForce({ enforced: [toDenmark, second, unprotected] }),
      inForce({ id: 'BE-DK-WORK', enforced: [toDenmark, unprotected] }),
      inForce({ id: 'BE-DK-PERMITS', enforced: [{ ...permits }, unprotected] }),
    ]
    expect(decisionOn({}, known)).toEqual(['BE-DK-2026/1/7', 'BE-DK-WORK/1'])
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
    expect(decide(compile([]), request, at)).toEqual({
      decision: 'DENY',
      code: 'AGREEMENT_NOT_IN_FORCE',
      agreements: [],
      clauses: [],
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
    expect(decide(compile([inForce({}, { status })]), request, at)).toEqual({
      decision: 'DENY',
      code: 'AGREEMENT_NOT_IN_FORCE',
      agreements: ['BE-DK-2026'],
      clauses: [],
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
    expect(decisionOn({ sender: 'SE', recipient: 'SE' }, [inForce(north)])).toBe(
      'AGREEMENT_NOT_IN_FORCE',
    )
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

describe('an audience', () => {
  const some = { ...toDenmark, audience: ['STAT', 'MIGR'] }
  const all = { ...toDenmark, id: '5' }

  it('lets in the offices that it names, and nobody who names none', () => {
    const known = [inForce({ enforced: [some, unprotected] })]
    expect(decisionOn({ office: 'STAT' }, known)).toEqual(['BE-DK-2026/1'])
    expect(decisionOn({ office: 'TAX' }, known)).toBe('AUDIENCE_NOT_NAMED')
    expect(decisionOn({}, known)).toBe('AUDIENCE_NOT_NAMED')
    expect(officesNamed(compile(known), request)).toEqual(['MIGR', 'STAT'])
  })

  it('leaves a clause without one to all', () => {
    const known = [inForce({ enforced: [some, all, unprotected] })]
    expect(decisionOn({ office: 'STAT' }, known)).toEqual(['BE-DK-2026/1/5'])
    expect(decisionOn({ office: 'TAX' }, known)).toEqual(['BE-DK-2026/5'])
    expect(decisionOn({}, known)).toEqual(['BE-DK-2026/5'])
  })

  it('of one agreement keeps out whom another lets in', () => {
    const open = inForce({ id: 'BE-DK-OPEN', enforced: [toDenmark, unprotected] })
    const known = [inForce({ enforced: [some, unprotected] }), open]
    expect(decisionOn({ office: 'TAX' }, known)).toBe('AUDIENCE_NOT_NAMED')
    expect(decisionOn({ office: 'STAT' }, known)).toEqual(['BE-DK-2026/1', 'BE-DK-OPEN/1'])
  })
})

describe('reciprocity', () => {
  const tied = { id: '9', kind: 'reciprocity', clauses: ['1', '2'] } as const
  const terms = { enforced: [toDenmark, toBelgium, unprotected, tied] }
  const behind = [{ agreement: 'BE-DK-2026', clause: '2', party: 'DK' }]

  it('lets each side receive while it gives', () => {
    expect(decisionOn({}, [inForce(terms)])).toEqual(['BE-DK-2026/1'])
    expect(decisionOn({ sender: 'DK', recipient: 'BE' }, [inForce(terms)])).toEqual([
      'BE-DK-2026/2',
    ])
  })

  it('gives nothing to one with a reservation to what it is to give', () => {
    const known = [inForce(terms, { reservations: [{ party: 'DK', clause: '2' }] })]
    expect(decide(compile(known), request, at)).toEqual({
      decision: 'DENY',
      code: 'RECIPROCITY_NOT_KEPT',
      agreements: ['BE-DK-2026'],
      clauses: [{ agreement: 'BE-DK-2026', clause: '1' }],
    })
  })

  it('gives nothing to one who is behind, until it is not any more', () => {
    const known = [inForce(terms)]
    expect(said(decide(compile(known, behind), request, at))).toBe('RECIPROCITY_NOT_KEPT')
    expect(said(decide(compile(known, [{ ...behind[0]!, clause: '7' }]), request, at))).toEqual([
      'BE-DK-2026/1',
    ])
  })
})

describe('protection', () => {
  it('that nobody has agreed on lets nothing out', () => {
    const elsewhere = { ...unprotected, from: ['DK'] }
    expect(decisionOn({}, [inForce({ enforced: [toDenmark, elsewhere] })])).toBe(
      'PROTECTION_NOT_AGREED',
    )
  })

  it('of every agreement that speaks of the figures is told', () => {
    const rounded = { ...unprotected, rule: { method: 'random-rounding', base: 3 } as const }
    const decision = decide(
      compile([inForce(), inForce({ id: 'BE-DK-OLD', enforced: [toDenmark, rounded] })]),
      request,
      at,
    )
    const told = decision.decision === 'PERMIT' ? decision.grants : []
    expect(told.map(({ protections }) => protections.map(({ rule }) => rule.method))).toEqual([
      ['published-figures-no-protection'],
      ['random-rounding'],
    ])
  })
})

describe('agreements that begin and end', () => {
  it('are asked while they hold: before, after and between others decide', () => {
    const known = [
      inForce({ id: 'A-2026', term: { from: '2026-01-01', until: '2026-06-30' } }),
      inForce({ id: 'B-2026', term: { from: '2026-06-01', until: '2026-12-31' } }),
    ]
    const on = (day: string): unknown => decisionOn({}, known, new Date(day))
    expect(on('2025-12-31')).toBe('AGREEMENT_NOT_IN_FORCE')
    expect(on('2026-05-31T23:59:59.999Z')).toEqual(['A-2026/1'])
    expect(on('2026-06-01')).toEqual(['A-2026/1', 'B-2026/1'])
    expect(on('2026-07-01')).toEqual(['B-2026/1'])
    expect(on('2027-01-01')).toBe('AGREEMENT_NOT_IN_FORCE')
    expect(on('what is no day')).toBe('AGREEMENT_NOT_IN_FORCE')
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
        const decision = decide(compile(known), { ...request, sender, recipient }, at)
        if (decision.decision === 'DENY') return
        expect(decision.grants.length).toBeGreaterThan(0)
        for (const { clauses } of decision.grants) {
          const [clause] = clauses
          const source = known.find(({ terms }) => terms.enforced.some((one) => one === clause))
          expect(clause?.from.some((one) => one === sender || one === '_PARTIES')).toBe(true)
          expect(clause?.to.some((one) => one === recipient || one === '_PARTIES')).toBe(true)
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

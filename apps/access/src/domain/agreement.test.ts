// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { agreementDecider, type AgreementCommand, type AgreementState } from './agreement'
import {
  given,
  inForce,
  monday,
  propose,
  proposed,
  revoke,
  revoked,
  sign,
  signed,
  terms,
  tuesday,
} from './given'

describe('when there is no agreement', () => {
  it('a party can propose one, which nobody has signed yet', () => {
    const { then, state } = given().when(propose('BE'))
    expect(then).toEqual([proposed])
    expect(state).toEqual({ status: 'proposed', terms, digest: 'these terms', signedBy: [] })
  })

  it('nobody can propose one between others', () => {
    expect(given().when(propose('SE')).then).toBe('AGREEMENT_NOT_PARTY')
    expect(given().when(propose('BEDK')).then).toBe('AGREEMENT_NOT_PARTY')
  })

  it('terms that the hub could not enforce are refused', () => {
    const unprotected = { ...terms, enforced: terms.enforced.slice(0, 1) }
    const { then } = given().when({ ...propose('BE'), terms: unprotected } as AgreementCommand)
    expect(then).toBe('AGREEMENT_TERM_NOT_ENFORCEABLE')
  })

  it('there is nothing to sign or to revoke', () => {
    expect(given().when(sign('BE')).then).toBe('AGREEMENT_UNKNOWN')
    expect(given().when(revoke('BE')).then).toBe('AGREEMENT_UNKNOWN')
  })
})

describe('when proposed', () => {
  it('the first signature leaves it proposed', () => {
    const { then, state } = given(proposed).when(sign('BE'))
    expect(then).toEqual([signed('BE')])
    expect(state).toMatchObject({ status: 'proposed', signedBy: ['BE'] })
  })

  it('the signature of the other party puts it in force, whoever signed first', () => {
    for (const [first, second] of [
      ['BE', 'DK'],
      ['DK', 'BE'],
    ] as const) {
      const { then, state } = given(proposed, signed(first)).when(sign(second))
      expect(then).toEqual([signed(second), inForce])
      expect(state).toEqual({ status: 'in-force', terms, digest: 'these terms', since: monday })
    }
  })

  it('a second signature of the same party is refused', () => {
    expect(given(proposed, signed('BE')).when(sign('BE')).then).toBe('AGREEMENT_ALREADY_SIGNED')
  })

  it('a signature over other terms is refused', () => {
    expect(given(proposed).when(sign('DK', 'other terms')).then).toBe('AGREEMENT_DIFFERENT_TERMS')
  })

  it('the same proposal again is a lost answer: nothing happens, and no signature is lost', () => {
    for (const party of ['BE', 'DK']) {
      const { then, state } = given(proposed, signed('BE')).when(propose(party))
      expect(then).toEqual([])
      expect(state).toMatchObject({ status: 'proposed', signedBy: ['BE'] })
    }
  })

  it('other terms under the same id are refused', () => {
    expect(given(proposed).when(propose('DK', 'other terms')).then).toBe('AGREEMENT_EXISTS')
  })

  it('either party can end it, and then it cannot be signed', () => {
    for (const party of ['BE', 'DK']) {
      const { then, state } = given(proposed).when(revoke(party))
      expect(then).toEqual([{ ...revoked, by: party }])
      expect(state).toEqual({ status: 'revoked', terms, digest: 'these terms', at: tuesday })
    }
  })
})

describe('when in force', () => {
  const facts = [proposed, signed('BE'), signed('DK'), inForce] as const

  it('either party can revoke it, with the reason in the fact', () => {
    const { then, state } = given(...facts).when(revoke('DK'))
    expect(then).toEqual([revoked])
    expect(state.status).toBe('revoked')
  })

  it('it cannot be signed or proposed again', () => {
    expect(given(...facts).when(sign('BE')).then).toBe('AGREEMENT_ALREADY_SIGNED')
    expect(given(...facts).when(sign('BE', 'other terms')).then).toBe('AGREEMENT_DIFFERENT_TERMS')
    expect(given(...facts).when(propose('BE')).then).toBe('AGREEMENT_EXISTS')
  })
})

describe('when revoked', () => {
  const facts = [proposed, signed('BE'), signed('DK'), inForce, revoked] as const

  it('it has ended for ever: it is not signed, revoked or proposed again', () => {
    expect(given(...facts).when(sign('BE')).then).toBe('AGREEMENT_ENDED')
    expect(given(...facts).when(revoke('BE')).then).toBe('AGREEMENT_ENDED')
    expect(given(...facts).when(propose('BE')).then).toBe('AGREEMENT_EXISTS')
  })

  it('a signature that comes late changes nothing', () => {
    const before = facts.reduce(agreementDecider.evolve, agreementDecider.initial)
    expect(agreementDecider.evolve(before, signed('BE'))).toEqual(before)
    expect(agreementDecider.evolve(before, inForce)).toEqual(before)
  })
})

describe('who is not a party', () => {
  const lives = [[], [proposed], [proposed, inForce], [proposed, revoked]] as const

  it('learns nothing as a stranger: an agreement of others is answered like none', () => {
    for (const act of [sign('SE'), revoke('SE'), propose('SE'), propose('SE', 'other terms')]) {
      const none = given().when(act)
      for (const facts of lives) {
        const { then, detail } = given(...facts).when(act)
        expect({ then, detail }).toEqual({ then: none.then, detail: none.detail })
      }
    }
  })

  it('is told so as the committee, which can read it but neither sign nor end it', () => {
    expect(given(proposed).when(sign('BEDK')).then).toBe('AGREEMENT_NOT_PARTY')
    expect(given(proposed, inForce).when(revoke('BEDK')).then).toBe('AGREEMENT_NOT_PARTY')
  })
})

const someone = fc.constantFrom('BE', 'DK', 'SE', 'BEDK')
const someTerms = fc.constantFrom('these terms', 'these terms', 'other terms')
const someCommand: fc.Arbitrary<AgreementCommand> = fc.oneof(
  fc.tuple(someone, someTerms).map(([by, digest]) => propose(by, digest)),
  { weight: 3, arbitrary: fc.tuple(someone, someTerms).map(([by, digest]) => sign(by, digest)) },
  someone.map(revoke),
)

describe('whatever commands come in whatever order', () => {
  it('an agreement is in force only after both parties have signed exactly these terms', () => {
    fc.assert(
      fc.property(fc.array(someCommand, { maxLength: 30 }), (commands) => {
        let state: AgreementState = agreementDecider.initial
        const signatures = new Set<string>()
        for (const command of commands) {
          const decided = agreementDecider.decide(command, state)
          if (decided.ok && command.do === 'sign') signatures.add(`${command.by} ${command.digest}`)
          state = (decided.ok ? decided.value : []).reduce(agreementDecider.evolve, state)
          if (state.status !== 'in-force') continue
          expect([...signatures].sort()).toEqual([`BE ${state.digest}`, `DK ${state.digest}`])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('terms never change once proposed, and what has ended never begins again', () => {
    fc.assert(
      fc.property(fc.array(someCommand, { maxLength: 30 }), (commands) => {
        let state: AgreementState = agreementDecider.initial
        for (const command of commands) {
          const before: AgreementState = state
          const decided = agreementDecider.decide(command, before)
          state = (decided.ok ? decided.value : []).reduce(agreementDecider.evolve, before)
          if (before.status !== 'none') expect(state).toMatchObject({ digest: before.digest })
          if (before.status === 'revoked') expect(state).toBe(before)
        }
      }),
    )
  })
})

// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import type { AgreementCommand } from './acts'
import { agreementDecider } from './decide'
import { because, on, openTerms, propose, sign, type Step } from './given'
import { isEnded, type AgreementState } from './state'

const someone = fc.constantFrom('BE', 'DK', 'FI', 'SE', 'BEDK')
const digests = fc.constantFrom('these terms', 'these terms', 'other terms')
const someAct: fc.Arbitrary<Step[2]> = fc.oneof(
  fc
    .tuple(fc.constantFrom(openTerms, { ...openTerms, title: 'Other' }), digests)
    .map(([own, digest]) => propose(own, digest)),
  fc
    .tuple(fc.constantFrom(openTerms), digests, digests)
    .map(([own, digest, answers]) => ({ do: 'counter', terms: own, digest, answers }) as const),
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('k1', 'k2'), digests)
      .map(([kid, digest]) => sign(kid, digest)),
  },
  fc.constantFrom<Step[2]>(
    { do: 'decline', ...because },
    { do: 'suspend', ...because },
    { do: 'resume' },
    { do: 'terminate', ...because },
    { do: 'withdraw', ...because },
    { do: 'accede', digest: 'these terms', clauses: [] },
    { do: 'consent', to: 'SE' },
    { do: 'refuse', to: 'SE', ...because },
    { do: 'notify' },
    { do: 'pass' },
  ),
)
const someLife = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), someone, someAct), {
  maxLength: 40,
})

describe('whatever is asked in whatever order', () => {
  it('it is in force only where each signatory has signed exactly these terms; terms signed by all never change; what ended stays ended', () => {
    fc.assert(
      fc.property(someLife, (life) => {
        let state: AgreementState = agreementDecider.initial
        let at = Date.parse(on(1))
        const signed = new Set<string>()
        for (const [hours, by, act] of life) {
          at += hours * 3_600_000
          const before: AgreementState = state
          const command = { ...act, by, at: new Date(at).toISOString() } as AgreementCommand
          const decided = agreementDecider.decide(command, before)
          if (decided.ok && command.do === 'sign') signed.add(`${by} ${command.digest}`)
          state = (decided.ok ? decided.value : []).reduce(agreementDecider.evolve, before)
          if (before.status !== 'none' && isEnded(before)) expect(state).toBe(before)
          if (state.status === 'none') continue
          const { digest, terms: now } = state
          if (before.status === 'in-force') expect(digest).toBe(before.digest)
          if (state.status !== 'in-force') continue
          for (const { participant } of now.parties)
            expect(signed).toContain(`${participant} ${digest}`)
          expect(state.parties.length).toBeGreaterThan(1)
        }
      }),
      { numRuns: 300 },
    )
  })
})

// SPDX-License-Identifier: Apache-2.0
import { agreementsAt } from '@corridor/policy'
import type { AgreementFact } from './acts'
import { agreementDecider } from './decide'
import { because, on, propose, signedByAll, terms, type Step } from './given'
import { standingHistory } from './standing-history'
import { standingOf } from './state'

function factsOf(...steps: readonly Step[]): readonly AgreementFact[] {
  let state = agreementDecider.initial
  return steps.flatMap(([day, by, act]) => {
    const decided = agreementDecider.decide({ ...act, by, at: on(day) }, state)
    if (!decided.ok) return []
    state = decided.value.reduce(agreementDecider.evolve, state)
    return decided.value
  })
}

describe('the history of an agreement', () => {
  const facts = factsOf(
    ...signedByAll(),
    [5, 'BE', { do: 'suspend', ...because }],
    [7, 'BE', { do: 'resume' }],
    [9, 'DK', { do: 'terminate', ...because }],
  )
  const statusAt = (instant: string): string | undefined => {
    const known = standingHistory(facts)
    return agreementsAt(known === null ? [] : [known], new Date(instant))[0]?.standing.status
  }

  it('says for any instant where it stood', () => {
    expect(statusAt(on(1))).toBeUndefined()
    expect(statusAt('2026-11-02T08:59:59.999Z')).toBeUndefined()
    expect(statusAt(on(2))).toBe('in-force')
    expect(statusAt('2026-11-05T08:59:59.999Z')).toBe('in-force')
    expect(statusAt(on(5))).toBe('suspended')
    expect(statusAt(on(7))).toBe('in-force')
    expect(statusAt(on(9))).toBe('terminated')
    expect(statusAt(on('2027-05-01'))).toBe('terminated')
  })

  it('ends where the state that is kept stands', () => {
    const state = facts.reduce(agreementDecider.evolve, agreementDecider.initial)
    if (state.status === 'none') throw new Error('nothing came of it')
    expect(standingHistory(facts)?.standings.at(-1)?.standing).toEqual(standingOf(state))
    expect(standingHistory(facts)?.terms).toEqual(terms)
  })

  it('is none while somebody has not signed', () => {
    expect(standingHistory(factsOf([1, 'BE', propose()]))).toBeNull()
    expect(
      standingHistory(factsOf([1, 'BE', propose()], [2, 'DK', { do: 'decline', ...because }])),
    ).toBeNull()
  })
})

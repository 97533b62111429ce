// SPDX-License-Identifier: Apache-2.0
import { after, because, openTerms, propose, sign, signedByAll, standing, type Step } from './given'
import { standingOf } from './state'

const pass: Step[2] = { do: 'pass' }

describe('between three or more', () => {
  const withdraw = { do: 'withdraw', ...because } as const
  const accede = { do: 'accede', digest: 'these terms', clauses: ['1'] } as const
  const asked: Step[] = [...signedByAll(openTerms), [3, 'SE', accede]]
  const consent = (party: string): Step => [4, party, { do: 'consent', to: 'SE' }]

  it('one leaves and the others go on; the last two terminate instead', () => {
    const left: Step[] = [...signedByAll(openTerms), [3, 'FI', withdraw]]
    expect(standingOf(standing(...left))).toMatchObject({
      status: 'in-force',
      parties: ['BE', 'DK'],
    })
    expect(after(...left, [4, 'FI', { do: 'suspend', ...because }]).then).toBe(
      'AGREEMENT_NOT_PARTY',
    )
    expect(after(...left, [4, 'BE', withdraw]).then).toBe('AGREEMENT_NOT_NOW')
    expect(after(...signedByAll(openTerms), [3, 'BE', { do: 'terminate', ...because }]).then).toBe(
      'AGREEMENT_NOT_NOW',
    )
  })

  it('a party takes itself out of a clause before it signs, not after, and not between two', () => {
    const reserve = { do: 'reserve', clauses: ['1'] } as const
    const reserved = standing([1, 'BE', propose(openTerms)], [2, 'FI', reserve])
    expect(standingOf(reserved).reservations).toEqual([{ party: 'FI', clause: '1' }])
    expect(after([1, 'BE', propose(openTerms)], [2, 'FI', sign()], [3, 'FI', reserve]).then).toBe(
      'AGREEMENT_NOT_NOW',
    )
    expect(after([1, 'BE', propose()], [2, 'DK', reserve]).then).toBe('AGREEMENT_NOT_NOW')
    const unknown = { do: 'reserve', clauses: ['99'] } as const
    expect(after([1, 'BE', propose(openTerms)], [2, 'FI', unknown]).then).toBe(
      'AGREEMENT_CLAUSE_UNKNOWN',
    )
  })

  it('somebody joins when every party has consented, with the reservations it made', () => {
    expect(standing(...asked).parties).not.toContain('SE')
    expect(standing(...asked, consent('BE'), consent('DK')).parties).not.toContain('SE')
    const { then, state } = after(...asked, consent('BE'), consent('DK'), consent('FI'))
    expect(then).toEqual(['consented', 'acceded'])
    expect(state).toMatchObject({
      parties: ['BE', 'DK', 'FI', 'SE'],
      reservations: [{ party: 'SE', clause: '1' }],
    })
  })

  it('a party that leaves does not hold up who joins', () => {
    const { then } = after(...asked, consent('BE'), consent('DK'), [5, 'FI', withdraw])
    expect(then).toEqual(['left', 'acceded'])
  })

  it('one refusal, or silence until the deadline, is none', () => {
    const refused: Step = [4, 'DK', { do: 'refuse', to: 'SE', ...because }]
    expect(standing(...asked, refused).accessions).toEqual([])
    const { facts } = after(...asked, consent('BE'), ['2027-01-02', 'clock', pass])
    expect(facts).toMatchObject([{ fact: 'accession-refused', reason: 'no consent in time' }])
  })

  it('nobody joins what is closed, and a stranger does not learn that it exists', () => {
    expect(after(...signedByAll(), [3, 'SE', { ...accede, clauses: [] }]).then).toBe(
      'AGREEMENT_UNKNOWN',
    )
  })
})

describe('who is not a party', () => {
  const lives: readonly (readonly Step[])[] = [
    [],
    [[1, 'BE', propose()]],
    signedByAll(),
    [...signedByAll(), [3, 'BE', { do: 'terminate', ...because }]],
  ]

  it('learns nothing as a stranger: an agreement of others is answered like none', () => {
    for (const act of [
      sign(),
      { do: 'terminate', ...because } as const,
      propose(),
      { do: 'notify' } as const,
    ]) {
      const none = after([5, 'SE', act])
      for (const steps of lives) {
        const { then, detail } = after(...steps, [5, 'SE', act])
        expect({ then, detail }).toEqual({ then: none.then, detail: none.detail })
      }
    }
  })

  it('is told so as the committee, which can read it but neither sign nor end it', () => {
    for (const act of [sign(), { do: 'terminate', ...because } as const])
      expect(after(...signedByAll(), [5, 'BEDK', act]).then).toBe('AGREEMENT_NOT_PARTY')
  })
})

// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { mayTakePlaceOf } from './decide'
import { dueAt } from './due-at'
import {
  after,
  because,
  on,
  openTerms,
  propose,
  sign,
  signedByAll,
  standing,
  terms,
  type Step,
} from './given'
import { standingOf } from './state'

const other = { ...terms, title: 'Other terms' }
const pass: Step[2] = { do: 'pass' }

describe('when there is no agreement', () => {
  it('a party can propose one, which has its deadline from then on', () => {
    const { then, state } = after([1, 'BE', propose()])
    expect(then).toEqual(['proposed'])
    expect(state).toMatchObject({
      status: 'proposed',
      signatures: [],
      revision: 1,
      until: on('2026-12-01'),
    })
  })

  it('nobody can propose one between others', () => {
    expect(after([1, 'SE', propose()]).then).toBe('AGREEMENT_NOT_PARTY')
    expect(after([1, 'BEDK', propose()]).then).toBe('AGREEMENT_NOT_PARTY')
  })

  it.each<Step[2]>([
    sign(),
    { do: 'suspend', ...because },
    { do: 'notify' },
    { do: 'decline', ...because },
  ])('nothing else can be done to it: %j', (act) => {
    expect(after([1, 'BE', act]).then).toBe('AGREEMENT_UNKNOWN')
  })
})

describe('when proposed', () => {
  const proposed: Step = [1, 'BE', propose()]

  it('the same proposal again is a lost answer; other terms under the same id are refused', () => {
    expect(after(proposed, [2, 'DK', propose()]).then).toEqual([])
    expect(after(proposed, [2, 'DK', propose(other, 'other terms')]).then).toBe('AGREEMENT_EXISTS')
  })

  it('either party answers with other terms, whoever had signed signs anew, and the deadline begins anew', () => {
    const counter = {
      do: 'counter',
      terms: other,
      digest: 'other terms',
      answers: 'these terms',
    } as const
    const { then, state } = after(proposed, [2, 'BE', sign()], [3, 'DK', counter])
    expect(then).toEqual(['proposed'])
    expect(state).toMatchObject({
      status: 'proposed',
      revision: 2,
      proposedBy: 'DK',
      signatures: [],
      terms: other,
      until: on('2026-12-03'),
    })
    expect(after(proposed, [3, 'DK', counter], [4, 'BE', sign()]).then).toBe(
      'AGREEMENT_DIFFERENT_TERMS',
    )
    expect(after(proposed, [3, 'DK', counter], [4, 'BE', sign('k', 'other terms')]).then).toEqual([
      'signed',
    ])
  })

  it('a counter-proposal answers the terms on the table, between the same parties', () => {
    const counter = {
      do: 'counter',
      terms: other,
      digest: 'other terms',
      answers: 'terms of last week',
    } as const
    expect(after(proposed, [2, 'DK', counter]).then).toBe('AGREEMENT_DIFFERENT_TERMS')
    const strangers = {
      ...counter,
      answers: 'these terms',
      terms: { ...other, parties: openTerms.parties },
    }
    expect(after(proposed, [2, 'DK', strangers]).then).toBe('AGREEMENT_DIFFERENT_TERMS')
  })

  it('terms that were answered do not come back, so that no void signature fits again', () => {
    const other = { ...terms, title: 'Other terms' }
    const counter = { do: 'counter', terms: other, digest: 'other terms' } as const
    const back = { do: 'counter', terms, digest: 'these terms', answers: 'other terms' } as const
    const steps: readonly Step[] = [
      proposed,
      [2, 'BE', sign()],
      [3, 'DK', { ...counter, answers: 'these terms' }],
    ]
    expect(after(...steps, [4, 'DK', back]).then).toBe('AGREEMENT_NOT_NOW')
  })

  it('either party declines it, and then it has ended', () => {
    const declined = [2, 'DK', { do: 'decline', ...because }] as const
    expect(after(proposed, declined).then).toEqual(['declined'])
    expect(after(proposed, declined, [3, 'BE', sign()]).then).toBe('AGREEMENT_ENDED')
  })

  it('the first signature makes it a thing that is being signed, the last one ends the waiting', () => {
    expect(standing(proposed, [2, 'BE', sign()]).status).toBe('signing')
    const { then, state } = after(proposed, [2, 'BE', sign()], [3, 'DK', sign('other key')])
    expect(then).toEqual(['signed', 'completed', 'entered-into-force'])
    expect(state).toMatchObject({ status: 'in-force', since: on(3) })
  })

  it('two people sign for a party where the terms ask for two', () => {
    const two: Agreement = {
      ...terms,
      parties: [
        { participant: 'BE', signatures: 2 },
        { participant: 'DK', signatures: 1 },
      ],
    }
    const begun: Step[] = [
      [1, 'BE', propose(two)],
      [2, 'DK', sign('dk')],
      [3, 'BE', sign('be 1')],
    ]
    expect(standing(...begun).status).toBe('signing')
    expect(after(...begun, [4, 'BE', sign('be 1')]).then).toBe('AGREEMENT_ALREADY_SIGNED')
    expect(after(...begun, [4, 'BE', sign('be 2')]).then).toContain('entered-into-force')
    expect(after(...begun, [4, 'DK', sign('dk 2')]).then).toBe('AGREEMENT_ALREADY_SIGNED')
  })

  it('it lapses where not all have signed in time, and says who has not', () => {
    const { facts, state } = after(proposed, [2, 'BE', sign()], ['2026-12-01', 'clock', pass])
    expect(facts).toMatchObject([
      { fact: 'lapsed', at: on('2026-12-01'), by: null, reason: 'not signed in time by DK' },
    ])
    expect(state.status).toBe('lapsed')
    expect(after(proposed, ['2026-12-02', 'DK', sign()]).then).toBe('AGREEMENT_ENDED')
  })
})

describe('when signed by all', () => {
  const onDate: Agreement = { ...terms, entryIntoForce: { rule: 'on-date', date: '2026-11-20' } }
  const onNotices: Agreement = { ...terms, entryIntoForce: { rule: 'on-notices', days: 10 } }
  const provisional: Agreement = {
    ...onNotices,
    provisionalApplication: { rule: 'from-date', date: '2026-11-05' },
  }

  it('it waits for its day, and is in force from the first instant of it', () => {
    expect(standing(...signedByAll(onDate)).status).toBe('signed')
    expect(standing(...signedByAll(onDate), [19, 'clock', pass]).status).toBe('signed')
    const { facts } = after(...signedByAll(onDate), [20, 'clock', pass])
    expect(facts).toMatchObject([{ fact: 'entered-into-force', at: '2026-11-20T00:00:00.000Z' }])
  })

  it('it waits for the notices of all, whoever gives the last one', () => {
    const one: Step[] = [...signedByAll(onNotices), [4, 'DK', { do: 'notify' }]]
    expect(standing(...one).status).toBe('signed')
    expect(after(...one, [5, 'DK', { do: 'notify' }]).then).toEqual([])
    expect(after(...one, [5, 'BE', { do: 'notify' }]).then).toEqual([
      'noticed',
      'entered-into-force',
    ])
  })

  it('it lapses where a notice does not come in time', () => {
    const { facts } = after(
      ...signedByAll(onNotices),
      [4, 'DK', { do: 'notify' }],
      [12, 'clock', pass],
    )
    expect(facts).toMatchObject([{ fact: 'lapsed', reason: 'no notice in time from BE' }])
  })

  it('it is applied provisionally from the agreed day, until it is in force or lapses', () => {
    const applied: Step[] = [...signedByAll(provisional), [5, 'clock', pass]]
    expect(standingOf(standing(...signedByAll(provisional))).status).toBe('signed')
    expect(standingOf(standing(...applied))).toMatchObject({
      status: 'provisional',
      provisionalUntil: on(12),
    })
    expect(
      standing(...applied, [6, 'BE', { do: 'notify' }], [7, 'DK', { do: 'notify' }]).status,
    ).toBe('in-force')
    expect(standing(...applied, [12, 'clock', pass]).status).toBe('lapsed')
  })

  it('it is not in force before the first day of its term, whatever the entry into force says', () => {
    const later: Agreement = { ...terms, term: { from: '2026-11-25', until: '2030-12-31' } }
    const noticed: readonly Step[] = [
      ...signedByAll({ ...later, entryIntoForce: { rule: 'on-notices', days: 10 } }),
      [3, 'BE', { do: 'notify' }],
      [4, 'DK', { do: 'notify' }],
    ]
    for (const steps of [signedByAll(later), noticed]) {
      expect(standing(...steps, [24, 'clock', pass]).status).toBe('signed')
      expect(dueAt(standing(...steps))).toBe('2026-11-25T00:00:00.000Z')
      expect(standing(...steps, [25, 'clock', pass]).status).toBe('in-force')
    }
  })

  it('its terms stand: there is nothing to counter, decline or sign any more', () => {
    const counter = { do: 'counter', terms: other, digest: 'x', answers: 'these terms' } as const
    expect(after(...signedByAll(onDate), [3, 'BE', counter]).then).toBe('AGREEMENT_NOT_NOW')
    expect(after(...signedByAll(onDate), [3, 'BE', { do: 'decline', ...because }]).then).toBe(
      'AGREEMENT_NOT_NOW',
    )
    expect(after(...signedByAll(onDate), [3, 'BE', sign()]).then).toBe('AGREEMENT_ALREADY_SIGNED')
  })

  it('a notice has no place where none is agreed, nor before all have signed', () => {
    expect(after(...signedByAll(), [3, 'BE', { do: 'notify' }]).then).toBe('AGREEMENT_NOT_NOW')
    expect(after([1, 'BE', propose(onNotices)], [2, 'BE', { do: 'notify' }]).then).toBe(
      'AGREEMENT_NOT_NOW',
    )
  })
})

describe('when in force', () => {
  const suspend = { do: 'suspend', ...because } as const
  const resume = { do: 'resume' } as const

  it('either party suspends it, and only who has suspended resumes', () => {
    const suspended: Step[] = [...signedByAll(), [3, 'DK', suspend]]
    expect(standingOf(standing(...suspended)).status).toBe('suspended')
    expect(after(...suspended, [4, 'BE', resume]).then).toBe('AGREEMENT_NOT_NOW')
    expect(standingOf(standing(...suspended, [4, 'DK', resume])).status).toBe('in-force')
  })

  it('that both have suspended rests until both have resumed', () => {
    const both: Step[] = [
      ...signedByAll(),
      [3, 'DK', suspend],
      [4, 'BE', suspend],
      [5, 'DK', resume],
    ]
    expect(standingOf(standing(...both)).status).toBe('suspended')
    expect(standingOf(standing(...both, [6, 'BE', resume])).status).toBe('in-force')
  })

  it('either party terminates it, also a suspended one, and it never begins again', () => {
    const terminated: Step[] = [
      ...signedByAll(),
      [3, 'DK', suspend],
      [4, 'BE', { do: 'terminate', ...because }],
    ]
    expect(standingOf(standing(...terminated)).status).toBe('terminated')
    for (const act of [resume, suspend, sign(), { do: 'terminate', ...because } as const])
      expect(after(...terminated, [5, 'DK', act]).then).toBe('AGREEMENT_ENDED')
    expect(after(...terminated, [5, 'DK', propose()]).then).toBe('AGREEMENT_EXISTS')
  })

  it('it expires after the last day of its term, which belongs to it', () => {
    expect(standing(...signedByAll(), ['2030-12-31', 'clock', pass]).status).toBe('in-force')
    const { facts } = after(...signedByAll(), ['2031-01-02', 'clock', pass])
    expect(facts).toMatchObject([{ fact: 'expired', at: '2031-01-01T00:00:00.000Z' }])
  })

  it('another one takes its place, where nobody is left without either', () => {
    const old = standing(...signedByAll())
    expect(standing(...signedByAll(), [3, 'BE-DK-2027', { do: 'supersede' }]).status).toBe(
      'superseded',
    )
    expect(mayTakePlaceOf(old, standing(...signedByAll(openTerms)))).toBe(true)
    expect(mayTakePlaceOf(standing(...signedByAll(openTerms)), old)).toBe(false)
  })
})

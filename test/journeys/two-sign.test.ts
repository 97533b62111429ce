// SPDX-License-Identifier: Apache-2.0
// An agreement of which two people of one side sign: its reports are signed by two of that side as well. Nothing is in a case, and a
// report that is returned for all that is offered again.
import type { Agreement } from '@corridor/contracts'
import {
  actOnReport,
  proposeAgreement,
  showReview,
  signAgreement,
  type Profile,
  type ReportAct,
  type ReviewShown,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { codeOf, must, newColleague, newParticipant, operatorOf } from './cast'
import { corridor } from './corridor-command'
import { publish } from './deleting'
import { raiseHub, type Hub } from './raise-hub'
import { outflow } from './raw-message'

const terms: Agreement = {
  ...corridorTerms(['BE', 'DK']),
  parties: [
    { participant: 'BE', signatures: 2 },
    { participant: 'DK', signatures: 1 },
  ],
}

describe('a report of which two people of Belgium sign', () => {
  let hub: Hub
  let [be, ann, dk] = [] as unknown as [Profile, Profile, Profile]

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    const operator = await operatorOf(hub)
    be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
    dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
    ann = await newColleague(hub, operator, {
      ...{ participant: 'BE', holder: 'Ann', roles: ['signatory'] },
    })
    must(await proposeAgreement(be, terms), 'propose')
    for (const who of [be, ann, dk]) must(await signAgreement(who, terms), 'sign')
    await publish(be, 'be-says', outflow('BE', { value: 447 }))
    const mirror = { direction: 'inflow', origin: 'BE', value: 450 } as const
    await publish(dk, 'dk-says', outflow('DK', mirror))
  }, 120_000)
  afterAll(() => hub.close())

  const review = async (): Promise<ReviewShown> =>
    must(await showReview(be, { agreement: terms.id, period: '2016' }), 'show the review')
  const onReport = async (who: Profile, act: ReportAct): Promise<string> => {
    const done = await actOnReport(who, await review(), act)
    return done.ok ? done.value.state : codeOf(done)
  }

  it('waits for both of them, who are two', async () => {
    await eventually(
      () => showReview(be, { agreement: terms.id, period: '2016' }),
      (shown) => shown.ok && shown.value.status === 'ready-to-sign',
    )
    expect(await onReport(ann, { act: 'sign' })).toBe('signed-by-one')
    expect(await onReport(ann, { act: 'sign' })).toBe('REVIEW_SAME_PERSON')
    expect(await onReport(dk, { act: 'sign' })).toBe('signed-by-one')
  })

  it('is offered again at once when it is returned, and all sign anew', async () => {
    expect(await onReport(dk, { act: 'return', reason: 'one more look' })).toBe('ready-to-sign')
    expect((await review()).signatures).toEqual([])
    for (const who of [dk, be]) expect(await onReport(who, { act: 'sign' })).toBe('signed-by-one')
    expect(await onReport(ann, { act: 'sign' })).toBe('released')
    const signed = (await review()).signatures.map(({ participant }) => participant)
    expect(signed.toSorted()).toEqual(['BE', 'BE', 'DK'])
  })

  it('verifies off line with the signatures of three people', async () => {
    const kept = ['reports', 'review', terms.id, '2016', '--profile', 'DK', '--out', 'signed.json']
    expect(await corridor(hub.home, kept)).toMatchObject({ exit: 0 })
    const proved = await corridor(hub.home, ['verify', 'signed.json', '--profile', 'BE'])
    expect([proved.exit, proved.out.match(/signed by|and BE|, BE|DK \(/g)?.length]).toEqual([0, 3])
  })
})

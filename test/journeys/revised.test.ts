// SPDX-License-Identifier: Apache-2.0
// Lithuania's own revision of its inflows (Eurostat, two extracts, credit due): what it touches is opened again, and a report that one
// side has signed by then is void.
import type { Agreement } from '@corridor/contracts'
import {
  actOnCase,
  actOnReport,
  listCases,
  showCase,
  showReview,
  type CaseShown,
  type Profile,
  type ReviewShown,
} from '@corridor/sdk'
import {
  eventually,
  realFigures,
  realFiguresPresent,
  realFiguresSkipped,
  realRevisions,
} from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { must, newColleague, newParticipant, operatorOf } from './cast'
import { agreeOn, publish } from './deleting'
import { raiseHub, type Hub } from './raise-hub'
import { outflow } from './raw-message'

const real = realFiguresPresent ? describe : describe.skip
const because = { reason: 'late registrations' } as const

/** A figure that Lithuania revised and that lies far from the other side's before and after. */
function revision() {
  const isApart = (one: number, other: number): boolean => 2 * Math.abs(one - other) > one + other
  for (const { period, origin, before, after } of realRevisions()) {
    const mirror = realFigures().find(
      (one) =>
        one.reportedBy === 'origin' &&
        one.origin === origin &&
        one.destination === 'LT' &&
        one.period === period,
    )
    if (mirror === undefined || mirror.minimumStay !== 'P12M' || Number(period) < 2013) continue
    const [least] = [before, after].map((one) => Math.abs(one - mirror.value)).sort((a, b) => a - b)
    if (isApart(before, mirror.value) && isApart(after, mirror.value) && (least ?? 0) > 60)
      return { period, origin, before, after, mirror: mirror.value }
  }
  throw new Error('no revision is like that')
}

real(`a revision that a state really made${realFiguresSkipped}`, () => {
  const found = realFiguresPresent ? revision() : undefined
  let hub: Hub
  let terms: Agreement
  let [lt, other, ona] = [] as unknown as [Profile, Profile, Profile]

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    const operator = await operatorOf(hub)
    const { origin, period, before, mirror } = found!
    terms = corridorTerms([origin, 'LT'].toSorted() as [string, string])
    lt = await newParticipant(hub, operator, { participant: 'LT', kind: 'state' })
    other = await newParticipant(hub, operator, { participant: origin, kind: 'state' })
    const colleague = { participant: 'LT', holder: 'Ona', roles: ['signatory'] }
    ona = await newColleague(hub, operator, colleague)
    await agreeOn(terms, [lt, other])
    const flow = { origin, destination: 'LT', period } as const
    await publish(other, 'outflow', outflow(origin, { ...flow, value: mirror }))
    await publish(lt, 'first', outflow('LT', { ...flow, direction: 'inflow', value: before }))
  }, 120_000)
  afterAll(() => hub.close())

  const review = async (version?: number): Promise<ReviewShown> => {
    const named = { agreement: terms.id, period: found!.period }
    const asked = version === undefined ? named : { ...named, version }
    return must(await showReview(lt, asked), 'show the review')
  }
  const theCase = async (): Promise<CaseShown> => {
    const cases = await eventually(
      () => listCases(lt, terms.id),
      (listed) => listed.ok && listed.value.length > 0,
    )
    const [first] = must(cases, 'list the cases')
    return must(await showCase(lt, first?.id ?? ''), 'show the case')
  }
  const onFigure = async (who: Profile, act: object): Promise<void> => {
    const shown = await theCase()
    const [figure = ''] = Object.keys(shown.cells)
    must(await actOnCase(who, shown, { figure, ...act } as never), 'act on the case')
  }

  it('both agree on a figure, and Lithuania signs', async () => {
    const { before, mirror } = found!
    expect(Object.values((await theCase()).cells)[0]).toMatchObject({
      ...{ origin: { value: mirror }, destination: { value: before } },
    })
    await onFigure(lt, { act: 'propose', value: before, ...because })
    await onFigure(other, { act: 'agree' })
    const signed = must(await actOnReport(ona, await review(), { act: 'sign' }), 'sign')
    expect(signed.state).toBe('signed-by-one')
  })

  it('the revision opens the case again and voids the signature; nothing of it is agreed by that', async () => {
    const { origin, period, after } = found!
    const flow = { origin, destination: 'LT', period, direction: 'inflow' } as const
    await publish(lt, 'revised', outflow('LT', { ...flow, value: after }))
    const now = await eventually(
      () => review(),
      ({ version }) => version === 2,
    )
    expect(now).toMatchObject({ status: 'in-review', digest: null, signatures: [] })
    const was = await review(1)
    expect(was).toMatchObject({ status: 'superseded', signatures: [] })
    expect(was.events.map(({ fact }) => fact)).toContain('superseded')
    const shown = await theCase()
    expect(shown).toMatchObject({ status: 'reopened', unsettled: 1 })
    expect(Object.values(shown.cells)[0]).toMatchObject({
      ...{ destination: { value: after }, state: { status: 'open' } },
    })
  })
})

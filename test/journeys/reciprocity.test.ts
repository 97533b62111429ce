// SPDX-License-Identifier: Apache-2.0
// A party that does not report when it should receives nothing in return until it does.
import type { Agreement, AgreementClause } from '@corridor/contracts'
import { connectParticipant, readInbox, signedRequest, type Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { findingsOf } from './audited'
import { must } from './cast'
import { corridor } from './corridor-command'
import { deliveriesOf, raiseDelivering, take, terms, type DeliveringHub } from './delivered-figures'
import { modes } from './raise-hub'
import { messageBytes, outflow, sealedBy, send } from './raw-message'

const years = { from: '2013', until: '2030' }
// The day on which 2025 is due lies far ahead, until a journey lets time pass.
const timetable: AgreementClause = {
  id: '5',
  kind: 'timetable',
  contract: 'migration-flow',
  from: ['_PARTIES'],
  frequency: 'A',
  dueDays: 720,
}
const agreed: Agreement = {
  ...terms,
  enforced: [
    ...terms.enforced
      .filter(
        (one) => one.kind !== 'not-agreed' || !['timetable', 'reciprocity'].includes(one.topic),
      )
      .map((one) => (one.kind === 'share' ? { ...one, periods: years } : one)),
    timetable,
    { id: '6', kind: 'reciprocity', clauses: ['1', '2'] },
  ],
}

describe.each(modes)('reciprocity, %s', (mode) => {
  let at: DeliveringHub
  let last = ''
  beforeAll(async () => {
    at = await raiseDelivering(mode, agreed)
  })
  afterAll(() => at.hub.close())

  async function report(profile: Profile, period: string, value: number): Promise<void> {
    const from = profile.participant
    const to = from === 'BE' ? 'DK' : 'BE'
    const connection = must(await connectParticipant(profile), 'connect')
    const data = outflow(from, { period, value, destination: to })
    const bytes = messageBytes(from, { data })
    last = (JSON.parse(bytes.toString()) as { id: string }).id
    await send(connection, await sealedBy(profile, bytes))
    await connection.close()
    await eventually(
      () => at.hub.query('select 1 from delivery.dataset where submission = $1', [last]),
      (rows) => rows.length > 0,
    )
  }

  const figuresOf = async (profile: Profile): Promise<readonly unknown[]> => {
    await take(profile)
    return (await deliveriesOf(profile)).flatMap(({ figures }) => {
      const dataset = (figures as { dataset: { value: unknown } } | undefined)?.dataset
      return dataset === undefined ? [] : [dataset.value]
    })
  }
  const behind = (): Promise<readonly { party: string; clause: string }[]> =>
    at.hub.query('select party, clause from delivery.behind where until is null order by party')

  // As many days pass as the clause has fewer now: it is reconciliation that looks at the day.
  const letDaysPass = (dueDays: number): Promise<unknown> =>
    at.hub.query(
      `update reconciliation.agreement set terms = jsonb_set(terms, '{enforced}', (select jsonb_agg(
         case when c ->> 'kind' = 'timetable' then jsonb_set(c, '{dueDays}', to_jsonb($2::int)) else c end) from jsonb_array_elements(terms -> 'enforced') c))
       where id = $1`,
      [terms.id, dueDays],
    )
  const noticesOf = async (profile: Profile): Promise<readonly unknown[]> => {
    await take(profile)
    const notices = (await readInbox(profile, 'report')).flatMap(({ event }) =>
      'reports' in event.data
        ? [event.data['reports'] as readonly { readonly state: string }[]]
        : [],
    )
    // An inbox has no order of its own between two that came together.
    return notices.sort(([a], [b]) => (a?.state ?? '').localeCompare(b?.state ?? ''))
  }
  const reminder = [{ party: 'DK', period: '2025', state: 'due-soon', oneSided: false }]

  it('lets figures go both ways while nothing is missing', async () => {
    await report(at.be, '2025', 501)
    await report(at.dk, '2024', 301)
    await eventually(
      () => figuresOf(at.dk),
      (all) => all.length === 1,
    )
    await eventually(
      () => figuresOf(at.be),
      (all) => all.length === 1,
    )
    const due = await corridor(at.hub.home, ['reports', 'due', '--profile', 'DK', '--json'])
    expect(due.json).toMatchObject({
      missing: 0,
      reports: [{ party: 'BE', period: '2024', state: 'due', behind: false }],
    })
  })

  it('is reminded of a few days before, without closing anything', async () => {
    const daysOf2026 = Math.floor((Date.now() - Date.parse('2026-01-01')) / 86_400_000)
    await letDaysPass(daysOf2026 + 3)
    await report(at.dk, '2023', 302)
    for (const who of [at.be, at.dk])
      expect(
        await eventually(
          () => noticesOf(who),
          (all) => all.length > 0,
        ),
      ).toMatchObject([reminder])
    const due = await corridor(at.hub.home, ['reports', 'due', '--profile', 'DK'])
    expect(due.out).toContain('due soon')
    expect(await behind()).toEqual([])
  })

  it('closes for who has not reported on its day, tells the parties, and leaves the other open', async () => {
    await letDaysPass(30)
    expect(
      await eventually(
        () => behind(),
        (rows) => rows.length > 0,
      ),
    ).toEqual([{ party: 'DK', clause: '2' }])
    await report(at.be, '2023', 502)
    await eventually(
      () => figuresOf(at.be),
      (all) => all.length === 2,
    )
    expect(await figuresOf(at.dk)).toEqual([501])
    for (const who of [at.be, at.dk])
      expect(await noticesOf(who)).toMatchObject([
        reminder,
        [
          { party: 'BE', period: '2025', state: 'late', oneSided: false },
          { party: 'DK', period: '2025', state: 'missing', oneSided: true },
        ],
      ])
  })

  it('is listed and explained', async () => {
    const due = await corridor(at.hub.home, ['reports', 'due', '--profile', 'BE'])
    expect(due.out).toContain('MISSING')
    expect(due.out).toContain('receives nothing in return')
    const [{ submission } = { submission: '' }] = await at.hub.query<{ submission: string }>(
      `select submission from delivery.dataset where participant = 'BE' order by position desc limit 1`,
    )
    const target = `/api/decisions?submission=${submission}&recipient=DK`
    const told = await signedRequest<{ datasets: readonly { rows: unknown }[] }>(at.be, {
      ...{ method: 'GET', target },
    })
    expect(must(told, 'explain').datasets[0]?.rows).toMatchObject([
      { became: 'stayed', code: 'RECIPROCITY_NOT_KEPT' },
    ])
    const said = await corridor(at.hub.home, [
      'explain',
      submission,
      '--to',
      'DK',
      '--profile',
      'BE',
    ])
    expect(said.out).toContain('RECIPROCITY_NOT_KEPT')
    expect(await findingsOf(at.be)).toEqual([])
  })

  it('opens again with the report, and what was kept back is handed over', async () => {
    await report(at.dk, '2025', 303)
    expect(
      await eventually(
        () => figuresOf(at.dk),
        (all) => all.length === 2,
      ),
    ).toEqual([501, 502])
    expect(await behind()).toEqual([])
    const due = await corridor(at.hub.home, ['reports', 'due', '--profile', 'DK', '--json'])
    expect(due.json).toMatchObject({ missing: 0 })
    expect(await findingsOf(at.be)).toEqual([])
    // What has come late stays in the ledger of the timetable.
    expect(
      await at.hub.query(
        `select party, state from reconciliation.due_v1 where period = '2025' order by party`,
      ),
    ).toEqual([
      { party: 'BE', state: 'late' },
      { party: 'DK', state: 'late' },
    ])
  })
})

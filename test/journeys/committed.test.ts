// SPDX-License-Identifier: Apache-2.0
// Both sides are bound by what they have said before either sees the other's figure; who says something else later is shown.
import type { Agreement, ReconciliationReport } from '@corridor/contracts'
import { connectParticipant, readInbox, signedRequest, type Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { Client } from 'pg'
import { findingsOf } from './audited'
import { consentTerms } from '../../apps/cli/src/demonstration/region'
import { wordsOfPage } from './browser'
import { must, newParticipant } from './cast'
import { agreeOn } from './deleting'
import { deliveriesOf, raiseDelivering, take, terms, type DeliveringHub } from './delivered-figures'
import { modes } from './raise-hub'
import { messageBytes, outflow, sealedBy, send } from './raw-message'

const agreed: Agreement = {
  ...terms,
  enforced: terms.enforced.map((one) =>
    one.kind === 'reconcile' ? { ...one, commitFirst: true } : one,
  ),
}

describe.each(modes)('commit, then compare, %s', (mode) => {
  let at: DeliveringHub
  beforeAll(async () => {
    at = await raiseDelivering(mode, agreed)
    const region = { participant: 'REGION', kind: 'secretariat', members: ['BE', 'DK'] }
    const secretariat = await newParticipant(at.hub, at.operator, region)
    for (const member of [at.be, at.dk])
      await agreeOn(consentTerms(member.participant), [member, secretariat])
  })
  afterAll(() => at.hub.close())

  /** Both speak of moves from Belgium to Denmark. */
  async function report(
    profile: Profile,
    values: Readonly<Record<string, number>>,
  ): Promise<string> {
    const connection = must(await connectParticipant(profile), 'connect')
    const [periods, figures] = [Object.keys(values), Object.values(values)]
    const side =
      profile.participant === 'BE' ? {} : ({ direction: 'inflow', origin: 'BE' } as const)
    const one = outflow(profile.participant, side)
    const data = { ...one, rows: periods.length, period: periods, value: figures }
    const bytes = messageBytes(profile.participant, { data })
    const { id } = JSON.parse(bytes.toString()) as { id: string }
    await send(connection, await sealedBy(profile, bytes))
    await connection.close()
    await eventually(
      () => at.hub.query('select 1 from delivery.dataset where submission = $1', [id]),
      (rows) => rows.length > 0,
    )
    return id
  }

  const valuesOf = async (profile: Profile): Promise<readonly unknown[]> => {
    await take(profile)
    return (await deliveriesOf(profile)).flatMap(({ figures }) => {
      const dataset = (figures as { dataset: { value: unknown } } | undefined)?.dataset
      return dataset === undefined ? [] : [dataset.value]
    })
  }
  const reports = async (profile: Profile): Promise<readonly ReconciliationReport[]> => {
    await take(profile)
    return (await readInbox(profile, 'report')).map(
      ({ event }) => event.data as unknown as ReconciliationReport,
    )
  }

  it('one side’s figures wait: nobody is given them and nothing is compared', async () => {
    const id = await report(at.be, { 2015: 701, 2016: 702 })
    expect(await valuesOf(at.dk)).toEqual([])
    expect(await at.hub.query('select 1 from reconciliation.pair')).toEqual([])
    const told = await signedRequest<{ datasets: readonly { rows: unknown }[] }>(at.be, {
      ...{ method: 'GET', target: `/api/decisions?submission=${id}&recipient=DK` },
    })
    expect(must(told, 'explain').datasets[0]?.rows).toMatchObject([{ became: 'stayed', rows: 2 }])
    // What binds is in the journal: the line of the receipt.
    await eventually(
      () => at.hub.query(`select 1 from journal.entry_v1 where kind = 'accepted'`),
      (rows) => rows.length === 1,
    )
  })

  it('with the other side’s the period is open, and only that one', async () => {
    await report(at.dk, { 2016: 650 })
    expect(
      await eventually(
        () => valuesOf(at.dk),
        (all) => all.length > 0,
      ),
    ).toEqual([702])
    expect(
      await eventually(
        () => valuesOf(at.be),
        (all) => all.length > 0,
      ),
    ).toEqual([650])
    const [first] = await eventually(
      () => reports(at.be),
      (all) => all.length > 0,
    )
    expect(first).toMatchObject({
      period: '2016',
      originSays: [702],
      destinationSays: [650],
      commitments: {
        by: 'all-committed',
        parties: [{ party: 'BE' }, { party: 'DK' }],
        changedSince: [],
      },
    })
  })

  it('of the same message the rest follows when its period is open', async () => {
    await report(at.dk, { 2015: 690 })
    const all = await eventually(
      () => valuesOf(at.dk),
      (values) => values.length > 1,
    )
    expect(all.at(-1)).toEqual([701, 702])
  })

  it('a change after that shows as such, by whom and when', async () => {
    await report(at.dk, { 2016: 702 })
    const all = await eventually(
      () => reports(at.be),
      (some) => some.some(({ commitments }) => (commitments?.changedSince.length ?? 0) > 0),
    )
    const last = all.find(({ commitments }) => (commitments?.changedSince.length ?? 0) > 0)
    expect(last).toMatchObject({
      period: '2016',
      commitments: { changedSince: [{ party: 'DK' }] },
    })
    const page = await wordsOfPage(at.be, `/reports/${String(last?.agreement)}/2016`)
    expect(page).toContain('The figures were open when all had committed:')
    expect(page).toMatch(/BE was bound .* DK has said something else since/)
    expect(await findingsOf(at.be)).toEqual([])
  })

  it('both are bound once the journal has their lines, and until then nothing is open, compared or added up', async () => {
    const periods = async (): Promise<readonly unknown[]> => [
      await at.hub.query(`select 1 from reconciliation.opened where period = '2014'`),
      await at.hub.query(`select 1 from reconciliation.pair where period = '2014'`),
      await at.hub.query(
        `select 1 from aggregation.feed where convert_from(bytes, 'UTF8') like '%"2014"%'`,
      ),
    ]
    const journal = new Client({ connectionString: at.hub.databaseUrl })
    await journal.connect()
    // Whoever holds the head holds every line that is to be written.
    await journal.query('begin')
    await journal.query('select from journal.head for update')
    await report(at.be, { 2014: 600 })
    await report(at.dk, { 2014: 610 })
    await eventually(
      () => at.hub.query(`select 1 from reconciliation.commitment where period = '2014'`),
      (rows) => rows.length === 2,
    )
    await new Promise((done) => setTimeout(done, 1_500))
    expect(await periods()).toEqual([[], [], []])
    await journal.query('rollback')
    await journal.end()
    await eventually(periods, (found) => found.every((rows) => (rows as object[]).length > 0))
  })
})

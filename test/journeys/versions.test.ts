// SPDX-License-Identifier: Apache-2.0
import { contractUrn, convertDown, rowsOf, toColumns, validate } from '@corridor/contracts'
import { digestOf } from '@corridor/message'
import {
  acceptVersion,
  connectParticipant,
  keepInInbox,
  newestDelivery,
  proposeAgreement,
  readInbox,
  signAgreement,
  signedRequest,
  takeStatements,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { must, newParticipant, operatorOf } from './cast'
import { modes, raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, send } from './raw-message'
import { reportsIn } from './reports-in'

const terms = corridorTerms(['BE', 'DK'])

// One figure from Belgium to Denmark, as each side says it.
const older = convertDown('migration-flow', { from: '1.1.0', to: '1.0.0' }, outflow('BE')).dataset
const [figure] = rowsOf(outflow('BE'))
const inflow = { ...figure!, reporter: 'DK', direction: 'inflow' } as const
const newer = toColumns(outflow('BE').definition, [
  { ...inflow, value: 500 },
  { ...inflow, education: 'ED6', value: 120 },
])

async function sent(profile: Profile, version: string, data: object | null): Promise<unknown> {
  const dataschema = contractUrn('migration-flow', version)
  const bytes = messageBytes(profile.participant, { dataschema, data })
  const connection = must(await connectParticipant(profile), 'connect')
  await send(connection, await sealedBy(profile, bytes))
  const answers: unknown[] = []
  await takeStatements(connection, {
    // All is kept: what the other side has sent may come first.
    keep: (received) => {
      keepInInbox(profile, received)
      const { digest, statement } = received.event.data
      if (digest === digestOf(bytes)) answers.push(statement)
    },
    enough: () => answers.length > 0,
    idleMs: 5_000,
  })
  await connection.close()
  return answers[0]
}

async function take(profile: Profile): Promise<void> {
  const connection = must(await connectParticipant(profile), 'connect')
  const keep = (received: Parameters<typeof keepInInbox>[1]): void => {
    keepInInbox(profile, received)
  }
  await takeStatements(connection, { keep, enough: () => false, idleMs: 700 })
  await connection.close()
}

describe.each(modes)('two states on two versions of a contract, %s', (mode) => {
  let hub: Hub
  let operator: Profile
  let be: Profile
  let dk: Profile

  beforeAll(async () => {
    hub = await raiseHub(mode)
    operator = await operatorOf(hub)
    be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
    dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
    const members = ['BE', 'DK']
    await newParticipant(hub, operator, { participant: 'BEDK', kind: 'committee', members })
    must(await proposeAgreement(be, terms), 'propose')
    for (const side of [be, dk]) must(await signAgreement(side, terms), 'sign')
  })

  afterAll(() => hub.close())

  it('say which version each of them takes; one that the hub does not know is refused', async () => {
    const accepts = (profile: Profile, version: string) =>
      acceptVersion(profile, { name: 'migration-flow', version })
    expect(must(await accepts(be, '1.0.0'), 'accept')).toMatchObject({ participant: 'BE' })
    expect(must(await accepts(dk, '1.1.0'), 'accept')).toMatchObject({ version: '1.1.0' })
    expect(await accepts(dk, '7.0.0')).toMatchObject({
      ok: false,
      refusal: { code: 'CONTRACT_VERSION_UNKNOWN' },
    })
    const subscribers = await eventually(
      () =>
        hub.query(
          `select recipient, version from delivery.subscriber_v1
           where contract = 'migration-flow' and version is not null order by recipient`,
        ),
      (rows) => rows.length === 2,
    )
    expect(subscribers).toEqual([
      { recipient: 'BE', version: '1.0.0' },
      { recipient: 'DK', version: '1.1.0' },
    ])
    const target = '/api/subscribers?contract=migration-flow'
    const told = must(await signedRequest<object>(operator, { method: 'GET', target }), 'ask')
    const agreements = ['BE-DK-2026']
    expect(told).toMatchObject({
      subscribers: [
        { participant: 'BE', version: '1.0.0', agreements },
        { participant: 'DK', version: '1.1.0', agreements },
      ],
    })
  })

  it('send as they can, each in its own version', async () => {
    expect(await sent(be, '1.0.0', older)).toBe('accepted')
    expect(await sent(be, '1.1.0', older)).toBe('refused')
    expect(await sent(dk, '1.1.0', newer)).toBe('accepted')
  })

  it('get the other side’s figures in the version that they take', async () => {
    await eventually(
      () => hub.query('select 1 from delivery.release_v1'),
      (rows) => rows.length === 2,
    )
    for (const side of [be, dk]) await take(side)
    const [toDenmark] = await readInbox(dk, 'delivery')
    expect(toDenmark?.event.data['figures']).toMatchObject({
      version: '1.1.0',
      dataset: { education: '_T', value: 447, rows: 1 },
    })
    const [toBelgium] = await readInbox(be, 'delivery')
    expect(toBelgium?.event.data['figures']).toMatchObject({
      version: '1.0.0',
      dataset: { value: 500, rows: 1 },
    })
    const { dataset } = toBelgium?.event.data['figures'] as { readonly dataset: object }
    expect(validate('migration-flow', '1.0.0', dataset).ok).toBe(true)
    const newest = must(newestDelivery(toBelgium!), 'read as the newest')
    expect(newest.dataset).toMatchObject({ education: '_T', value: 500 })
    const released =
      'select recipient, version, left_out from delivery.release_v1 order by recipient'
    expect(await hub.query(released)).toEqual([
      { recipient: 'BE', version: '1.0.0', left_out: 0 },
      { recipient: 'DK', version: '1.1.0', left_out: 0 },
    ])
  })

  it('have their figures set beside each other, the totals only', async () => {
    await eventually(
      () => hub.query('select 1 from reconciliation.report_v1'),
      (rows) => rows.length === 1,
    )
    await take(be)
    const [report] = await reportsIn(be)
    expect(validate('reconciliation-report', '1.0.0', report?.data)).toMatchObject({
      ok: true,
      value: { originSays: [447], destinationSays: [500], difference: [-53] },
    })
  })
})

// SPDX-License-Identifier: Apache-2.0
import { recordedFigures } from './recorded-figures'
import {
  toColumns,
  validate,
  type FlowRow,
  type MigrationFlow,
  type Receipt,
} from '@corridor/contracts'
import {
  actOnAgreement,
  askStatements,
  connectParticipant,
  keepInInbox,
  proposeAgreement,
  publish,
  putInOutbox,
  readInbox,
  showAgreement,
  signAgreement,
  submissionOf,
  takeStatements,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { must, newParticipant, operatorOf } from './cast'
import { modes, raiseHub, type Hub } from './raise-hub'
import { reportsIn } from './reports-in'

const register = {
  minimumStay: 'P12M',
  population: 'all',
  source: 'register',
  partnerConcept: 'residence',
  eventConcept: 'registration',
  ageDefinition: 'completed',
  periodConvention: 'calendar',
} as const
const terms = corridorTerms(['BE', 'DK'])

function figure(reporter: string, direction: 'inflow' | 'outflow', value: number): MigrationFlow {
  const row: FlowRow = {
    reporter,
    direction,
    origin: 'BE',
    destination: 'DK',
    period: '2016',
    sex: '_T',
    age: '_T',
    occupation: '_T',
    sector: '_T',
    stay: '_T',
    education: '_T',
    value,
    valueStatus: 'value',
    lower: null,
    upper: null,
    obsStatus: 'A',
    confStatus: 'F',
  }
  return toColumns(register, [row])
}

async function send(profile: Profile, flow: MigrationFlow): Promise<Record<string, unknown>> {
  const connection = must(await connectParticipant(profile), 'connect')
  try {
    const receipts = must(
      await publish(connection, [await putInOutbox(profile, submissionOf('migration-flow', flow))]),
      'publish',
    )
    return [...receipts.values()][0]?.event.data ?? {}
  } finally {
    await connection.close()
  }
}

async function take(profile: Profile): Promise<void> {
  const connection = must(await connectParticipant(profile), 'connect')
  const keep = (received: Parameters<typeof keepInInbox>[1]): void => {
    keepInInbox(profile, received)
  }
  await takeStatements(connection, { keep, enough: () => false, idleMs: 700 })
  await connection.close()
}

describe.each(modes)('one real figure, %s', (mode) => {
  let hub: Hub
  let be: Profile
  let dk: Profile
  let committee: Profile

  beforeAll(async () => {
    hub = await raiseHub(mode)
    const operator = await operatorOf(hub)
    be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
    dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
    committee = await newParticipant(hub, operator, {
      participant: 'BEDK',
      kind: 'committee',
      members: ['BE', 'DK'],
    })
  })

  afterAll(() => hub.close())

  it('goes through the bus to a receipt that the hub has signed', async () => {
    expect(await send(be, figure('BE', 'outflow', 447))).toMatchObject({
      statement: 'accepted',
      rows: 1,
    })
  })

  it('gives the same receipt when it is sent again, and is stored once', async () => {
    const again = await send(be, figure('BE', 'outflow', 447))
    const [first] = await readInbox(be, 'receipt')
    expect(again).toEqual(first?.event.data)
    expect(await recordedFigures(hub)).toHaveLength(1)
  })

  it('reaches nobody while no agreement is in force', async () => {
    must(await proposeAgreement(be, terms), 'propose')
    expect(must(await signAgreement(be, terms), 'sign as Belgium').state).toBe('signing')
    await take(dk)
    expect(await readInbox(dk, 'delivery')).toEqual([])
  })

  it('reaches the partner once both have signed, naming agreement, clause and commitment', async () => {
    expect(must(await signAgreement(dk, terms), 'sign as Denmark').state).toBe('in-force')
    await eventually(
      () => hub.query('select 1 from delivery.release_v1'),
      (rows) => rows.length === 1,
    )
    await take(dk)
    const [delivery] = await readInbox(dk, 'delivery')
    const [receipt] = await readInbox(be, 'receipt')
    expect(delivery?.event.data).toMatchObject({
      recipient: 'DK',
      number: 1,
      figures: {
        grants: [{ agreement: 'BE-DK-2026', clause: '1', first: 1, last: 1 }],
        protection: [{ agreement: 'BE-DK-2026', method: 'published-figures-no-protection' }],
        sender: 'BE',
        dataset: { value: 447 },
        commitment: receipt?.event.data['digest'],
      },
    })
  })

  it('is stated to its sender as delivered, signed by the hub', async () => {
    const [sent] = await hub.query<{ id: string }>(
      `select id from intake.submission where participant = 'BE'`,
    )
    // What the pinned key of the hub did not sign is left out.
    const stated = async (): Promise<readonly Receipt[]> =>
      must(await askStatements(be, sent!.id), 'ask').map(({ receipt }) => receipt)
    const statements = await eventually(stated, (all) => all.at(-1)?.statement === 'delivered')
    expect(statements.at(-1)).toMatchObject({
      recipient: 'DK',
      rows: 1,
      submission: { id: sent!.id, source: 'BE' },
    })
  })

  it('has its acknowledgement recorded', async () => {
    const delivered = () => hub.query<{ state: string }>('select state from delivery.release_v1')
    await eventually(delivered, ([release]) => release?.state === 'DELIVERED')
  })

  it("is set beside the partner's mirror figure in a report for both sides and their committee", async () => {
    await send(dk, figure('DK', 'inflow', 500))
    await eventually(
      () => hub.query('select 1 from reconciliation.report_v1'),
      (rows) => rows.length === 1,
    )
    for (const reader of [be, dk, committee]) {
      await take(reader)
      const [report] = await reportsIn(reader)
      const content = validate('reconciliation-report', '1.0.0', report?.data)
      expect(content).toMatchObject({
        ok: true,
        value: {
          originSays: [447],
          destinationSays: [500],
          difference: [-53],
          outcome: ['outside'],
        },
      })
    }
  })

  it('goes no further once a side has terminated', async () => {
    const act = { act: 'terminate', reason: 'the trial is over' } as const
    const shown = must(await showAgreement(dk, terms.id), 'show')
    expect(must(await actOnAgreement(dk, shown, act), 'terminate').state).toBe('terminated')
    await eventually(
      () =>
        hub.query<{ status: string }>(
          "select standing ->> 'status' as status from delivery.agreement",
        ),
      ([row]) => row?.status === 'terminated',
    )
    await send(be, figure('BE', 'outflow', 448))
    await take(dk)
    expect(await hub.query('select 1 from delivery.release_v1')).toHaveLength(2)
  })
})

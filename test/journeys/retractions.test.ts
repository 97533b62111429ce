// SPDX-License-Identifier: Apache-2.0
import { connectParticipant, proposeAgreement, signAgreement, type Profile } from '@corridor/sdk'
import type { Agreement } from '@corridor/contracts'
import { eventually } from '@corridor/testing'
import { consentTerms, secretariat } from '../../apps/cli/src/demonstration/region'
import { must, newParticipant, operatorOf } from './cast'
import { deliveriesOf, take } from './delivered-figures'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, send } from './raw-message'
import { terms } from './shared-corridor'

describe('a figure that its sender takes back', () => {
  let hub: Hub
  let be: Profile
  let dk: Profile

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    const operator = await operatorOf(hub)
    const enrol = (participant: string, kind: string): Promise<Profile> =>
      newParticipant(hub, operator, { participant, kind, members: kind === 'state' ? [] : ['BE'] })
    be = await enrol('BE', 'state')
    dk = await enrol('DK', 'state')
    const region = await enrol(secretariat.participant, 'secretariat')
    await agree(terms, [be, dk])
    await agree(consentTerms('BE'), [be, region])
    await sendFigure(be, outflow('BE', { value: 44_701 }))
    await eventually(
      () => hub.query('select 1 from aggregation.flow'),
      (rows) => rows.length === 1,
    )
    await sendFigure(be, outflow('BE', { value: null, valueStatus: 'retracted' }))
  }, 60_000)

  afterAll(() => hub.close())

  it('is added up no longer', async () => {
    await eventually(
      () => hub.query('select 1 from aggregation.flow'),
      (rows) => rows.length === 0,
    )
  })

  it('is handed to the partner as taken back, after the figure itself', async () => {
    const released = (): Promise<readonly unknown[]> =>
      hub.query(`select 1 from delivery.release_v1 where recipient = 'DK'`)
    expect(await eventually(released, (rows) => rows.length >= 2)).toHaveLength(2)
    await take(dk)
    expect(await deliveriesOf(dk)).toMatchObject([
      { figures: { dataset: { value: 44_701, valueStatus: 'value' } } },
      { figures: { dataset: { value: null, valueStatus: 'retracted' } } },
    ])
  })

  it('is compared with nothing, and never as a zero', async () => {
    const pairs = (): Promise<readonly { outcome: string }[]> =>
      hub.query('select outcome, origin_says from reconciliation.pair where origin_says is null')
    expect(await eventually(pairs, (rows) => rows.length > 0)).toEqual([
      { outcome: 'one-sided', origin_says: null },
    ])
  })
})

async function agree(agreed: Agreement, parties: readonly Profile[]): Promise<void> {
  const [first] = parties
  if (first === undefined) throw new Error('could not agree: there is no party')
  must(await proposeAgreement(first, agreed), 'propose')
  for (const party of parties) must(await signAgreement(party, agreed), 'sign')
}

async function sendFigure(profile: Profile, data: object): Promise<void> {
  const connection = must(await connectParticipant(profile), 'connect')
  await send(connection, await sealedBy(profile, messageBytes(profile.participant, { data })))
  await connection.close()
}

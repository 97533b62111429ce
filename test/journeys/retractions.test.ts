// SPDX-License-Identifier: Apache-2.0
import type { Aggregate, Agreement } from '@corridor/contracts'
import {
  connectParticipant,
  proposeAgreement,
  readInbox,
  signAgreement,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { consentTerms, secretariat } from '../../apps/cli/src/demonstration/region'
import { must, newParticipant, operatorOf } from './cast'
import { deliveriesOf, take } from './delivered-figures'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, send } from './raw-message'
import { rowsIn } from './region-lines'
import { reportsIn } from './reports-in'
import { terms } from './shared-corridor'

describe('a figure', () => {
  let hub: Hub
  let be: Profile
  let dk: Profile
  let region: Profile

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    const operator = await operatorOf(hub)
    const enrol = (participant: string, kind: string): Promise<Profile> =>
      newParticipant(hub, operator, {
        ...{ participant, kind },
        members: kind === 'state' ? [] : ['BE', 'DK'],
      })
    be = await enrol('BE', 'state')
    dk = await enrol('DK', 'state')
    region = await enrol(secretariat.participant, 'secretariat')
    await agree(terms, [be, dk])
    await agree(consentTerms('BE'), [be, region])
    await agree(consentTerms('DK'), [dk, region])
    await sendFigure(dk, outflow('DK', { ...corridor, direction: 'inflow', value: 43_900 }))
    await sendFigure(be, outflow('BE', { value: 44_701 }))
    await feedThatSays(44_701)
  }, 60_000)

  afterAll(() => hub.close())

  const corridor = { origin: 'BE', destination: 'DK' }
  const newestFeed = async (): Promise<Aggregate | undefined> => {
    await take(region)
    const feeds = (await readInbox(region, 'feed')).map(({ event }) => event.data)
    return feeds.map((one) => one as unknown as Aggregate).at(-1)
  }
  const feedThatSays = (left: number): Promise<Aggregate | undefined> =>
    eventually(newestFeed, (feed) => feed?.moves.asReportedByOrigins[0] === left)
  const messagesOfBelgium = (): Promise<readonly { digest: string; position: number }[]> =>
    hub.query(
      `select digest, position::int from intake.dataset_v1 where participant = 'BE' order by position`,
    )

  describe('that its sender corrects', () => {
    beforeAll(() => sendFigure(be, outflow('BE', { value: 44_071 })))

    it('is in the next sums of the region, which name the message that they have it of', async () => {
      const feed = await feedThatSays(44_071)
      const [first, corrected] = await messagesOfBelgium()
      expect(feed?.madeOf).toMatchObject({ rows: 2, member: ['DK', 'BE'] })
      expect(feed?.madeOf.commitment).toContain(corrected?.digest)
      expect(feed?.madeOf.commitment).not.toContain(first?.digest)
    })

    it('is handed to the partner, under the commitment of the same message', async () => {
      await take(dk)
      const [first, corrected] = await messagesOfBelgium()
      expect(await deliveriesOf(dk)).toMatchObject([
        { figures: { dataset: { value: 44_701 }, commitment: first?.digest } },
        { figures: { dataset: { value: 44_071 }, commitment: corrected?.digest } },
      ])
    })

    it('is in the next report to both, which says of which message', async () => {
      const [, corrected] = await messagesOfBelgium()
      for (const side of [be, dk]) {
        const newest = await eventually(
          async () => {
            await take(side)
            return (await reportsIn(side)).at(-1)?.data
          },
          (report) => JSON.stringify(report).includes('44071'),
        )
        expect(rowsIn(newest ?? {}, ['originSays', 'originPosition'])).toEqual([
          { originSays: 44_071, originPosition: corrected?.position },
        ])
      }
    })
  })

  describe('that its sender takes back', () => {
    beforeAll(() => sendFigure(be, outflow('BE', { value: null, valueStatus: 'retracted' })))

    it('is added up no longer', async () => {
      const feed = await eventually(newestFeed, (one) => one?.corridors === 0)
      expect(feed?.madeOf).toMatchObject({ rows: 0, commitment: [] })
    })

    it('is handed to the partner as taken back, after the figure itself', async () => {
      const released = (): Promise<readonly unknown[]> =>
        hub.query(`select 1 from delivery.release_v1 where recipient = 'DK'`)
      expect(await eventually(released, (rows) => rows.length >= 3)).toHaveLength(3)
      await take(dk)
      expect((await deliveriesOf(dk)).at(-1)).toMatchObject({
        figures: { dataset: { value: null, valueStatus: 'retracted' } },
      })
    })

    it('is compared with nothing, and never as a zero', async () => {
      const pairs = (): Promise<readonly { outcome: string }[]> =>
        hub.query('select outcome, origin_says from reconciliation.pair where origin_says is null')
      expect(await eventually(pairs, (rows) => rows.length > 0)).toEqual([
        { outcome: 'one-sided', origin_says: null },
      ])
    })
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

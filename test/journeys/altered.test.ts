// SPDX-License-Identifier: Apache-2.0
import { problem } from '@corridor/contracts'
import { connectParticipant, type ParticipantConnection, type Profile } from '@corridor/sdk'
import { eventually, mutatedBytes, seeded } from '@corridor/testing'
import { must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, send } from './raw-message'

/** `npm run fuzz` tries a million at the judge alone; these go the whole way to PostgreSQL. */
const altered = 120

describe('messages that somebody altered on their way', () => {
  let hub: Hub
  let be: Profile
  let connection: ParticipantConnection

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    be = await newParticipant(hub, await operatorOf(hub), { participant: 'BE', kind: 'state' })
    connection = must(await connectParticipant(be), 'connect')
    await send(connection, await sealedBy(be, messageBytes('BE', { data: outflow('BE') })))
    await eventually(recorded, (rows) => rows.length === 1)
  }, 60_000)

  afterAll(async () => {
    await connection.close()
    await hub.close()
  })

  const recorded = (): Promise<readonly unknown[]> =>
    hub.query(
      'select s.id, s.digest, d.position, d.rows from intake.submission s join intake.dataset d on d.submission = s.position',
    )

  it('change nothing that is recorded, and each is refused with a code of the catalogue', async () => {
    const before = await recorded()
    const random = seeded(20_261_124)
    const sealed = await sealedBy(be, messageBytes('BE', { id: 'flow-2', data: outflow('BE') }))
    for (let i = 0; i < altered; i++)
      await send(connection, { ...sealed, bytes: mutatedBytes(random, sealed.bytes) })
    const refused = await eventually(
      () => hub.query<{ code: string; times: number }>('select code, times from intake.quarantine'),
      (rows) => rows.reduce((sum, { times }) => sum + times, 0) >= altered,
    )
    expect(refused.filter(({ code }) => problem(code) === undefined)).toEqual([])
    expect(await recorded()).toEqual(before)
  })
})

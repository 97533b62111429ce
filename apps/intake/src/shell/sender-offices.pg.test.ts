// SPDX-License-Identifier: Apache-2.0
import { openStore, type Store } from '@corridor/platform'
import { freshDatabase, type FreshDatabase } from '@corridor/testing'
import { DataSource } from 'typeorm'
import { staysInside } from '../domain/releasing'
import { senderOffices } from './sender-offices'

describe('whose figures a key states', () => {
  let database: FreshDatabase
  let store: Store

  beforeAll(async () => {
    database = await freshDatabase()
    const all = await new DataSource({ type: 'postgres', url: database.url }).initialize()
    await all.query(`
      insert into access.participant (id, kind, name, registered_at) values ('BE', 'state', 'Belgium', now());
      insert into access.office (participant, code, name) values ('BE', 'STAT', 'Statbel'), ('BE', 'LABOUR', 'Labour');
      insert into access.signing_key (kid, participant, office, jwk, valid_from, valid_until, roles)
        values ('stat', 'BE', 'STAT', '{}', now(), now(), '{publisher}'), ('labour', 'BE', 'LABOUR', '{}', now(), now(), '{publisher}');
      insert into access.office_act (participant, contract, number, office, at, kid, bytes, signature)
        values ('BE', 'migration-flow', 1, 'STAT', now(), 'stat', '', '');
      insert into intake.participant_key (kid, participant, jwk, valid_from, valid_until, roles, kind)
        select kid, 'BE', '{}', now(), now(), '{publisher}', 'state' from unnest('{stat,labour,lost}'::text[]) as kid`)
    await all.destroy()
    store = await openStore({ url: database.url, service: 'intake', ownRole: true })
  })
  afterAll(async () => {
    await store.destroy()
    await database.drop()
  })

  const isInside = async (kid: string): Promise<boolean | undefined> => {
    const sender = (await senderOffices(store, [kid]))(kid)
    return sender && staysInside('migration-flow', sender)
  }

  it('is said by the office that the register has it under', async () => {
    expect(await isInside('stat')).toBe(false)
    expect(await isInside('labour')).toBe(true)
  })

  it('is nobody’s but its state’s own people’s, where the register has no such key', async () => {
    expect(await isInside('lost')).toBe(true)
  })

  it('is not said of a key that intake does not know', async () => {
    expect(await isInside('strange')).toBeUndefined()
  })
})

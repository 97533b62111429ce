// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import {
  connectParticipant,
  proposeAgreement,
  signAgreement,
  signedRequest,
  type Profile,
} from '@corridor/sdk'
import { freshDatabase } from '@corridor/testing'
import { Client } from 'pg'
import { codeOf, must } from './cast'
import { tablesOf } from './plain-figures'
import type { Hub } from './raise-hub'
import { messageBytes, sealedBy, send, type outflow } from './raw-message'

/** Both sign terms, as one of them proposes them. */
export async function agreeOn(own: Agreement, parties: readonly [Profile, Profile]): Promise<void> {
  must(await proposeAgreement(parties[0], own), 'propose')
  for (const party of parties) must(await signAgreement(party, own), 'sign')
}

/** Sends one message under an id. */
export async function publish(
  profile: Profile,
  id: string,
  data: ReturnType<typeof outflow>,
): Promise<void> {
  const connection = must(await connectParticipant(profile), 'connect')
  await send(connection, await sealedBy(profile, messageBytes(profile.participant, { id, data })))
  await connection.close()
}

/** What the hub says of a message, with the signature of its receipt. */
export async function statementsOf(
  profile: Profile,
  id: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { statements, ...shown } = must(
    await signedRequest<{ statements: readonly { statement: string; signature: string }[] }>(
      profile,
      { method: 'GET', target: `/api/submissions/${id}` },
    ),
    'ask',
  )
  const accepted = statements.find(({ statement }) => statement === 'accepted')
  return { ...shown, signature: accepted?.signature }
}

/** The code by which an order to delete is refused. */
export async function refusedFor(profile: Profile, order: object): Promise<string> {
  return codeOf(
    await signedRequest(profile, {
      method: 'POST',
      target: '/api/erasures',
      body: Buffer.from(JSON.stringify(order)),
    }),
  )
}

/** What an operator has: every row of the database, put into another one. */
export async function restoredBackup(
  hub: Hub,
): Promise<{ readonly query: Hub['query']; readonly url: string; close: () => Promise<void> }> {
  const database = await freshDatabase()
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query('set session_replication_role = replica')
  const tables = await tablesOf(hub.query)
  await client.query(`truncate ${tables.join(', ')}`)
  for (const table of tables) {
    const [row] = await hub.query<{ rows: string | null }>(
      `select json_agg(t)::text as rows from ${table} t`,
    )
    await client.query(
      `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1::json)`,
      [row?.rows ?? '[]'],
    )
  }
  return {
    url: database.url,
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await client.query(sql, [...parameters])).rows as readonly Row[],
    close: async () => {
      await client.end()
      await database.drop()
    },
  }
}

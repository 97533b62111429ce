// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { freshDatabase, type FreshDatabase } from './fresh-database'
import { schemaText } from './schema-text'

const apps = join(__dirname, '..', '..', '..', 'apps')
const services = readdirSync(apps).filter((name) => existsSync(join(apps, name, 'migrations')))

describe('the schema of a service', () => {
  let database: FreshDatabase

  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.drop())

  it.each(services)('%s is written down as its migrations leave it', async (service) => {
    const file = join(apps, service, 'schema.sql')
    const kept = existsSync(file) ? readFileSync(file, 'utf8') : ''
    // Where they differ: node deploy/local/schema.mjs writes the files anew.
    expect(kept).toBe(await schemaText(database.url, service))
  })

  it('is not written down where it has something that the text would leave out', async () => {
    await onDatabase(database, 'create sequence journal.line')
    await expect(schemaText(database.url, 'journal')).rejects.toThrow('the relation line')
  })
})

describe('the service roles', () => {
  let database: FreshDatabase

  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.drop())

  it('write their own schema, and of another read versioned views only', async () => {
    const texts = await Promise.all(services.map((name) => schemaText(database.url, name)))
    const grants = texts.flatMap((text) =>
      [...text.matchAll(grantLine)].map(({ groups }) => groups),
    )
    // Every grant is one to a service: a line of another form would be a grant to somebody else.
    expect(grants.length).toBe(texts.join('').match(/^grant /gm)?.length)
    const roles = new Set(grants.map((grant) => grant?.['role']))
    expect([...roles].sort()).toEqual([...services, 'console'].sort())
    const across = grants.filter((grant) => grant?.['role'] !== grant?.['schema'])
    expect(across.filter((grant) => !/_v\d+$/.test(grant?.['relation'] ?? ''))).toEqual([])
    expect(new Set(across.map((grant) => grant?.['rights']))).toEqual(new Set(['select']))
  })
})

const grantLine =
  /^grant (?<rights>[a-z, ]+) on (?<schema>\w+)\.(?<relation>\w+) to corridor_(?<role>\w+);$/gm

async function onDatabase({ url }: FreshDatabase, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

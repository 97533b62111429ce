// SPDX-License-Identifier: Apache-2.0
// A sender's own figures, read back: as they stand, as they stood, and what has changed.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Ajv2019 from 'ajv/dist/2019'
import addFormats from 'ajv-formats'
import { newestVersion, toColumns, type FlowRow } from '@corridor/contracts'
import { readFile } from '@corridor/formats'
import type { Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'
import { ask, expectProblem, signedRaw, type RawAnswer } from './raw-request'

let hub: Hub
let be: Profile
let dk: Profile
const instants: string[] = []
const positions: number[] = []

const json = 'application/json'
const base = outflow('BE')

beforeAll(async () => {
  hub = await raiseHub('in one process')
  const operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
  await sendRows({ destination: 'DK', value: 100 }, { destination: 'SE', value: 200 })
  await sendRows(
    { destination: 'DK', value: 111 },
    { destination: 'FI', period: '2015', value: 300 },
  )
  await sendRows({ destination: 'SE', value: null, valueStatus: 'retracted' })
})

afterAll(() => hub.close())

/** Sends flows of Belgium and waits until they are indexed; notes the position and an instant after it. */
async function sendRows(...rows: readonly Partial<FlowRow>[]): Promise<void> {
  const [row] = [base].map(({ rows: _, definition, ...columns }) => ({ definition, columns }))
  if (row === undefined) throw new Error('there is no row')
  const flows = rows.map(
    (change) => ({ lower: null, upper: null, ...row.columns, ...change }) as FlowRow,
  )
  const data = toColumns(row.definition, flows)
  const sealed = await sealedBy(be, messageBytes('BE', { data }))
  const sent = await submit(hub, sealed)
  expect(sent.status).toBe(200)
  const position = Number(sent.json['position'])
  await eventually(
    () => hub.query<{ position: string }>('select position from intake.vintage_cursor'),
    ([cursor]) => Number(cursor?.position) >= position,
  )
  positions.push(position)
  await new Promise((done) => setTimeout(done, 20))
  instants.push(new Date().toISOString())
}

async function read(query = '', accept = json, who = be): Promise<RawAnswer> {
  const request = await signedRaw(
    who,
    query.startsWith('/') ? query : `/api/data/migration-flow${query}`,
  )
  return ask(hub.http, { ...request, headers: { ...request.headers, accept } })
}

/** What an answer says of each cell: destination, period, value. */
async function cells(answer: RawAnswer): Promise<readonly string[]> {
  expect(answer.status).toBe(200)
  const { datasets } = answer.json as { datasets: { contract: object; data: object }[] }
  const csv = datasets.flatMap(({ data }) => {
    const { rows, destination, period, value, valueStatus } = data as Record<string, unknown>
    const at = (column: unknown, row: number): unknown =>
      Array.isArray(column) ? (column[row] as unknown) : column
    return Array.from({ length: Number(rows) }, (_, row) =>
      [destination, period, value ?? valueStatus]
        .map((column) => String(at(column, row)))
        .join(' '),
    )
  })
  return Promise.resolve(csv.sort())
}

describe('own figures', () => {
  it('are the newest vintage of each cell, without those that were taken back', async () => {
    const answer = await read()
    expect(await cells(answer)).toEqual(['DK 2016 111', 'FI 2015 300'])
    expect(answer.headers.get('corridor-as-of-position')).toBe(
      String(answer.json['asOf'] && (answer.json['asOf'] as { position: number }).position),
    )
    expect(answer.headers.get('corridor-not-indexed')).toBe('0')
  })

  it('can be read as of a position or an instant', async () => {
    expect(await cells(await read(`?asOf=${String(positions[0])}`))).toEqual([
      'DK 2016 100',
      'SE 2016 200',
    ])
    const then = await read(`?asOf=${instants[1] ?? ''}`)
    expect(await cells(then)).toEqual(['DK 2016 111', 'FI 2015 300', 'SE 2016 200'])
    expect(then.headers.get('corridor-as-of')).toBe(instants[1])
    expect((await read('?asOf=2016-01-01T00:00:00Z')).status).toBe(204)
  })

  it('that have changed since are told, also those that were taken back', async () => {
    expect(await cells(await read(`?updatedAfter=${instants[0] ?? ''}`))).toEqual([
      'DK 2016 111',
      'FI 2015 300',
      'SE 2016 retracted',
    ])
    expect(await cells(await read(`?updatedAfter=${instants[1] ?? ''}`))).toEqual([
      'SE 2016 retracted',
    ])
    expect((await read(`?updatedAfter=${instants[2] ?? ''}`)).status).toBe(204)
  })

  it('can be read with every vintage', async () => {
    expect(await cells(await read('?includeHistory=true'))).toEqual([
      'DK 2016 100',
      'DK 2016 111',
      'FI 2015 300',
      'SE 2016 200',
      'SE 2016 retracted',
    ])
  })

  it.each([
    ['?period=2015', ['FI 2015 300']],
    ['?c[DESTINATION]=DK,SE', ['DK 2016 111']],
    ['?c%5Bdestination%5D=ne:DK', ['FI 2015 300']],
    ['?c[TIME_PERIOD]=ge:2014%2Ble:2015', ['FI 2015 300']],
    [
      '/api/sdmx/data/dataflow/CORRIDOR/migration-flow/1.0.0/BE.outflow.*.FI.*.*.*.*.*',
      ['FI 2015 300'],
    ],
    [
      '/api/sdmx/data/dataflow/CORRIDOR/CORRIDOR_MIGRATION_FLOW/*/*',
      ['DK 2016 111', 'FI 2015 300'],
    ],
  ])('are filtered: %s', async (query, expected) => {
    expect(await cells(await read(query))).toEqual(expected)
  })

  it('come in pages', async () => {
    const first = await read('?limit=1')
    expect(first.headers.get('corridor-next-offset')).toBe('1')
    const second = await read('?limit=1&offset=1')
    expect(second.headers.get('corridor-next-offset')).toBeNull()
    expect([...(await cells(first)), ...(await cells(second))].sort()).toEqual([
      'DK 2016 111',
      'FI 2015 300',
    ])
  })

  it('are nobody else’s', async () => {
    expect((await read('', json, dk)).status).toBe(204)
    expectProblem(
      await ask(hub.http, { target: '/api/data/migration-flow' }),
      401,
      'SIGNATURE_MISSING',
    )
  })

  it.each([
    ['?asOf=yesterday', 'QUERY_WRONG'],
    ['?updatedAfter=2016-01-01T00:00', 'QUERY_WRONG'],
    ['?c[STARS]=1', 'QUERY_WRONG'],
    ['?limit=20001', 'QUERY_WRONG'],
    ['?colour=red', 'QUERY_WRONG'],
    ['/api/sdmx/data/dataflow/CORRIDOR/migration-flow/1.0.0/BE.DK', 'QUERY_WRONG'],
  ])('are not given where the question cannot be understood: %s', async (query, code) => {
    expectProblem(await read(query), 422, code)
  })

  it('are not given in a format that there is not, nor of a contract that there is not', async () => {
    expectProblem(await read('', 'application/vnd.sdmx.data+xml'), 406, 'NOT_ACCEPTABLE')
    expectProblem(
      await read('', 'application/vnd.sdmx.data+csv;version=1.0.0;labels=name'),
      406,
      'NOT_ACCEPTABLE',
    )
    expectProblem(await read('/api/data/receipt'), 404, 'NOT_FOUND')
  })
})

const schemaFile = resolve(
  __dirname,
  '../../../shared/data/open/sdmx_samples/sdmx-json-data-schema.json',
)
const withSchema = existsSync(schemaFile)

describe('the formats of own figures', () => {
  it.each([
    ['text/csv', 'csv'],
    ['application/vnd.sdmx.data+csv;version=1.0.0;labels=both', 'sdmx-csv-1.0'],
    ['application/vnd.sdmx.data+csv;version=2.0.0', 'sdmx-csv-2.0'],
    ['application/vnd.sdmx.data+csv;version=2.1.0;labels=name', 'sdmx-csv-2.1'],
    ['application/vnd.sdmx.data+json;version=2.1.0', 'sdmx-json-2'],
    ['application/vnd.sdmx.data+json;version=2.0.0', 'sdmx-json-2'],
  ])('%s are read back as they were', async (accept, format) => {
    const answer = await read('', accept)
    expect(answer.headers.get('content-type')).toContain(accept.split(';')[0])
    const reading = await readFile(Buffer.from(answer.text), {
      fileName: 'figures',
      contract: { name: 'migration-flow', version: newestVersion('migration-flow') },
    })
    expect(reading).toMatchObject({ format, rowsRead: 2, problems: [] })
    const values = reading.parts.flatMap(({ data }) => [data['value']].flat())
    expect(values.sort()).toEqual([111, 300])
  })

  const title = withSchema
    ? ''
    : ' (skipped: the schema is not in ../shared/data/open/sdmx_samples)'
  ;(withSchema ? it : it.skip)(`SDMX-JSON is valid by its published schema${title}`, async () => {
    const ajv = new Ajv2019({ strict: false, allErrors: true })
    addFormats(ajv)
    const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object)
    for (const query of ['', '?includeHistory=true', `?updatedAfter=${instants[0] ?? ''}`]) {
      const { json: message } = await read(query, 'application/vnd.sdmx.data+json')
      expect([validate(message), validate.errors]).toEqual([true, null])
    }
  })
})

describe('figures whose message was withdrawn', () => {
  it('are what they were before, and count as changed', async () => {
    await sendRows({ destination: 'DK', value: 115 }, { destination: 'NO', value: 5 })
    const before = instants.at(-1) ?? ''
    await hub.query('insert into intake.vintage_end values ($1, $1, now())', [positions.at(-1)])
    expect(await cells(await read())).toEqual(['DK 2016 111', 'FI 2015 300'])
    expect(await cells(await read(`?updatedAfter=${before}`))).toEqual([
      'DK 2016 111',
      'NO 2016 retracted',
    ])
  })
})

// SPDX-License-Identifier: Apache-2.0
// Files are judged as messages would be, and nothing of them is kept.
import { writeCsv } from '@corridor/formats'
import type { Profile } from '@corridor/sdk'
import { newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { outflow } from './raw-message'
import { ask, expectProblem, signedRaw, type RawAnswer } from './raw-request'

let hub: Hub
let be: Profile

beforeAll(async () => {
  hub = await raiseHub('in one process')
  const operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
})

afterAll(() => hub.close())

const contract = { name: 'migration-flow', version: '1.0.0' }
const csvOf = (many: number): string => {
  const destination = Array.from({ length: many }, (_, row) => (row % 2 === 0 ? 'DK' : 'SE'))
  const period = Array.from({ length: many }, (_, row) => String(1950 + (row % 76) - (row % 2)))
  const data = { ...outflow('BE'), rows: many, destination, period }
  return writeCsv([{ contract, data }])
}

async function validate(file: string, query = '?contract=migration-flow'): Promise<RawAnswer> {
  return ask(
    hub.http,
    await signedRaw(be, `/api/validations${query}`, { method: 'POST', body: file }),
  )
}

describe('a file to be validated', () => {
  it('that is good would be accepted, and nothing of it is kept', async () => {
    expect(await validate(csvOf(2))).toMatchObject({
      status: 200,
      json: {
        wouldBe: 'accepted',
        file: { format: 'csv', rowsRead: 2, observations: 2 },
        problems: [],
        datasets: [{ contract: { name: 'migration-flow' }, rows: 2, report: { errors: 0 } }],
      },
    })
    expect(
      await hub.query('select 1 from intake.submission union all select 1 from intake.quarantine'),
    ).toEqual([])
  })

  it('that is bad is told with the rows and columns of the file, and what to do', async () => {
    const answer = await validate(csvOf(2).replace('SE', 'QQ'))
    expect(answer).toMatchObject({ status: 200, json: { wouldBe: 'refused' } })
    const { datasets, problems } = answer.json as {
      datasets: { report: { lines: object[] } }[]
      problems: object[]
    }
    const told = [...problems, ...datasets.flatMap(({ report }) => report.lines)]
    expect(told).toContainEqual(
      expect.objectContaining({ number: 'E201', remedy: expect.any(String) as string }),
    )
    expect(JSON.stringify(told)).toMatch(/"row":3|"fileRows":\[3\]/)
  })

  it('that is nothing of the kind is told too', async () => {
    expect((await validate('\0\u0001 nothing', '?fileName=nothing.bin')).json).toMatchObject({
      wouldBe: 'refused',
    })
  })

  it('of many rows leaves the hub free for others', async () => {
    const file = csvOf(20_000)
    const slow = validate(file)
    let longest = 0
    let done = false
    void slow.finally(() => (done = true))
    while (!(done as boolean)) {
      const start = performance.now()
      expect((await ask(hub.http, { target: '/health/live' })).status).toBe(200)
      longest = Math.max(longest, performance.now() - start)
    }
    expect((await slow).status).toBe(200)
    // Generous: other tests have this machine too.
    expect(longest).toBeLessThan(2_000)
  })

  it('is not even read where nobody known could have signed it, nor where it is larger than 50 MB', async () => {
    const target = '/api/validations'
    expectProblem(await ask(hub.http, { target, method: 'POST', body: 'x' }), 401, 'KEY_UNKNOWN')
    expectProblem(await validate('x', '?contract=receipt'), 422, 'QUERY_WRONG')
    expectProblem(await validate('x'.repeat(52_428_801)), 413, 'MESSAGE_TOO_LARGE')
  })
})

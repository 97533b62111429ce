// SPDX-License-Identifier: Apache-2.0
// What a sender stated before is looked at by the hub itself: a thousandfold, an opposite flow, last year's file, a jump. All figures
// are synthetic.
import { rowsOf, toColumns, type FlowRow } from '@corridor/contracts'
import { openStatement, type Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'

const destinations = ['AT', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'IT', 'LT', 'NL', 'PL', 'SE']
const out2015 = destinations.map((_, i) => 310 + 37 * i)
const in2015 = destinations.map((_, i) => 2_900 - 111 * i)

let hub: Hub
let be: Profile

beforeAll(async () => {
  hub = await raiseHub('in one process')
  be = await newParticipant(hub, await operatorOf(hub), { participant: 'BE', kind: 'state' })
  const accepted = { statement: 'accepted' }
  expect(await answerTo(rows('outflow', '2015', out2015))).toMatchObject(accepted)
  expect(await answerTo(rows('inflow', '2015', in2015))).toMatchObject(accepted)
})

afterAll(() => hub.close())

function rows(
  direction: 'inflow' | 'outflow',
  period: string,
  values: readonly number[],
): readonly FlowRow[] {
  return destinations.map((other, i) => {
    const [origin, destination] =
      direction === 'outflow' ? (['BE', other] as const) : ([other, 'BE'] as const)
    const change: Partial<FlowRow> = {
      direction,
      origin,
      destination,
      period,
      value: values[i] ?? 0,
    }
    const [row] = rowsOf(outflow('BE', change))
    if (row === undefined) throw new Error('there is no row')
    return row
  })
}

/** The statement about a message of these rows. */
async function answerTo(
  flows: readonly FlowRow[],
  notes: readonly object[] = [],
): Promise<Readonly<Record<string, unknown>>> {
  const data = { ...toColumns(outflow('BE').definition, flows), ...(notes.length > 0 && { notes }) }
  const sealed = await sealedBy(be, messageBytes('BE', { data }))
  const answer = await submit(hub, sealed)
  const { payload, signature } = answer.json as { signature: string; payload: string }
  const opened = await openStatement('receipt', { bytes: Buffer.from(payload), signature }, be.hub)
  return must(opened, 'verify the statement').event.data
}

/** A refusal for a warning that no note explains. */
function stoppedBy(line: object): object {
  const problem = { code: 'WARNING_WITHOUT_NOTE' }
  return { statement: 'refused', problem, report: { errors: 0, groups: 1, lines: [line] } }
}

const datasets = (): Promise<readonly unknown[]> =>
  hub.query('select position, content from intake.dataset order by position')

describe('figures of which something was stated before', () => {
  const thousandfold = rows(
    'outflow',
    '2015',
    out2015.map((value) => 1_000 * value),
  )
  it.each([
    ['a thousand times as large', 'UNIT_SLIPPED', thousandfold],
    ['those of the opposite flow', 'FLOWS_SWAPPED', rows('outflow', '2015', in2015)],
    ['those of the year before again', 'YEAR_REPEATED', rows('outflow', '2016', out2015)],
  ])('%s stop the message, and nothing of it is kept', async (_, code, flows) => {
    const before = await datasets()
    expect(await answerTo(flows)).toMatchObject(stoppedBy({ problem: code }))
    expect(await datasets()).toEqual(before)
  })

  it('that jump are told by row, and a note that says why lets them in and travels with them', async () => {
    const jumped = rows(
      'outflow',
      '2015',
      out2015.map((value, i) => (i === 3 ? 7 * value : value)),
    )
    const line = { problem: 'VALUE_JUMPED', rows: 1, first: [4] }
    expect(await answerTo(jumped)).toMatchObject(stoppedBy(line))
    const note = { problem: 'W510', text: 'made up for a test' }
    expect(await answerTo(jumped, [note])).toMatchObject({ statement: 'accepted' })
  })

  it('are looked at also where nothing of them is in memory any more', async () => {
    await eventually(
      () => hub.query<{ waits: string }>(selectUnindexed),
      ([row]) => Number(row?.waits) === 0,
    )
    await hub.restart()
    expect(await answerTo(thousandfold)).toMatchObject(stoppedBy({ problem: 'UNIT_SLIPPED' }))
  })
})

const selectUnindexed = `select count(*) as waits from intake.dataset
  where position > (select position from intake.vintage_cursor)`

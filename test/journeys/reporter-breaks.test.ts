// SPDX-License-Identifier: Apache-2.0
// Five states under one agreement. What one of them sends is a third too small for all of its partners: one case about that reporter.
import { createHash } from 'node:crypto'
import { rowsOf, toColumns, type FlowRow } from '@corridor/contracts'
import {
  listCases,
  proposeAgreement,
  showCase,
  signAgreement,
  type CaseLine,
  type Profile,
} from '@corridor/sdk'
import { atRest } from './at-rest'
import { must, newParticipant, operatorOf } from './cast'
import { corridor } from './corridor-command'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'
import { termsAmong } from './terms-among'

const states = ['BE', 'DK', 'EE', 'FI', 'SE']
const id = 'FIVE-2026'
const years = ['2012', '2013', '2014', '2015']

// About a thousand, and never quite the same: both sides agree within their tolerance.
function counted(flow: string): number {
  return 980 + (createHash('sha256').update(flow).digest().readUInt16BE() % 41)
}

describe('a reporter that broke', () => {
  let hub: Hub
  const profiles = new Map<string, Profile>()
  const as = (state: string): Profile => profiles.get(state)!

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    const operator = await operatorOf(hub)
    for (const participant of states)
      profiles.set(participant, await newParticipant(hub, operator, { participant, kind: 'state' }))
    const terms = termsAmong(states, { id, periods: { from: '2012', until: '2016' } })
    must(await proposeAgreement(as('BE'), terms), 'propose')
    for (const state of states) must(await signAgreement(as(state), terms), 'sign')
    for (const state of states)
      for (const direction of ['outflow', 'inflow'] as const) await send([state, direction], years)
    const learnt = await corridor(hub.home, ['reports', 'learn', '--profile', 'OPERATOR'])
    expect(learnt).toMatchObject({ exit: 0 })
    for (const state of ['DK', 'EE', 'FI', 'SE'])
      for (const direction of ['outflow', 'inflow'] as const)
        await send([state, direction], ['2016'])
  }, 240_000)
  afterAll(() => hub.close())

  async function send(
    [state, direction]: readonly [string, 'outflow' | 'inflow'],
    periods: readonly string[],
    share = 1,
  ): Promise<void> {
    const rows = periods.flatMap((period) =>
      states
        .filter((other) => other !== state)
        .map((other): FlowRow => {
          const [origin, destination] = direction === 'outflow' ? [state, other] : [other, state]
          const value = Math.round(
            share * counted(`${direction} ${origin} ${destination} ${period}`),
          )
          const change = { reporter: state, direction, origin, destination, period, value }
          return [...rowsOf(outflow(state, change))][0]!
        }),
    )
    const notes = ['W510', 'W513', 'W514', 'W515'].map((problem) => ({
      ...{ problem, text: `checked: ${direction} ${String(share)}` },
    }))
    const data = { ...toColumns(outflow(state).definition, rows), notes }
    const sealed = await sealedBy(as(state), messageBytes(state, { data }))
    expect(await submit(hub, sealed)).toMatchObject({ status: 200 })
    await atRest(hub)
  }
  const cases = async (who = 'DK'): Promise<readonly CaseLine[]> =>
    must(await listCases(as(who), id), 'list cases')

  it('there is no case while all agree', async () => {
    expect(await cases()).toEqual([])
  })

  it('is one case with all of its cells and the evidence, and not one with each partner', async () => {
    await send(['BE', 'outflow'], ['2016'], 0.65)
    const [found, ...others] = await cases()
    expect(others).toEqual([])
    expect(found).toMatchObject({
      about: { kind: 'reporter', reporter: 'BE', role: 'origin', contract: 'migration-flow' },
      ...{ figures: 4, unsettled: 4 },
    })
    expect([...(found?.sides ?? [])].sort()).toEqual(states)
    const shown = must(await showCase(as('FI'), found?.id ?? ''), 'show')
    expect(shown.proposedCauses[0]).toMatchObject({ cause: 'BREAK', side: 'origin', persons: null })
    const { out } = await corridor(hub.home, ['cases', 'show', shown.id, '--profile', 'SE'])
    expect(out).toContain('the figures of BE as origin')
    expect(out).toMatch(/all of them +Break in the series.* BE reports 0\.6\d of what is expected/)
  })

  it('what it sends the other way stays out of that case, and the case is over when it is put right', async () => {
    await send(['BE', 'inflow'], ['2016'])
    await send(['BE', 'outflow'], ['2016'])
    expect(await cases()).toMatchObject([{ status: 'corrected', figures: 4, unsettled: 0 }])
  })
})

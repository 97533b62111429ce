// SPDX-License-Identifier: Apache-2.0
// What reconciliation says under an agreement that is suspended: nothing of it leaves, neither from a queue nor when it is asked for.
import { signedRequest, type Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { connectAsHub } from './as-the-hub'
import { codeOf, must } from './cast'
import { corridor } from './corridor-command'
import type { Hub } from './raise-hub'
import { because, raiseReview, terms, type ReviewTable } from './review-table'

let table: ReviewTable
let hub: Hub
const as = (name: string): Profile => table.as(name)

beforeAll(async () => {
  table = await raiseReview()
  hub = table.hub
  const differ = { act: 'differ', causes: [{ cause: 'DEF_DURATION' }], ...because } as const
  must(await table.act('BE', differ), 'differ')
  must(await table.act('DK', { act: 'agree' }), 'agree')
  for (const who of ['Ann', 'Bo']) must(await table.onReport(who, { act: 'sign' }), 'sign')
  await table.says('BE', 1_000, '2015')
  await table.says('DK', 3_000, '2015')
  await table.caseOf('2015')
})

afterAll(() => hub.close())

describe('a suspended agreement', () => {
  const does = async (verb: 'suspend' | 'resume'): Promise<void> => {
    const reason = verb === 'suspend' ? ['--reason', 'a law'] : []
    const words = ['agreements', verb, terms.id, ...reason, '--profile', 'BE', '--yes']
    expect(await corridor(hub.home, [...words, '--json'])).toMatchObject({ exit: 0 })
  }
  const read = (target: string) => signedRequest(as('DK'), { method: 'GET', target })
  // What was not acknowledged and may still be fetched, by the streams themselves.
  const waiting = async (): Promise<number> => {
    const nats = await connectAsHub(hub)
    const jsm = await nats.jetstreamManager()
    let reports = 0
    for (const who of ['BE', 'DK', 'BEDK']) {
      const { state } = await jsm.streams.info(`OUT_${who}`, { subjects_filter: '>' })
      for (const [subject, count] of Object.entries(state.subjects ?? {}))
        if (subject.endsWith('.report')) reports += count
    }
    await nats.drain()
    return reports
  }

  it('lets out no report and no case, waiting or asked for; what all have signed is theirs', async () => {
    const { id } = await table.caseOf('2016')
    const places = [`/api/reports/${terms.id}`, `/api/cases/${id}`, `/api/reviews/${terms.id}/2015`]
    for (const place of places) expect(await read(place)).toMatchObject({ ok: true })
    expect(await waiting()).toBeGreaterThan(0)
    await does('suspend')
    for (const place of places) expect(codeOf(await read(place))).toBe('AGREEMENT_NOT_IN_FORCE')
    expect(await read(`/api/reviews/${terms.id}/2016/signed`)).toMatchObject({ ok: true })
    await eventually(waiting, (reports) => reports === 0)
  })

  it('hands out reports again when it is resumed: new ones, of the figures as they are', async () => {
    await does('resume')
    await eventually(waiting, (reports) => reports > 0)
    expect(await read(`/api/reports/${terms.id}`)).toMatchObject({ ok: true })
  })
})

// SPDX-License-Identifier: Apache-2.0
import { rmSync, writeFileSync } from 'node:fs'
import { seal } from '@corridor/message'
import { enrolled, newHome, newHub, stated, type Hub } from './given'
import { inboxFile, keepInInbox, readInbox } from './inbox'
import { openStatement } from './receive'
import type { Received } from './received'

let hub: Hub
beforeAll(async () => (hub = await newHub()))

async function refusalOf(...statement: Parameters<typeof openStatement>): Promise<string> {
  const opened = await openStatement(...statement)
  return opened.ok ? 'opened' : opened.refusal.code
}

describe('a statement of the hub', () => {
  it('opens with the key that was pinned at enrolment', async () => {
    const sealed = await stated(hub, 'corridor-receipt')
    const opened = await openStatement('receipt', sealed, hub)
    expect(opened).toMatchObject({
      ok: true,
      value: { channel: 'receipt', sealed, event: { source: 'urn:corridor:hub:hub' } },
    })
  })

  it('is refused where another hub made it, also under the same name', async () => {
    const twin = await newHub('hub')
    const other = await newHub('other')
    for (const maker of [twin, other]) {
      const sealed = await stated(maker, 'corridor-receipt')
      expect(await refusalOf('receipt', sealed, hub)).toBe('RECEIPT_NOT_OF_THIS_HUB')
    }
  })

  it("is refused where the hub's own key made it for another hub", async () => {
    const sealed = await stated({ ...hub, id: 'other' }, 'corridor-receipt')
    expect(await refusalOf('receipt', sealed, hub)).toBe('RECEIPT_NOT_OF_THIS_HUB')
  })

  it('is refused as any other kind of statement than it is', async () => {
    const sealed = await stated(hub, 'corridor-receipt')
    for (const channel of ['delivery', 'report', 'feed'] as const) {
      expect(await refusalOf(channel, sealed, hub)).toBe('RECEIPT_NOT_OF_THIS_HUB')
    }
    const event = await stated(hub, 'corridor-event')
    expect(await refusalOf('receipt', event, hub)).toBe('RECEIPT_NOT_OF_THIS_HUB')
  })

  it('is refused where a byte of it was altered', async () => {
    const { bytes, signature } = await stated(hub, 'corridor-receipt')
    const altered = Buffer.from(Buffer.from(bytes).toString().replace('accepted', 'refused!'))
    expect(await refusalOf('receipt', { bytes: altered, signature }, hub)).toBe(
      'RECEIPT_NOT_OF_THIS_HUB',
    )
  })

  it('is refused where it is no event', async () => {
    const purpose = { typ: 'corridor-receipt', aud: hub.id } as const
    const sealed = await seal(Buffer.from('{"statement":"accepted"}'), purpose, hub.signer)
    expect(await refusalOf('receipt', sealed, hub)).toBe('ENVELOPE_WRONG')
  })
})

describe('the inbox', () => {
  let home: string
  beforeEach(() => (home = newHome()))
  afterEach(() => rmSync(home, { recursive: true }))

  async function received(id: string): Promise<Received> {
    const opened = await openStatement('receipt', await stated(hub, 'corridor-receipt', id), hub)
    if (!opened.ok) throw new Error(opened.refusal.detail)
    return opened.value
  }

  it('keeps each statement once, and gives it back as it came', async () => {
    const profile = await enrolled(home, hub)
    const one = await received('receipt:BE:1')
    keepInInbox(profile, one)
    keepInInbox(profile, one)
    keepInInbox(profile, await received('receipt:BE:2'))
    const kept = await readInbox(profile, 'receipt')
    expect(kept.map(({ event }) => event.id).sort()).toEqual(['receipt:BE:1', 'receipt:BE:2'])
    expect(kept).toContainEqual({ ...one, file: inboxFile(profile, one) })
    expect(await readInbox(profile, 'report')).toEqual([])
  })

  it('keeps statements apart whose ids a file system would write the same', async () => {
    const profile = await enrolled(home, hub)
    const long = 'x'.repeat(120)
    const ids = ['a:b', 'a.b', `${long}1`, `${long}2`]
    const files = await Promise.all(ids.map(async (id) => inboxFile(profile, await received(id))))
    expect(new Set(files).size).toBe(ids.length)
  })

  it('leaves out, and tells, what was altered since it was kept', async () => {
    const profile = await enrolled(home, hub)
    const one = await received('receipt:BE:1')
    keepInInbox(profile, one)
    const payload = Buffer.from(one.sealed.bytes).toString().replace('accepted', 'refused!')
    const { signature } = one.sealed
    writeFileSync(
      inboxFile(profile, one),
      JSON.stringify({ corridor: 'sealed', signature, payload }),
    )
    const told: string[] = []
    expect(await readInbox(profile, 'receipt', (file) => told.push(file))).toEqual([])
    expect(told).toEqual([inboxFile(profile, one)])
  })
})

// SPDX-License-Identifier: Apache-2.0
import { validate, validateEnvelope, type Envelope, type Receipt } from '@corridor/contracts'
import { digestOf } from '@corridor/message'
import { at, flow, salt } from './given'
import type { Judged } from './judge'
import { receiptFor, refusalFor } from './receipt'

const made = { hubId: 'hub', at, salt }
const judged: Judged = {
  participant: 'BE',
  id: 'flow-1',
  office: 'STATBEL',
  kid: 'a key',
  digest: digestOf(Buffer.from('the message')),
  contract: 'migration-flow',
  version: '1.0.0',
  datasets: [
    {
      ...{ contract: 'migration-flow', version: '1.0.0', rows: flow.rows, content: flow },
      ...{ asSent: true, reportedAs: null, isInternal: false },
    },
  ],
  notes: [],
  test: false,
}
const refused: Parameters<typeof refusalFor>[0] = {
  participant: 'BE',
  digest: judged.digest,
  id: 'flow-1',
  refusal: { code: 'ROW_TWICE', detail: 'rows 1 and 2 are both about the same' },
}

/** The statement, judged by the contracts of the envelope and of receipts. */
function read(bytes: Uint8Array): { readonly event: Envelope; readonly receipt: Receipt } {
  const event = validateEnvelope(JSON.parse(Buffer.from(bytes).toString()))
  if (!event.ok) throw new Error(event.refusal.detail)
  const receipt = validate('receipt', '1.0.0', event.value.data)
  if (!receipt.ok) throw new Error(receipt.refusal.detail)
  return { event: event.value, receipt: receipt.value }
}

describe('the receipt of an accepted message', () => {
  it('says what was accepted, when and at which position', () => {
    expect(read(receiptFor(judged, 7, made)).receipt).toEqual({
      statement: 'accepted',
      submission: { id: 'flow-1', source: 'BE', contract: 'migration-flow', version: '1.0.0' },
      digest: judged.digest,
      receivedAt: '2026-11-23T09:12:00.000Z',
      position: 7,
      rows: 2,
    })
  })

  it('is a statement of the hub, at the instant it received the message', () => {
    const { event } = read(receiptFor(judged, 7, made))
    expect(event).toMatchObject({
      source: 'urn:corridor:hub:hub',
      type: 'corridor.receipt.v1',
      time: '2026-11-23T09:12:00.000Z',
      dataschema: 'urn:corridor:contract:receipt:1.0.0',
      salt,
    })
  })

  it('is the same to the byte for the same message, so it can be repeated for ever', () => {
    expect(receiptFor(judged, 7, made)).toEqual(receiptFor(judged, 7, made))
  })

  it('tells nothing of the figures', () => {
    expect(Buffer.from(receiptFor(judged, 7, made)).toString()).not.toContain('409')
  })

  it('has an id of its own, also for messages whose long ids differ only at their ends', () => {
    const long = (end: string): string => 'x'.repeat(127) + end
    const ids = ['a', 'b'].map((end) => {
      const digest = digestOf(Buffer.from(end))
      return read(receiptFor({ ...judged, id: long(end), digest }, 7, made)).event.id
    })
    expect(new Set(ids).size).toBe(2)
  })
})

describe('the statement of a refusal', () => {
  it('says what was refused and why, and has no position', () => {
    expect(read(refusalFor(refused, made)).receipt).toEqual({
      statement: 'refused',
      submission: { id: 'flow-1', source: 'BE', contract: null, version: null },
      digest: judged.digest,
      receivedAt: '2026-11-23T09:12:00.000Z',
      problem: refused.refusal,
    })
  })

  it('can be made where not even the id could be read', () => {
    const { receipt } = read(refusalFor({ ...refused, id: null }, made))
    expect(receipt.submission.id).toBeNull()
  })

  it('is the same to the byte for the same refusal', () => {
    expect(refusalFor(refused, made)).toEqual(refusalFor(refused, made))
  })
})

// SPDX-License-Identifier: Apache-2.0
import { validate, validateEnvelope } from '@corridor/contracts'
import { digestOf } from '@corridor/message'
import { deliveredStatement, type Acknowledged } from './delivered'

const acknowledged: Acknowledged = {
  position: 12,
  agreement: 'BE-DK-2026',
  clause: '1',
  recipient: 'DK',
  rows: 4,
  dataset: 7,
  participant: 'BE',
  submission: 'flow-1',
  contract: 'migration-flow',
  version: '1.0.0',
  digest: digestOf(Buffer.from('the message')),
  receivedAt: new Date('2026-11-23T09:12:00Z'),
  acknowledgedAt: new Date('2026-11-23T09:13:00Z'),
}

describe('the statement of a delivery', () => {
  it('tells the sender, by its own id, who took how many rows and when', () => {
    const bytes = deliveredStatement(acknowledged, { hubId: 'hub', salt: 'AAAAAAAAAAAAAAAAAAAAAA' })
    const event = validateEnvelope(JSON.parse(Buffer.from(bytes).toString()))
    const receipt = validate('receipt', '1.0.0', event.ok ? event.value.data : null)
    expect(receipt).toMatchObject({
      ok: true,
      value: {
        statement: 'delivered',
        submission: { id: 'flow-1', source: 'BE', contract: 'migration-flow', version: '1.0.0' },
        digest: acknowledged.digest,
        recipient: 'DK',
        rows: 4,
        at: '2026-11-23T09:13:00.000Z',
      },
    })
  })
})

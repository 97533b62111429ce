// SPDX-License-Identifier: Apache-2.0
import { validate, validateEnvelope, type Delivery, type Envelope } from '@corridor/contracts'
import { digestOf } from '@corridor/message'
import { numberStatements, type NumberedStatement, type Unnumbered } from './number-statements'

const digest = digestOf(Buffer.from('what was withdrawn'))
const content = JSON.stringify({
  reason: 'agreement-ended',
  at: '2026-11-23T09:12:00.000Z',
  withdrawn: [{ number: 1, digest }],
})
const to = (recipient: string): Unnumbered => ({ recipient, kind: 'withdrawal', content })
const made = {
  hubId: 'hub',
  at: new Date('2026-11-23T09:12:00Z'),
  salts: ['AAAAAAAAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBBBBBBBA', 'CCCCCCCCCCCCCCCCCCCCCA'],
}

function read({ bytes }: NumberedStatement): { event: Envelope; delivery: Delivery } {
  const event = validateEnvelope(JSON.parse(Buffer.from(bytes).toString()))
  if (!event.ok) throw new Error(event.refusal.detail)
  const delivery = validate('delivery', '1.0.0', event.value.data)
  if (!delivery.ok) throw new Error(delivery.refusal.detail)
  return { event: event.value, delivery: delivery.value }
}

describe('statements for several recipients', () => {
  it('are numbered for each from its head on, each naming the digest of the one before', () => {
    const heads = new Map([['DK', { number: 7, digest }]])
    const [first, other, second] = numberStatements([to('DK'), to('SE'), to('DK')], heads, made)
    expect([first, other, second].map((one) => read(one!).delivery)).toMatchObject([
      { recipient: 'DK', number: 8, previous: digest },
      { recipient: 'SE', number: 1 },
      { recipient: 'DK', number: 9, previous: digestOf(first!.bytes) },
    ])
    expect(other).toMatchObject({ previous: null, digest: digestOf(other!.bytes) })
    expect(read(other!).delivery).not.toHaveProperty('previous')
  })

  it('are statements of the hub, with an id of their own for each recipient and number', () => {
    const numbered = numberStatements([to('DK'), to('SE'), to('DK')], new Map(), made)
    const events = numbered.map((one) => read(one).event)
    expect(events.map(({ id }) => id)).toEqual(['delivery:DK:1', 'delivery:SE:1', 'delivery:DK:2'])
    expect(events[0]?.source).toBe('urn:corridor:hub:hub')
  })
})

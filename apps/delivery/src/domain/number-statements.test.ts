// SPDX-License-Identifier: Apache-2.0
import { validate, validateEnvelope, type Delivery, type Envelope } from '@corridor/contracts'
import { digestOf } from '@corridor/message'
import {
  numberStatements,
  wholeStatement,
  type NumberedStatement,
  type Unnumbered,
} from './number-statements'

const digest = digestOf(Buffer.from('what was withdrawn'))
const content = JSON.stringify({
  reason: 'agreement-ended',
  at: '2026-11-23T09:12:00.000Z',
  withdrawn: [{ number: 1, digest }],
})
const to = (recipient: string): Unnumbered => ({
  recipient,
  kind: 'withdrawal',
  content,
  body: null,
})
const made = {
  hubId: 'hub',
  at: new Date('2026-11-23T09:12:00Z'),
  salts: ['AAAAAAAAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBBBBBBBA', 'CCCCCCCCCCCCCCCCCCCCCA'],
}

function read(statement: NumberedStatement): { event: Envelope; delivery: Delivery } {
  const event = validateEnvelope(JSON.parse(Buffer.from(statement.envelope).toString()))
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
      { recipient: 'DK', number: 9, previous: digestOf(first!.envelope) },
    ])
    expect(other).toMatchObject({ previous: null, digest: digestOf(other!.envelope) })
    expect(read(other!).delivery).not.toHaveProperty('previous')
  })

  it('are statements of the hub, with an id of their own for each recipient and number', () => {
    const numbered = numberStatements([to('DK'), to('SE'), to('DK')], new Map(), made)
    const events = numbered.map((one) => read(one).event)
    expect(events.map(({ id }) => id)).toEqual(['delivery:DK:1', 'delivery:SE:1', 'delivery:DK:2'])
    expect(events[0]?.source).toBe('urn:corridor:hub:hub')
  })
})

describe('figures whose body several recipients share', () => {
  const body = Buffer.from(JSON.stringify({ rows: 1, value: 31_337, notes: 'Ærø, null}}}' }))
  const figures = `{"sender":"BE","dataset":null}`
  const shared = ['DK', 'SE'].map((recipient) => ({
    ...{ recipient, kind: 'figures' as const, content: figures, body },
  }))
  const [dk, se] = numberStatements(shared, new Map(), made)

  it('come out whole, to the byte that their digest is of, and have none of it in their envelope', () => {
    for (const one of [dk!, se!]) {
      const whole = wholeStatement(one.envelope, body)
      expect(digestOf(whole)).toBe(one.digest)
      const { data } = JSON.parse(whole.toString()) as { data: object }
      expect(data).toEqual({
        ...{ recipient: one.recipient, number: 1 },
        figures: { sender: 'BE', dataset: JSON.parse(body.toString()) as object },
      })
      expect(Buffer.from(one.envelope).toString()).not.toContain('31337')
    }
  })

  it('have digests from which nobody can tell that another was handed the same', () => {
    expect(dk!.digest).not.toBe(se!.digest)
    // Whoever knows the body, the hub and the other's number still lacks the salt.
    const guessed = numberStatements(shared, new Map(), { ...made, salts: ['', ''] })
    for (const { digest: tried } of guessed) expect([dk!.digest, se!.digest]).not.toContain(tried)
  })
})

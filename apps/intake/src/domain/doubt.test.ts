// SPDX-License-Identifier: Apache-2.0
import { validate, validateEnvelope } from '@corridor/contracts'
import { doubtsOf, mostDoubtful } from './doubt'
import { salt } from './given'

const digest = `sha-256:${'A'.repeat(43)}`
const key = {
  ...{ participant: 'BE', kid: 'K'.repeat(43), reason: 'a laptop was stolen' },
  from: '2026-11-26T09:00:00.000Z',
}
const made = { hubId: 'hub', at: new Date('2026-11-26T12:00:00Z'), salt, number: String }
const messages = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `m-${String(i)}`, digest, position: i + 1 }))

describe('what is doubtful after a key was withdrawn', () => {
  it('is told under contract, message by message', () => {
    const [bytes, ...more] = doubtsOf(key, messages(2), made)
    const event = validateEnvelope(JSON.parse(Buffer.from(bytes ?? '').toString()) as object)
    if (!event.ok) throw new Error(event.refusal.detail)
    expect(validate('doubt', '0.1.0', event.value.data)).toMatchObject({
      value: { kid: key.kid, since: key.from, messages: messages(2) },
    })
    expect(more).toEqual([])
  })

  it('is told in several statements where there are many', () => {
    const told = doubtsOf(key, messages(mostDoubtful + 1), made)
    expect(
      new Set(told.map((bytes) => (JSON.parse(Buffer.from(bytes).toString()) as { id: string }).id))
        .size,
    ).toBe(2)
  })

  it('is nothing where nothing came', () => {
    expect(doubtsOf(key, [], made)).toEqual([])
  })
})

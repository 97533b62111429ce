// SPDX-License-Identifier: Apache-2.0
import { validateEnvelope } from '@corridor/contracts'
import { eventBytes, hubSource, participantSource, type EventParts } from './event'

const parts: EventParts = {
  id: 'flow-1',
  source: participantSource('BE'),
  type: 'corridor.submission.v1',
  time: new Date('2026-11-23T09:12:00Z'),
  contract: { name: 'migration-flow', version: '1.0.0' },
  data: { value: 409 },
}
const read = (made: EventParts): unknown => JSON.parse(Buffer.from(eventBytes(made)).toString())

describe('the bytes of an event', () => {
  it('are a CloudEvent that the contract of envelopes accepts', () => {
    const event = validateEnvelope(read(parts))
    expect(event).toMatchObject({
      ok: true,
      value: {
        specversion: '1.0',
        id: 'flow-1',
        source: 'urn:corridor:participant:BE',
        time: '2026-11-23T09:12:00.000Z',
        dataschema: 'urn:corridor:contract:migration-flow:1.0.0',
        data: { value: 409 },
      },
    })
  })

  it('are the same again where the salt is the same', () => {
    const salted = { ...parts, salt: 'AAAAAAAAAAAAAAAAAAAAAA' }
    expect(eventBytes(salted)).toEqual(eventBytes(salted))
  })

  it('have a salt of their own otherwise, so that no digest tells what is in them', () => {
    expect(eventBytes(parts)).not.toEqual(eventBytes(parts))
    expect(read(parts)).toHaveProperty('salt', expect.stringMatching(/^[A-Za-z0-9_-]{22}$/))
  })

  it('are of a hub where a hub is their source', () => {
    const event = read({ ...parts, source: hubSource('hub-1'), type: 'corridor.receipt.v1' })
    expect(event).toHaveProperty('source', 'urn:corridor:hub:hub-1')
    expect(validateEnvelope(event).ok).toBe(true)
  })
})

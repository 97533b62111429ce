// SPDX-License-Identifier: Apache-2.0
import {
  rowsOf,
  toColumns,
  validate,
  validateEnvelope,
  type FlowRow,
  type MigrationFlow,
} from '@corridor/contracts'
import { digestOf } from '@corridor/message'
import { grantsRow, type Granted } from '@corridor/policy'
import fc from 'fast-check'
import { releaseOf, type Release, type Source } from './release'

const made = {
  hubId: 'hub',
  at: new Date('2026-11-23T09:12:00Z'),
  salt: 'AAAAAAAAAAAAAAAAAAAAAA',
  version: '1.1.0',
}
const granted: Granted = {
  decision: 'PERMIT',
  agreement: 'BE-DK-2026',
  clause: {
    id: '1',
    kind: 'share',
    from: 'BE',
    to: 'DK',
    contract: 'migration-flow',
    corridors: [{ origin: 'BE', destination: 'DK' }],
    breakdowns: { sex: 'total', age: 'total', occupation: 'total', sector: 'total', stay: 'total' },
  },
}

function figure(change: Partial<FlowRow> = {}): FlowRow {
  return {
    reporter: 'BE',
    direction: 'outflow',
    origin: 'BE',
    destination: 'DK',
    period: '2016',
    sex: '_T',
    age: '_T',
    occupation: '_T',
    sector: '_T',
    stay: '_T',
    education: '_T',
    value: 409,
    valueStatus: 'value',
    lower: null,
    upper: null,
    obsStatus: 'A',
    confStatus: 'F',
    ...change,
  }
}

function recorded(...rows: readonly FlowRow[]): Source {
  const definition = {
    minimumStay: 'P12M',
    population: 'all',
    source: 'register',
    partnerConcept: 'residence',
    eventConcept: 'registration',
    ageDefinition: 'completed',
    periodConvention: 'calendar',
  } as const
  return {
    participant: 'BE',
    contract: 'migration-flow',
    version: '1.1.0',
    digest: digestOf(Buffer.from('the message')),
    position: 7,
    recordedAt: new Date('2026-11-23T09:11:00Z'),
    flow: toColumns(definition, rows),
  }
}

/** The delivery in a release, judged by the contracts of the envelope and of deliveries. */
function read(release: Release | null) {
  const event = validateEnvelope(JSON.parse(Buffer.from(release?.bytes ?? []).toString()))
  if (!event.ok) throw new Error(event.refusal.detail)
  const delivery = validate('delivery', '0.1.0', event.value.data)
  if (!delivery.ok) throw new Error(delivery.refusal.detail)
  return { event: event.value, delivery: delivery.value }
}

/** The flows of a release, judged by their own contract. */
function flowIn(release: Release | null): MigrationFlow {
  const { dataset, version } = read(release).delivery
  const flow = validate('migration-flow', version, dataset)
  if (!flow.ok) throw new Error(flow.refusal.detail)
  return flow.value
}

describe('a release', () => {
  const source = recorded(figure(), figure({ destination: 'SE', value: 31_337 }))

  it('goes to whom the clause names, with the granted figures only', () => {
    const release = releaseOf(source, granted, made)
    expect(release).toMatchObject({
      agreement: 'BE-DK-2026',
      clause: '1',
      recipient: 'DK',
      rows: 1,
    })
    expect(flowIn(release)).toMatchObject({ rows: 1, destination: 'DK', value: 409 })
    expect(Buffer.from(release?.bytes ?? []).toString()).not.toContain('31337')
  })

  it('says under what and from which message it comes, so that the sender can be held to it', () => {
    expect(read(releaseOf(source, granted, made)).delivery).toMatchObject({
      agreement: 'BE-DK-2026',
      clause: '1',
      sender: 'BE',
      commitment: source.digest,
      recordedAt: '2026-11-23T09:11:00.000Z',
    })
  })

  it('is a statement of the hub, with an id of its own for each clause and message', () => {
    const other = { ...granted, clause: { ...granted.clause, id: '2' } }
    const ids = [
      read(releaseOf(source, granted, made)).event.id,
      read(releaseOf(source, other, made)).event.id,
      read(releaseOf({ ...source, position: 8 }, granted, made)).event.id,
    ]
    expect(new Set(ids).size).toBe(3)
    expect(read(releaseOf(source, granted, made)).event.source).toBe('urn:corridor:hub:hub')
  })

  it('is the same to the byte when it is made again', () => {
    expect(releaseOf(source, granted, made)).toEqual(releaseOf(source, granted, made))
  })

  it('is said in the version that the recipient takes, and is the same figures', () => {
    const older = releaseOf(source, granted, { ...made, version: '1.0.0' })
    expect(older).toMatchObject({ rows: 1, version: '1.0.0', leftOut: 0 })
    expect(read(older).delivery).toMatchObject({ version: '1.0.0' })
    const flow = flowIn(older)
    expect(flow).not.toHaveProperty('education')
    expect(flow).toMatchObject({ rows: 1, destination: 'DK', value: 409 })
  })

  it('has no level of education: no agreement has words to grant one', () => {
    const levels = recorded(figure(), figure({ education: 'ED6', value: 31_337 }))
    const release = releaseOf(levels, granted, made)
    expect(flowIn(release)).toMatchObject({ rows: 1, education: '_T', value: 409 })
    expect(Buffer.from(release?.bytes ?? []).toString()).not.toContain('31337')
    expect(releaseOf(recorded(figure({ education: 'ED6' })), granted, made)).toBeNull()
  })

  it('does not exist where the clause grants nothing of the message', () => {
    expect(releaseOf(recorded(figure({ destination: 'SE' })), granted, made)).toBeNull()
    expect(releaseOf(recorded(figure({ confStatus: 'C' })), granted, made)).toBeNull()
  })
})

describe('whatever a message holds', () => {
  const someRow = fc
    .record({
      destination: fc.constantFrom('DK', 'SE'),
      sex: fc.constantFrom('_T', 'F'),
      confStatus: fc.constantFrom('F', 'C'),
      value: fc.nat(),
    })
    .map(figure)

  it('a release has exactly the cells that its clause grants', () => {
    fc.assert(
      fc.property(fc.array(someRow, { minLength: 1, maxLength: 20 }), (rows) => {
        const release = releaseOf(recorded(...rows), granted, made)
        const left = release === null ? [] : [...rowsOf(flowIn(release))]
        expect(left).toEqual(rows.filter((row) => grantsRow(granted.clause, row)))
        expect(release?.rows ?? 0).toBe(left.length)
      }),
    )
  })
})

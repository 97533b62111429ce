// SPDX-License-Identifier: Apache-2.0
import {
  rowsOf,
  toColumns,
  validate,
  type DeliveredFigures,
  type FlowRow,
  type MigrationFlow,
} from '@corridor/contracts'
import { digestOf } from '@corridor/message'
import { grantsRow, type Granted } from '@corridor/policy'
import fc from 'fast-check'
import { releaseOf, type Making, type Release, type Source } from './release'

const made: Making = {
  version: '1.1.0',
  protection: [{ agreement: 'BE-DK-2026', clause: '3', method: 'published-figures-no-protection' }],
}
const granted: Granted = {
  decision: 'PERMIT',
  agreement: 'BE-DK-2026',
  clause: {
    id: '1',
    kind: 'share',
    from: ['BE'],
    to: ['DK'],
    contract: 'migration-flow',
    corridors: [{ origin: 'BE', destination: 'DK' }],
    confStatus: ['F'],
  },
  parties: ['BE', 'DK'],
  contract: 'migration-flow',
  sender: 'BE',
  recipient: 'DK',
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

/** What a release says, judged by the contract of deliveries. */
function read(release: Release | null): DeliveredFigures {
  const figures: unknown = JSON.parse(release?.figures ?? '{}')
  const delivery = validate('delivery', '1.0.0', { recipient: 'DK', number: 1, figures })
  if (!delivery.ok || delivery.value.figures === undefined) throw new Error('no figures')
  return delivery.value.figures
}

/** The flows of a release, judged by their own contract. */
function flowIn(release: Release | null): MigrationFlow {
  const { dataset, version } = read(release)
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
    expect(release?.figures).not.toContain('31337')
  })

  it('says under what and from which message it comes, so that the sender can be held to it', () => {
    expect(read(releaseOf(source, granted, made))).toMatchObject({
      grants: [{ agreement: 'BE-DK-2026', clause: '1', first: 1, last: 1 }],
      protection: made.protection,
      sender: 'BE',
      commitment: source.digest,
      recordedAt: '2026-11-23T09:11:00.000Z',
    })
  })

  it('is the same to the byte when it is made again', () => {
    expect(releaseOf(source, granted, made)).toEqual(releaseOf(source, granted, made))
  })

  it('is said in the version that the recipient takes, and is the same figures', () => {
    const older = releaseOf(source, granted, { ...made, version: '1.0.0' })
    expect(older).toMatchObject({ rows: 1, version: '1.0.0', leftOut: 0 })
    expect(read(older)).toMatchObject({ version: '1.0.0' })
    const flow = flowIn(older)
    expect(flow).not.toHaveProperty('education')
    expect(flow).toMatchObject({ rows: 1, destination: 'DK', value: 409 })
  })

  it('has no level of education where the clause names none', () => {
    const levels = recorded(figure(), figure({ education: 'ED6', value: 31_337 }))
    const release = releaseOf(levels, granted, made)
    expect(flowIn(release)).toMatchObject({ rows: 1, education: '_T', value: 409 })
    expect(release?.figures).not.toContain('31337')
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
        expect(left).toEqual(rows.filter((row) => grantsRow(granted.clause, { ...row }, granted)))
        expect(release?.rows ?? 0).toBe(left.length)
      }),
    )
  })
})

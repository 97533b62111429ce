// SPDX-License-Identifier: Apache-2.0
import {
  rowsOf,
  toColumns,
  validate,
  type DeliveredFigures,
  type FlowRow,
  type MigrationFlow,
  type ProtectClause,
  type ShareClause,
} from '@corridor/contracts'
import { digestOf } from '@corridor/message'
import type { Permit } from '@corridor/policy'
import fc from 'fast-check'
import { at, definition, figure, permitOf, textOf } from './given'
import { releaseOf, type Making, type Release, type Source } from './release'

const made: Making = { version: '1.2.0', at }
const clause: ShareClause = {
  id: '1',
  kind: 'share',
  from: ['BE'],
  to: ['DK'],
  contract: 'migration-flow',
  corridors: [{ origin: 'BE', destination: 'DK' }],
  confStatus: ['F'],
}
const published: ProtectClause = {
  id: '3',
  kind: 'protect',
  rule: { method: 'published-figures-no-protection' },
}

const granted = permitOf(clause, published)

function recorded(...rows: readonly FlowRow[]): Source {
  return {
    participant: 'BE',
    contract: 'migration-flow',
    version: '1.2.0',
    digest: digestOf(Buffer.from('the message')),
    position: 7,
    recordedAt: new Date('2026-11-23T09:11:00Z'),
    reportedAs: null,
    dataset: toColumns(definition, rows),
  }
}

/** What leaves; these clauses ask for no protection, so nothing is refused. */
function released(source: Source, permit: Permit, making: Making): Release | null {
  const release = releaseOf(source, permit, making)
  return release !== null && 'outcome' in release ? null : release
}

/** What a release says, judged by the contract of deliveries. */
function read(release: Release | null): DeliveredFigures {
  const figures: unknown = JSON.parse(release === null ? '{}' : textOf(release))
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
    const release = released(source, granted, made)
    expect(release).toMatchObject({
      agreement: 'BE-DK-2026',
      clause: '1',
      recipient: 'DK',
      rows: 1,
    })
    expect(flowIn(release)).toMatchObject({ rows: 1, destination: 'DK', value: 409 })
    expect(textOf(release!)).not.toContain('31337')
  })

  it('says under what and from which message it comes, so that the sender can be held to it', () => {
    expect(read(released(source, granted, made))).toMatchObject({
      grants: [{ agreement: 'BE-DK-2026', clause: '1', first: 1, last: 1 }],
      protection: [
        { agreement: 'BE-DK-2026', clause: '3', method: 'published-figures-no-protection' },
      ],
      sender: 'BE',
      commitment: source.digest,
      recordedAt: '2026-11-23T09:11:00.000Z',
    })
  })

  it('has its figures in its body alone, the same for whoever is granted the same by another clause', () => {
    const other = released(source, permitOf({ ...clause, id: '7' }, published), made)
    expect(released(source, granted, made)).toMatchObject({ body: other?.body, periods: ['2016'] })
    expect(other?.figures).toMatch(/"clause":"7".*"dataset":null}$/)
    expect(other?.figures).not.toContain('409')
  })

  it('is the same to the byte when it is made again', () => {
    expect(released(source, granted, made)).toEqual(released(source, granted, made))
  })

  it('is said in the version that the recipient takes, and is the same figures', () => {
    const older = released(source, granted, { ...made, version: '1.0.0' })
    expect(older).toMatchObject({ rows: 1, version: '1.0.0', leftOut: 0 })
    expect(read(older)).toMatchObject({ version: '1.0.0' })
    const flow = flowIn(older)
    expect(flow).not.toHaveProperty('education')
    expect(flow).toMatchObject({ rows: 1, destination: 'DK', value: 409 })
  })

  it('has no level of education where the clause names none', () => {
    const levels = recorded(figure(), figure({ education: 'ED6', value: 31_337 }))
    const release = released(levels, granted, made)
    expect(flowIn(release)).toMatchObject({ rows: 1, education: '_T', value: 409 })
    expect(textOf(release!)).not.toContain('31337')
    expect(released(recorded(figure({ education: 'ED6' })), granted, made)).toBeNull()
  })

  it('says which clause lets out which rows, also where several do', () => {
    const back = { ...clause, id: '2', corridors: [{ origin: 'DK', destination: 'BE' }] }
    const arriving = figure({ origin: 'DK', destination: 'BE', direction: 'inflow' })
    const rows = [figure(), figure({ period: '2015' }), arriving]
    const release = released(recorded(...rows), permitOf(clause, back, published), made)
    const of = { agreement: 'BE-DK-2026' }
    expect(read(release).grants).toEqual([
      { ...of, clause: '1', first: 1, last: 2 },
      { ...of, clause: '2', first: 3, last: 3 },
    ])
  })

  it('adds detail up to what the clause grants, where the sender gives no total', () => {
    const bySex = ['F', 'M', '_U'].map((sex, i) => figure({ sex, value: 100 + i }))
    const release = released(recorded(...bySex), granted, made)
    expect(flowIn(release)).toMatchObject({ rows: 1, sex: '_T', value: 303 })
  })

  it('does not exist where a clause asks for protection', () => {
    const rounded: ProtectClause = { ...published, rule: { method: 'random-rounding', base: 3 } }
    expect(released(source, permitOf(clause, rounded), made)).toBeNull()
    expect(released(source, permitOf(clause, published, { ...rounded, id: '4' }), made)).toBeNull()
  })

  it('does not exist where the clause grants nothing of the message', () => {
    expect(released(recorded(figure({ destination: 'SE' })), granted, made)).toBeNull()
    expect(released(recorded(figure({ confStatus: 'C' })), granted, made)).toBeNull()
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
        const release = released(recorded(...rows), granted, made)
        const left = release === null ? [] : [...rowsOf(flowIn(release))]
        expect(left).toEqual(
          rows.filter(
            ({ destination, sex, confStatus }) =>
              destination === 'DK' && sex === '_T' && confStatus === 'F',
          ),
        )
        expect(release?.rows ?? 0).toBe(left.length)
      }),
    )
  })
})

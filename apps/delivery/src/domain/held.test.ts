// SPDX-License-Identifier: Apache-2.0
import { toColumns, type Dataset, type FlowRow, type MigrationFlow } from '@corridor/contracts'
import { compile, decide, projectDataset, type Permit } from '@corridor/policy'
import { openSolver, type Solver, type SuppressionRule } from '@corridor/statistics'
import { heldOf, type HandedBefore } from './held'
import { protectProjection } from './protect-projection'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

const at = new Date('2026-11-23T09:12:00Z')
const rule: SuppressionRule = {
  method: 'suppression',
  threshold: 4,
  zeros: false,
  protectionPercent: 100,
}

function permitted(): Permit {
  const standing = {
    status: 'in-force',
    parties: ['BE', 'DK'],
    reservations: [],
    provisionalUntil: null,
  } as const
  const terms = {
    id: 'BE-DK-2026',
    title: 'Belgium gives Denmark its figures',
    parties: ['BE', 'DK'].map((participant) => ({ participant, signatures: 1 as const })),
    term: { from: '2026-01-01', until: '2030-12-31' },
    entryIntoForce: { rule: 'on-signature' },
    provisionalApplication: { rule: 'not-agreed' },
    accession: { rule: 'closed' },
    signatureDays: 90,
    enforced: [
      {
        id: '1',
        kind: 'share',
        from: ['BE'],
        to: ['DK'],
        contract: 'migration-flow',
        corridors: [{ origin: 'BE', destination: 'DK' }],
        levels: [
          { dimension: 'sex', level: 'all' },
          { dimension: 'age', level: 'all' },
        ],
        confStatus: ['F'],
      },
      { id: '2', kind: 'protect', rule },
    ],
    recorded: [],
  } as const
  const request = { contract: 'migration-flow', sender: 'BE', recipient: 'DK' }
  const decision = decide(compile([{ terms, standing }]), request, at)
  if (decision.decision === 'DENY') throw new Error(decision.code)
  return decision
}

const definition: MigrationFlow['definition'] = {
  minimumStay: 'P12M',
  population: 'all',
  source: 'register',
  partnerConcept: 'residence',
  eventConcept: 'registration',
  ageDefinition: 'completed',
  periodConvention: 'calendar',
}

function figure(change: Partial<FlowRow>): FlowRow {
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
    value: null,
    valueStatus: 'value',
    lower: null,
    upper: null,
    obsStatus: 'A',
    confStatus: 'F',
    ...change,
  }
}

/** Hands messages over one after the other; what each of them tells. */
function handedOver(...messages: readonly (readonly FlowRow[])[]): readonly (Dataset | null)[] {
  const permit = permitted()
  const before: HandedBefore[] = []
  return messages.map((rows, i) => {
    const dataset = toColumns(definition, rows)
    const position = i + 1
    const known = { datasets: heldOf(before, { position, dataset, permit, at }) }
    const projection = projectDataset<Dataset>(dataset, permit, at)
    const secret = new Uint8Array(32)
    const safe = protectProjection(projection, permit, { solver, known, secret })
    if ('outcome' in safe) throw new Error(safe.why)
    if (safe.dataset !== null)
      before.push({ told: safe.dataset, source: dataset, position, by: 'recipient' })
    return safe.dataset
  })
}

describe('what was handed over before', () => {
  it('is reckoned with where a message tells the rest of it', () => {
    const [, second] = handedOver(
      [figure({ sex: 'M', value: 57 })],
      [figure({ value: 60 }), figure({ sex: 'F', value: 3 })],
    )
    expect(second).toMatchObject({ valueStatus: 'suppressed', value: null })
  })

  it('is reckoned with where a message tells the year of its quarters', () => {
    const quarters = [3, 15, 20, 30].map((value, i) => figure({ period: `2016-Q${i + 1}`, value }))
    const [first, second] = handedOver(quarters, [figure({ value: 68 })])
    expect(first?.valueStatus).toEqual(['suppressed', 'value', 'value', 'value'])
    expect(second).toMatchObject({ valueStatus: 'suppressed', value: null })
  })

  it('counts as it was restated last, where the message does not tell it', () => {
    const [, , third] = handedOver(
      [figure({ sex: 'M', value: 50 })],
      [figure({ sex: 'M', value: 57 })],
      [figure({ value: 60 })],
    )
    // 60 less 57 are three women; 60 less 50 would be ten.
    expect(third).toMatchObject({ valueStatus: 'suppressed' })
  })

  it('does not stand in the way where it is of other months, however much it is', () => {
    const ages = Array.from({ length: 80 }, (_, i) => `Y${i}`)
    const month = (period: string): readonly FlowRow[] =>
      ['F', 'M'].flatMap((sex) =>
        ages.map((age, i) => figure({ period, sex, age, value: 3 + ((i * 7) % 40) })),
      )
    const periods = ['2014', '2015', '2016'].flatMap((year) =>
      Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`),
    )
    const told = handedOver(...periods.map(month))
    expect(told.every((one) => one?.rows === 160)).toBe(true)
  })
})

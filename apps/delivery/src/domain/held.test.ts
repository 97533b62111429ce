// SPDX-License-Identifier: Apache-2.0
import { toColumns, type Dataset, type FlowRow } from '@corridor/contracts'
import { projectDataset } from '@corridor/policy'
import { openSolver, type Solver, type SuppressionRule } from '@corridor/statistics'
import { at, definition, figure, permitOf } from './given'
import { heldOf, type HandedBefore } from './held'
import { protectProjection } from './protect-projection'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

const rule: SuppressionRule = {
  method: 'suppression',
  threshold: 4,
  zeros: false,
  protectionPercent: 100,
}

const permit = permitOf(
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
)

/** Hands messages over one after the other; what each of them tells. */
function handedOver(...messages: readonly (readonly FlowRow[])[]): readonly (Dataset | null)[] {
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

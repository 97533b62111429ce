// SPDX-License-Identifier: Apache-2.0
import type { Found } from '../found'
import { labour, rowsWith } from '../given'
import { check } from '../index'

const projection = {
  producer: 'Synthetic institute',
  method: 'Cohorts',
  baseYear: '2024',
  vintage: '2026-05',
  horizon: '2035',
}
const definition = {
  ...labour.definition,
  source: 'projection',
  eventConcept: 'estimate',
  projection,
} as const
const projected = {
  definition,
  basis: 'projected',
  scenario: 'BASE',
  period: '2030',
  lower: 5000,
  upper: 5400,
}

function found(changes: object): readonly Found[] {
  return check({ contract: 'labour-market', dataset: { ...labour, ...changes } }).found
}

describe('projected figures', () => {
  it('with everything they need are not complained of', () => {
    expect(found(projected)).toEqual([])
    expect(found({})).toEqual([])
  })

  it('need a description of the projection, and only they', () => {
    const bare = { ...projected, definition: { ...definition, projection: undefined } }
    expect(rowsWith(found(bare), 'PROJECTION_NOT_DESCRIBED')).toEqual([0])
    expect(rowsWith(found({ definition }), 'OBSERVED_WITH_PROJECTION')).toEqual([])
    const both = {
      ...projected,
      rows: 2,
      basis: ['observed', 'projected'],
      scenario: ['_Z', 'BASE'],
    }
    expect(found(both)).toEqual([])
  })

  it.each([
    ['2023', [0]],
    ['2024', undefined],
    ['2035', undefined],
    ['2036', [0]],
  ])('of %s lie within base year and horizon or not', (period, rows) => {
    expect(rowsWith(found({ ...projected, period }), 'PERIOD_BEYOND_HORIZON')).toEqual(rows)
  })

  it('name a scenario, and observed ones none', () => {
    expect(rowsWith(found({ ...projected, scenario: '_Z' }), 'SCENARIO_WRONG')).toEqual([0])
    expect(rowsWith(found({ scenario: 'LOW' }), 'SCENARIO_WRONG')).toEqual([0])
  })

  it('have an interval, or a note', () => {
    const bare = {
      ...projected,
      rows: 2,
      scenario: ['LOW', 'HIGH'],
      lower: [1, null],
      upper: [9000, null],
    }
    expect(rowsWith(found(bare), 'PROJECTION_WITHOUT_INTERVAL')).toEqual([1])
  })
})

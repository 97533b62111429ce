// SPDX-License-Identifier: Apache-2.0
import { toColumns, type Dataset, type Definition } from '@corridor/contracts'
import { compile } from './compile'
import { decide } from './decide'
import { explain } from './explain'
import { figure, known } from './given'

const at = new Date('2026-06-01T12:00:00Z')
const definition: Definition = {
  ...{ minimumStay: 'P12M', population: 'all', source: 'register', partnerConcept: 'residence' },
  ...{ eventConcept: 'registration', ageDefinition: 'completed', periodConvention: 'calendar' },
}

describe('a figure under embargo', () => {
  const until = '2030-01-31T09:00:00Z'
  const dataset: Dataset = {
    ...toColumns(definition, [figure(), figure({ period: '2015' })]),
    confStatus: 'E',
    embargo: until,
  }
  const request = { contract: 'migration-flow', sender: 'BE', recipient: 'DK' }
  const permit = decide(compile([known()]), request, at)

  it('is told with the end of it where nothing else keeps it in', () => {
    expect(explain(dataset, permit, at)).toMatchObject([
      { row: 1, became: 'stayed', code: 'UNDER_EMBARGO', until },
      { row: 2, became: 'stayed', code: 'UNDER_EMBARGO', until },
    ])
  })

  it('is confidential where it would be so afterwards', () => {
    const [first] = explain({ ...dataset, confStatus: 'C' }, permit, at)
    expect(first).toMatchObject({ row: 1, became: 'stayed', code: 'CONFIDENTIAL' })
    expect(first).not.toHaveProperty('until')
  })

  it('has left at its end', () => {
    expect(explain(dataset, permit, new Date(until))).toMatchObject([
      { became: 'left' },
      { became: 'left' },
    ])
  })
})

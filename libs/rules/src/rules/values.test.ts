// SPDX-License-Identifier: Apache-2.0
import { flow, foundIn, rowsWith } from '../given'

describe('a value', () => {
  it('above the largest plausible one needs a note', () => {
    const found = foundIn({ value: [20_000_000, 20_000_001] })
    expect(rowsWith(found, 'VALUE_LARGE')).toEqual([1])
    expect(found[0]?.detail).toBe('20,000,001 is more than 20,000,000')
    expect(rowsWith(foundIn({ value: 20_000_001 }), 'VALUE_LARGE')).toEqual([0, 1])
  })
})

describe('what is not known', () => {
  const sexes = (value: readonly number[]) =>
    rowsWith(
      foundIn({ rows: 4, destination: 'DK', sex: ['M', 'F', '_U', '_T'], value }),
      'UNKNOWN_SHARE_HIGH',
    )

  it('may be a quarter of the total, not more', () => {
    expect(sexes([40, 35, 25, 100])).toBeUndefined()
    expect(sexes([40, 34, 26, 100])).toEqual([2])
  })

  it('is not looked at in small totals', () => {
    expect(sexes([1, 1, 97, 99])).toBeUndefined()
  })
})

describe('standard errors and sample sizes', () => {
  it('come from surveys', () => {
    expect(rowsWith(foundIn({ standardError: [1.5, null] }), 'SURVEY_MEMBERS_UNEXPECTED')).toEqual([
      0,
    ])
    expect(rowsWith(foundIn({ sampleSize: 40 }), 'SURVEY_MEMBERS_UNEXPECTED')).toEqual([0, 1])
    const definition = {
      ...flow.definition,
      source: 'survey',
      eventConcept: 'survey-answer',
    } as const
    expect(foundIn({ definition, standardError: 1.5 })).toEqual([])
  })
})

describe('the definition record', () => {
  it.each([
    [
      { eventConcept: 'survey-answer' },
      'eventConcept is survey-answer, and source is register, not survey or projection',
    ],
    [
      { eventConcept: 'census-count' },
      'eventConcept is census-count, and source is register, not census',
    ],
    [
      { source: 'survey' },
      'source is survey, and eventConcept is registration, not survey-answer or estimate or not-stated',
    ],
    [
      { source: 'projection' },
      'source is projection, and eventConcept is registration, not estimate or not-stated',
    ],
  ] as const)('with %j needs a note', (changes, detail) => {
    const found = foundIn({ definition: { ...flow.definition, ...changes } })
    expect(found).toMatchObject([
      { code: 'DEFINITION_UNLIKELY', level: 'warning', detail, rows: [] },
    ])
  })

  it('leaves out stays below its minimum', () => {
    const short = (minimumStay: string) =>
      rowsWith(
        foundIn({ definition: { ...flow.definition, minimumStay }, stay: ['SHORT', 'LONG'] }),
        'STAY_BELOW_MINIMUM',
      )
    expect(short('P12M')).toEqual([0])
    expect(short('permanent')).toEqual([0])
    expect(short('P11M')).toBeUndefined()
    expect(short('not-applicable')).toBeUndefined()
  })
})

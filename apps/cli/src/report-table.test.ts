// SPDX-License-Identifier: Apache-2.0
import type { ReconciliationReport } from '@corridor/contracts'
import { inOrder, reportRows, reportText } from './report-table'

const nothing = {
  ...{ originLower: null, originUpper: null, originHarmonised: null },
  ...{ destinationLower: null, destinationUpper: null, destinationHarmonised: null },
  ...{ originParts: null, originStatus: 'A', destinationParts: null, destinationStatus: 'A' },
  ...{ rule: null, eligibility: null, untested: null, expectedRatio: null, expectedLower: null },
  ...{
    expectedUpper: null,
    basis: null,
    p: null,
    z: null,
    suspicion: null,
    gap: null,
    score: null,
  },
  ...{ balanced: null, balancedLower: null, balancedUpper: null },
} as const

const report: ReconciliationReport = {
  ...nothing,
  agreement: 'BE-DK-2026',
  contract: 'migration-flow',
  period: '2014',
  version: 3,
  parties: ['BE', 'DK'],
  madeAt: '2026-11-14T09:12:00Z',
  tolerance: { asymmetryPercent: 10 },
  level: 0.5,
  materiality: { persons: 50 },
  cells: 5,
  rows: 3,
  origin: 'BE',
  destination: 'DK',
  ...{ sex: ['M', 'F', '_T'], age: '_T', occupation: '_T', sector: '_T', stay: '_T' },
  education: '_T',
  originSays: [1380, 302, 310],
  destinationSays: [1370, 500, null],
  difference: [10, -198, null],
  asymmetryPercent: [0.727, 49.376, null],
  outcome: ['within', 'outside', 'one-sided'],
  reason: [null, null, 'no-report'],
  finding: ['no-expectation', 'no-expectation', null],
  unlockedBy: ['two more periods', 'two more periods', null],
  expectation: null,
  matters: [false, true, false],
  originPosition: 1,
  destinationPosition: [2, 2, null],
}

describe('a report', () => {
  it('shows both sides, the difference, the outcome and what is asked in one table', () => {
    expect(reportText([report], reportRows(report))).toBe(
      [
        'Report BE-DK-2026 of 2014, version 3, BE and DK, made 14 Nov 2026, 09:12 UTC',
        'Tolerance: an asymmetry of 10.0 %',
        '',
        'Origin  Destination  Period  Breakdown  Origin says  Destination says  Difference  Asymmetry  Outcome             Answer     Why',
        'BE      DK           2014    sex M            1,380             1,370          10      0.7 %  within tolerance',
        'BE      DK           2014    sex F              302               500        −198     49.4 %  outside tolerance   asked for',
        'BE      DK           2014                       310                 –           –          –  from one side only             no-report',
        '',
        '3 figures: 1 within tolerance, 1 outside tolerance, 1 from one side only.',
        '2 more figures that matter less are counted, not shown.',
        'Somebody must answer for 1 of them.',
        'No expectation yet for 2: it takes two more periods.',
      ].join('\n'),
    )
  })

  it('counts all figures even where only some are shown', () => {
    const outside = reportRows(report).filter(({ outcome }) => outcome === 'outside')
    const text = reportText([report], outside)
    expect(text).not.toContain('sex M')
    expect(text).toContain('3 figures: 1 within tolerance')
  })

  it('says what was found, by which version, and how many false alarms were promised and found', () => {
    const judged: ReconciliationReport = {
      ...report,
      finding: ['as-expected', 'suspect', null],
      ...{ unlockedBy: null, expectation: [4, 4, null] },
      falseAlarms: { expectation: 4, nominal: 0.05, achieved: 0.047, history: 1200 },
    }
    const text = reportText([judged], reportRows(judged))
    expect(text).toContain('outside tolerance   suspect      asked for')
    expect(text).toContain(
      'Expectations of version 4; false alarms: 5.0 % promised, 4.7 % found on 1,200 figures of the past.',
    )
  })

  it('of several periods is one table by corridor', () => {
    const earlier = { ...report, period: '2013', madeAt: '2026-11-13T09:12:00Z' }
    const rows = inOrder([report, earlier].flatMap(reportRows))
    expect(rows.map(({ period }) => period)).toEqual([
      '2013',
      '2014',
      '2013',
      '2014',
      '2013',
      '2014',
    ])
    expect(reportText([report, earlier], rows)).toContain(
      'Reports BE-DK-2026 of 2013, 2014, BE and DK, the newest made 14 Nov 2026, 09:12 UTC',
    )
  })
})

// SPDX-License-Identifier: Apache-2.0
import type { ReconciliationReport } from '@corridor/contracts'
import { reportRows, reportText } from './report-table'

const report: ReconciliationReport = {
  agreement: 'BE-DK-2026',
  version: 3,
  parties: ['BE', 'DK'],
  madeAt: '2026-11-14T09:12:00Z',
  tolerance: { asymmetryPercent: 10 },
  rows: 3,
  origin: 'BE',
  destination: 'DK',
  period: ['2013', '2014', '2015'],
  sex: ['_T', 'F', '_T'],
  age: '_T',
  occupation: '_T',
  sector: '_T',
  stay: '_T',
  originSays: [1380, 302, 310],
  destinationSays: [1370, 500, null],
  difference: [10, -198, null],
  asymmetryPercent: [0.727, 49.376, null],
  outcome: ['within', 'outside', 'one-sided'],
  reason: [null, null, 'no-report'],
  originPosition: 1,
  destinationPosition: [2, 2, null],
}

describe('a report', () => {
  it('shows both sides, the difference and the outcome in one table', () => {
    expect(reportText(report, reportRows(report))).toBe(
      [
        'Report BE-DK-2026, version 3, BE and DK, made 14 Nov 2026, 09:12 UTC',
        'Tolerance: an asymmetry of 10.0 %',
        '',
        'Origin  Destination  Period  Breakdown  Origin says  Destination says  Difference  Asymmetry  Outcome             Why',
        'BE      DK           2013                     1,380             1,370          10      0.7 %  within tolerance',
        'BE      DK           2014    sex F              302               500        −198     49.4 %  outside tolerance',
        'BE      DK           2015                       310                 –           –          –  from one side only  no-report',
        '',
        '3 figures: 1 within tolerance, 1 outside tolerance, 1 from one side only.',
      ].join('\n'),
    )
  })

  it('counts all figures even where only some are shown', () => {
    const outside = reportRows(report).filter(({ outcome }) => outcome === 'outside')
    const text = reportText(report, outside)
    expect(text).not.toContain('2013')
    expect(text).toContain('3 figures: 1 within tolerance')
  })
})

// SPDX-License-Identifier: Apache-2.0
import type { ReconciliationReport } from '@corridor/contracts'
import { commitmentLines, stageLines } from './report-lines'

type Told = Pick<ReconciliationReport, 'period' | 'commitments' | 'stages'>
// The lines look at nothing else of a report.
const report = (told: Omit<Told, 'period'>): ReconciliationReport =>
  ({ period: '2016', ...told }) as ReconciliationReport
const moment = (day: number): string => `2026-11-0${String(day)}T09:00:00Z`

describe('the lines below a report', () => {
  it('say when each party was bound, when the figures were open, and who changed something since', () => {
    const commitments: NonNullable<Told['commitments']> = {
      ...{ openedAt: moment(3), by: 'all-committed', changedSince: [] },
      parties: [
        { party: 'BE', at: moment(1) },
        { party: 'DK', at: moment(2) },
      ],
    }
    expect(commitmentLines(report({ commitments }))).toEqual([
      'Committed to 2016: BE 1 Nov 2026, 09:00 UTC and DK 2 Nov 2026, 09:00 UTC; open since 3 Nov 2026, 09:00 UTC, when all had committed.',
      'Nobody has said something else since.',
    ])
    const late = { ...commitments, changedSince: [{ party: 'DK', at: moment(4) }] }
    expect(commitmentLines(report({ commitments: late }))[1]).toBe(
      'SOMETHING ELSE was said since by DK 4 Nov 2026, 09:00 UTC.',
    )
  })

  it('tell of stages how many were looked at, and those outside their range', () => {
    const stage: NonNullable<Told['stages']>[number] = {
      ...({ clause: '4', stage: 'permit', after: 'clearance', lookedAt: 'period' } as const),
      ...{ period: '2016-03', saidLower: 1_900, saidUpper: 1_900, rangeLower: 700 },
      ...({ rangeUpper: 1_100, p: 0.001, outcome: 'above', basis: 'declared' } as const),
    }
    const text = stageLines(report({ stages: [stage, { ...stage, outcome: 'in-range' }] }))
    expect(text[1]).toBe('Stages of 2016: 2 figures looked at, 1 outside the range.')
    expect(text[2]).toMatch(/2016-03 +permit +clearance +1,900 +700 to 1,100 +ABOVE/)
  })

  it('are none where there is nothing to say', () => {
    expect([...commitmentLines(report({})), ...stageLines(report({}))]).toEqual([])
  })
})

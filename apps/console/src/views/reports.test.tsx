// SPDX-License-Identifier: Apache-2.0
import { belgium, cellsOf, denmark, frameFor, textOf } from './given'
import { renderReport } from './report'
import type { ReportProps, ReviewLine } from './report-props'
import { renderReports } from './reports'

const line: ReviewLine = {
  ...{ href: '/reports/BE-DK-2026/2016', agreement: 'BE-DK-2026', period: '2016', version: 2 },
  ...{ standing: 'signed-by-one', parties: [belgium, denmark] },
  signed: [{ by: belgium, at: '2026-11-26T09:00:00Z' }],
  ...{ dueAt: '2026-12-26T09:00:00Z', isLate: false, mark: null },
}
const between = {
  ...{ key: 'BE.DK._T', breakdown: null, origin: belgium, destination: denmark },
  originSays: { kind: 'value', persons: 44_701 },
  destinationSays: { kind: 'value', persons: 50_903 },
} as const
const page: ReportProps = {
  ...{ frame: frameFor('state'), line, title: 'Migration figures', returned: null },
  settled: {
    ...{ agreed: 1, agreedToDiffer: 0, corrected: 0, notTakenUp: 4, digest: 'sha-256:abcdefgh' },
    figures: [
      {
        ...between,
        ...{ case: 'BE-DK-2026.2016.1', caseHref: '/cases/BE-DK-2026.2016.1' },
        ...{ difference: -6_202, standing: 'agreed', value: 50_000, reason: 'late' },
        causes: [{ cause: 'TIMING', persons: -6_202 }],
      },
    ],
  },
  openCases: [],
  compared: {
    ...{ madeAt: '2026-11-26T08:00:00Z', cells: 3, from: 0, all: 1, next: null },
    figures: [
      {
        ...between,
        ...{ originHarmonised: 46_010.4, destinationHarmonised: 50_903 },
        ...{ balanced: 48_120, balancedLower: 46_800, balancedUpper: 49_700 },
        ...{ outcome: 'outside', finding: 'suspect', matters: true },
        causes: [{ cause: 'DEF_DURATION', evidence: 'three months against twelve', persons: -900 }],
      },
    ],
    falseAlarms: { expectation: 3, nominal: 0.05, achieved: 0.043, history: 1_200 },
    commitments: {
      ...{ openedAt: '2026-11-26T07:00:00Z', by: 'all-committed' },
      parties: [
        { party: belgium, at: '2026-11-25T09:00:00Z' },
        { party: denmark, at: '2026-11-26T07:00:00Z' },
      ],
      changedSince: [{ party: denmark, at: '2026-11-26T07:30:00Z' }],
    },
    stages: [
      {
        ...{ clause: 'path', stage: 'entry', after: 'permit', period: '2016', lookedAt: 'period' },
        ...{ outcome: 'below', basis: 'declared', said: { lower: 812, upper: 812 } },
        expected: { lower: 900, upper: 1_100 },
      },
      {
        ...{ clause: 'path', stage: 'return', after: 'entry', period: '2016', lookedAt: 'stock' },
        ...{ outcome: 'in-range', basis: 'stock', said: { lower: 40, upper: 45 } },
        expected: { lower: 0, upper: null },
      },
    ],
  },
  moves: [],
  file: null,
  mayDo: [{ act: 'sign', href: '/reports/BE-DK-2026/2016/acts/sign' }],
  ...{ done: false, command: 'corridor reports review BE-DK-2026 2016' },
}

describe('the list of reports', () => {
  it('says where each stands, who has signed, and that one waits', () => {
    const html = renderReports({ frame: frameFor('state'), reports: [line] })
    expect(textOf(html)).toContain('1 report waits for signatures.')
    expect(cellsOf(html)).toEqual(
      expect.arrayContaining(['Signed by one side', 'Belgium 26 Nov 2026, 09:00 UTC']),
    )
    expect(textOf(renderReports({ frame: frameFor('state'), reports: [] }))).toContain(
      'There are no reports yet.',
    )
  })
})

describe('the page of a report', () => {
  const html = renderReport(page)
  const text = textOf(html)

  it('shows four values side by side: both sides, made comparable, and balanced with its interval', () => {
    const cells = cellsOf(html)
    expect(cells).toEqual(expect.arrayContaining(['44,701', '50,903', '48,120 46,800 to 49,700']))
    expect(cells).toContain('Origin 46,010 Destination 50,903')
    expect(text).toContain('three months against twelve')
    expect(text).toContain('not as expected')
    expect(text).toContain('5.0 % promised, 4.3 % found on 1,200 figures of the past')
    expect(text).toContain('2 more matter less and are counted, not shown.')
  })

  it('shows what is signed: counts, figures with causes, and the digest in groups of four', () => {
    expect(text).toContain('sha-256 abcd efgh')
    expect(text).toContain('Late registration or timing −6,202')
    expect(text).toContain('beyond the number of cases that the agreement has room for')
  })

  it('says when each side was bound, and who has said something else since', () => {
    expect(text).toContain('when all had committed: 26 Nov 2026, 07:00 UTC')
    expect(text).toContain('Belgium was bound 25 Nov 2026, 09:00 UTC')
    expect(text).toContain('Denmark has said something else since 26 Nov 2026, 07:30 UTC')
    const kept = {
      ...page.compared!,
      commitments: { ...page.compared!.commitments!, changedSince: [] },
    }
    expect(textOf(renderReport({ ...page, compared: kept }))).toContain('Nobody has said something')
    expect(
      textOf(renderReport({ ...page, compared: { ...kept, commitments: null } })),
    ).not.toContain('was bound')
  })

  it('holds each stage of a path against the one before it', () => {
    const cells = cellsOf(html)
    expect(cells).toEqual(expect.arrayContaining(['812', '900 to 1,100', '40 to 45', '0 or more']))
    expect(text).toContain('below its range')
  })

  it('says in words where it stands among its steps', () => {
    expect(html).toMatch(/aria-current="step"[^>]*>.*?Signed by one side/s)
    expect(text).toContain('Ready to sign (done)')
    const superseded = renderReport({ ...page, line: { ...line, standing: 'superseded' } })
    expect(superseded).not.toContain('aria-current="step"')
  })

  it('says what is missing while there is nothing to sign', () => {
    const open = [{ id: 'BE-DK-2026.2016.1', href: '/cases/BE-DK-2026.2016.1' }]
    const waiting = textOf(renderReport({ ...page, settled: null, openCases: open }))
    expect(waiting).toContain('One case is not settled: BE-DK-2026.2016.1')
    const returned = { by: denmark, reason: 'once <b>more</b>' }
    const back = textOf(renderReport({ ...page, settled: null, returned }))
    expect(back).toContain('Denmark returned it for more work: once &lt;b>more&lt;/b>')
    expect(back).toContain('when somebody has worked on a case')
  })

  it('gives the signed file once all have signed', () => {
    expect(html).not.toContain('download')
    const file = '/reports/BE-DK-2026/2016/signed/2'
    expect(renderReport({ ...page, file })).toContain(`href="${file}" download`)
  })
})

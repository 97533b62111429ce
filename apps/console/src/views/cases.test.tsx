// SPDX-License-Identifier: Apache-2.0
import { renderCase } from './case'
import type { CaseFigure, CaseLine, CaseProps, CasesProps } from './case-props'
import { renderCases } from './cases'
import { belgium, cellsOf, denmark, frameFor, textOf } from './given'

const line: CaseLine = {
  id: 'BE-DK-2026.2016.1',
  href: '/cases/BE-DK-2026.2016.1',
  about: { kind: 'corridor', origin: belgium, destination: denmark },
  ...{ agreement: 'BE-DK-2026', period: '2016', standing: 'under-review' },
  ...{ figures: 2, unsettled: 1, waitsFor: [denmark] },
  ...{ dueAt: '2026-12-26T09:00:00Z', isLate: false },
}
const list: CasesProps = {
  frame: frameFor('state'),
  filter: { agreement: '', period: '', show: 'open' },
  agreements: ['BE-DK-2026', 'BE-SE-2026'],
  periods: ['2016-Q2', '2015'],
  cases: [line],
  ...{ found: 1, all: 3, unsettled: 1, ours: 0, next: null },
}

describe('the list of cases', () => {
  it('says where each stands, for whom it waits, and until when', () => {
    const html = renderCases(list)
    expect(cellsOf(html)).toEqual(
      expect.arrayContaining(['Under review', '1 of 2', 'Denmark', '26 Dec 2026']),
    )
    expect(textOf(html)).toContain('1 case waits to be settled, none of them for your side.')
    expect(html).toContain('href="/cases/BE-DK-2026.2016.1"')
  })

  it('marks what was due in words, and has a due date for no settled case', () => {
    const late = { ...line, isLate: true }
    const settled = { ...line, id: 'x', unsettled: 0, waitsFor: [] }
    const cells = cellsOf(renderCases({ ...list, cases: [late, settled] }))
    expect(cells).toContain('Was due 26 Dec 2026')
    expect(cells.filter((cell) => cell.includes('26 Dec'))).toHaveLength(1)
  })

  it('filters by a plain form that keeps what is chosen', () => {
    const filter = { agreement: 'BE-SE-2026', period: '2016-Q2', show: 'ours' } as const
    const html = renderCases({ ...list, filter })
    expect(html).toMatch(/<form method="get"/)
    expect(html).toMatch(/<option value="BE-SE-2026" selected>/)
    expect(html).toMatch(/<option value="2016-Q2" selected>/)
    expect(html).toMatch(/<option value="ours" selected>/)
    expect(html).not.toMatch(/<script/)
  })

  it('says so where there is nothing, or nothing like what is asked for', () => {
    expect(textOf(renderCases({ ...list, cases: [], all: 0 }))).toContain('There are no cases yet.')
    expect(textOf(renderCases({ ...list, cases: [] }))).toContain('No case is like this.')
  })
})

const figure: CaseFigure = {
  ...{ key: 'BE.DK._T', breakdown: null, origin: belgium, destination: denmark },
  originSays: { kind: 'value', persons: 44_701 },
  destinationSays: { kind: 'value', persons: 50_903 },
  ...{ difference: -6_202, standing: 'proposed', agreed: null },
  proposal: {
    ...{ value: 50_000, adjustment: null, reason: 'late <b>registrations</b>', by: belgium },
    causes: [
      { cause: 'TIMING', persons: -4_000 },
      { cause: 'UNEXPLAINED', persons: -2_202 },
    ],
    at: '2026-11-26T09:00:00Z',
  },
  suggested: [{ cause: 'TIMING', persons: null, evidence: 'the year before it is the other way' }],
  mayDo: [{ act: 'agree', href: '/cases/BE-DK-2026.2016.1/acts/agree?figure=BE.DK._T' }],
  href: '/cases/BE-DK-2026.2016.1?figure=BE.DK._T',
}
const hidden: CaseFigure = {
  ...{ ...figure, key: 'BE.DK.F', breakdown: 'Women', standing: 'open', proposal: null },
  destinationSays: { kind: 'hidden' },
  ...{ difference: null, mayDo: [] },
}
const page: CaseProps = {
  ...{
    frame: frameFor('state'),
    line,
    title: 'Migration figures',
    corridor: '/corridors/BE-DK-2026',
  },
  ...{ report: '/reports/BE-DK-2026/2016', suggested: [] },
  basis: { expectation: 3, rules: ['duration@1'] },
  sides: [
    {
      ...{ side: belgium, role: 'origin', isSilent: false, isClosing: false },
      answer: { causes: ['TIMING'], text: 'in January', at: '2026-11-26T09:00:00Z' },
    },
    { side: denmark, role: 'destination', answer: null, isSilent: true, isClosing: false },
  ],
  ...{ figures: [figure, hidden], selected: null, done: false, command: 'corridor cases show X' },
  comments: [
    {
      ...{ id: '1', by: denmark, at: '2026-11-26T09:00:00Z', text: 'a <i>word</i>' },
      ...{ audience: 'both', corrects: null, isEdited: true },
    },
  ],
  moves: [
    {
      ...{ number: 1, fact: 'opened', by: null, at: '2026-11-26T09:00:00Z' },
      ...{ words: '', figure: null, isSigned: false },
    },
  ],
  mayDo: [{ act: 'comment', href: '/cases/BE-DK-2026.2016.1/acts/comment' }],
}

describe('the page of a case', () => {
  const html = renderCase(page)
  const text = textOf(html)

  it('sets both sides apart: what each says, and what each answers for itself', () => {
    expect(cellsOf(html)).toEqual(expect.arrayContaining(['44,701', '50,903', '−6,202']))
    expect(text).toContain('Causes: Late registration or timing · Answered 26 Nov 2026, 09:00 UTC')
    expect(text).toContain('Did not answer in time. Nothing was agreed by that.')
  })

  it('shows what is on the table with causes whose amounts sum to the difference', () => {
    expect(text).toContain('Belgium proposes')
    expect(text).toContain('Late registration or timing −4,000')
    expect(text).toContain('Not yet explained −2,202')
    expect(text).toContain('late &lt;b>registrations&lt;/b>')
    expect(text).toContain('Expected ratios of version 3')
  })

  it('offers what the reader can do, and to who reads by a link a sign-in and the command', () => {
    expect(html).toContain('href="/cases/BE-DK-2026.2016.1/acts/agree?figure=BE.DK._T"')
    expect(html).toContain('href="/cases/BE-DK-2026.2016.1/acts/comment"')
    const linked = renderCase({ ...page, mayDo: null })
    expect(linked).not.toContain('/acts/')
    expect(textOf(linked)).toContain('corridor cases show X')
  })

  it('keeps hidden figures hidden: no value, and no difference to work it out from', () => {
    const chosen = textOf(renderCase({ ...page, selected: 'BE.DK.F' }))
    expect(chosen).toContain('Selected figure Women')
    expect(chosen).toContain('hidden to protect people')
    expect(chosen).toContain('cannot be told')
  })

  it('lets no moment be turned round in a right-to-left page', () => {
    const moments = html.match(/<time [^>]*>/g) ?? []
    expect(moments.length).toBeGreaterThan(2)
    for (const one of moments) expect(one).toContain('dir="auto"')
  })

  it('says of a comment who reads it, and takes its words as words', () => {
    expect(text).toContain('both sides see this')
    expect(text).toContain('a &lt;i>word&lt;/i>')
    expect(text).toContain('changed by its author')
    expect(html).not.toMatch(/<script|\sstyle=|\son[a-z]+=/i)
  })
})

// SPDX-License-Identifier: Apache-2.0
import {
  agreement,
  belgium,
  belgiumDenmark,
  cellsOf,
  credit,
  denmark,
  figure,
  frameFor,
  slovakiaDenmark,
  textOf,
} from './given'
import type { Figure, ReviewProps } from './props'
import { renderReview } from './review'

const page = (change: Partial<ReviewProps> = {}): string =>
  renderReview({
    frame: frameFor('state'),
    credit,
    agreement,
    tolerancePercent: 10,
    report: { version: 2, madeAt: '2026-11-14T09:12:00Z' },
    figures: belgiumDenmark,
    selected: null,
    ...change,
  })

describe('the review page of a corridor', () => {
  it('shows every figure of its props in its tables', () => {
    const cells = cellsOf(page())
    for (const each of belgiumDenmark) {
      for (const said of [each.originSays, each.destinationSays]) {
        expect(cells).toContain(said.kind === 'value' ? String(said.persons) : 'never')
      }
    }
    expect(cells).toEqual(expect.arrayContaining(['+170', '−101', '28.7', '58.8']))
  })

  it('is named after the selected figure, and shows the latest where none is asked for', () => {
    expect(page()).toContain('<title>Belgium → Denmark, 2016 – Corridor</title>')
    const selected = belgiumDenmark[4]!.href
    expect(page({ selected })).toContain('<title>Denmark → Belgium, 2013 – Corridor</title>')
    expect(page({ selected: '/elsewhere' })).toContain('<title>Belgium → Denmark, 2016')
  })

  it('tells version, time, source and agreement of the report', () => {
    const text = textOf(page())
    expect(text).toContain('Report version 2 · made 14 Nov 2026, 09:12 UTC')
    expect(text).toContain(credit)
    expect(text).toContain('BE-DK-2026')
    expect(text).toContain('Committee of Belgium and Denmark')
  })

  it('counts in its cards what its table holds', () => {
    const text = textOf(page())
    const outside = belgiumDenmark.filter((each) => each.judgement.outcome === 'outside').length
    expect(text).toContain(`8 figures compared ${String(outside)} outside tolerance`)
    expect(page().match(/tag-outside/g)).toHaveLength(outside)
  })

  it('draws the selected direction only, and names the chart', () => {
    const html = page()
    expect(html.match(/class="history"/g)).toHaveLength(1)
    expect(html).toContain('role="img" aria-label="Line chart: people who moved from Belgium')
  })

  it('has one h1, a skip link, landmarks, captions, scopes, and neither script nor inline style', () => {
    const html = page()
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('href="#content"')
    expect(html).toContain('<main id="content"')
    expect(html.match(/<caption/g)).toHaveLength(html.match(/<table/g)!.length)
    expect(html.match(/<th /g)).toHaveLength(html.match(/ scope="/g)!.length)
    expect(html).not.toMatch(/<script|<style| style=| on[a-z]+=/)
  })

  it('escapes what participants name themselves', () => {
    const hostile = { code: 'BE', name: '<script>alert("x")</script>' }
    const html = page({
      figures: [figure([hostile, denmark], '2016', [1, 2])],
      agreement: {
        ...agreement,
        title: '<img src=x onerror=alert(1)>',
        parties: [hostile, denmark],
      },
    })
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;script>')
  })
})

describe('figures that cannot be judged', () => {
  it('say why in words of the definitions, in the row itself', () => {
    const why = 'Slovakia counts permanent moves only; Denmark counts stays of 12 months or more.'
    const html = page({ figures: [slovakiaDenmark] })
    expect(cellsOf(html)).toContain(`Not comparable ${why}`)
    expect(cellsOf(html)).toEqual(expect.arrayContaining(['3', '553', '−550', '197.8']))
    expect(textOf(html)).toContain('0 of 1 figure compared none can be judged 1 not comparable')
    expect(html).toContain('bar-hollow')
    expect(html).toMatch(/<tr[^>]*class="differs"/)
  })

  it('say it in the words of the report where the definitions are not given', () => {
    const figures = [{ ...slovakiaDenmark, originCounts: null, destinationCounts: null }]
    expect(textOf(page({ figures }))).toContain('minimum stay: origin permanent, destination P12M')
  })

  it('show a missing report as words, never as nought, and no asymmetry', () => {
    const oneSided: Figure = {
      ...figure([belgium, denmark], '2016', [409, 0]),
      destinationSays: { kind: 'no-report' },
      judgement: { outcome: 'one-sided', reason: 'the destination gives no figure' },
    }
    const html = page({ figures: [oneSided] })
    const cells = cellsOf(html)
    expect(cells).toContain('no report')
    expect(cells).toContain('One side only Denmark has sent no figure.')
    expect(cells.filter((cell) => cell === '–')).toHaveLength(3)
    expect(cells).not.toContain('0')
    expect(html).not.toContain('class="bar"')
    expect(html).not.toContain('% asymmetry')
  })

  it('keep apart a nought, a hidden figure and what does not apply', () => {
    const given = figure([belgium, denmark], '2016', [0, 0])
    const hidden: Figure = {
      ...figure([belgium, denmark], '2015', [0, 0]),
      originSays: { kind: 'hidden' },
      destinationSays: { kind: 'not-applicable' },
      judgement: { outcome: 'one-sided', reason: 'neither side gives a figure' },
    }
    const cells = cellsOf(page({ figures: [hidden, given] }))
    expect(cells).toEqual(
      expect.arrayContaining(['0', '0.0', 'hidden to protect people', 'not applicable']),
    )
  })

  it('are not there at all before the first report', () => {
    const html = page({ figures: [], report: null })
    expect(textOf(html)).toContain('No figures have been compared yet.')
    expect(html).not.toContain('class="history"')
    expect(html.match(/<h1/g)).toHaveLength(1)
  })
})

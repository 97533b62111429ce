// SPDX-License-Identifier: Apache-2.0
import { renderCorridors } from './corridors'
import {
  agreement,
  belgium,
  belgiumDenmark,
  cellsOf,
  corridor,
  credit,
  denmark,
  frameFor,
  slovakia,
  slovakiaDenmark,
  textOf,
} from './given'
import type { Corridor, Feed } from './props'

const party = (corridors: readonly Corridor[]): string =>
  renderCorridors({ frame: frameFor('state'), credit, audience: 'party', corridors })

describe('the home page of a party', () => {
  it('shows both directions of a corridor in the latest year, and where to read more', () => {
    const html = party([corridor(belgiumDenmark)])
    const cells = cellsOf(html)
    expect(cells).toEqual(
      expect.arrayContaining(['409', '419', '−10', '2.4', '429', '308', '+121']),
    )
    expect(cells).not.toContain('380')
    expect(html).toContain('href="/corridors/BE-DK-2026"')
    expect(html).toContain(
      'href="/corridors/BE-DK-2026?origin=DK&amp;destination=BE&amp;period=2016"',
    )
    expect(textOf(html)).toContain(credit)
  })

  it('makes its sentences of all figures of all corridors', () => {
    const text = textOf(party([corridor(belgiumDenmark), corridor([slovakiaDenmark])]))
    expect(text).toContain('6 of 8 figures compared are outside the tolerance')
    expect(text).toContain('8 compared · 6 outside')
    expect(text).toContain('1 Not comparable')
    expect(text).toContain('2 corridors: 2 in force.')
  })

  it('says why a pair is not comparable', () => {
    expect(textOf(party([corridor([slovakiaDenmark])]))).toContain(
      'Slovakia counts permanent moves only; Denmark counts stays of 12 months or more.',
    )
  })

  it('shows a corridor that waits for a signature as denied, whatever figures it was given', () => {
    const standing = {
      state: 'proposed',
      proposedAt: '2026-11-23T09:12:00Z',
      waitingFor: [denmark],
    } as const
    const html = party([corridor(belgiumDenmark, { agreement: { ...agreement, standing } })])
    expect(cellsOf(html)).toContain(
      'Denied: no figures are exchanged or compared until Denmark signs.',
    )
    expect(cellsOf(html)).toContain('Waiting for a signature')
    expect(cellsOf(html)).not.toContain('409')
    expect(textOf(html)).not.toContain('compared ·')
    expect(textOf(html)).toContain('No figures have been compared yet.')
  })

  it('says so where there is nothing yet', () => {
    expect(textOf(party([]))).toContain('There are no corridors yet.')
  })
})

const feed: Feed = {
  region: 'the Region',
  version: 3,
  madeAt: '2026-11-14T09:12:00Z',
  members: [belgium, denmark, slovakia],
  consented: ['BE', 'DK'],
  corridors: 2,
  moves: [
    { period: '2016', asReportedByOrigins: 838, asReportedByDestinations: 727 },
    { period: '2015', asReportedByOrigins: 769, asReportedByDestinations: 709 },
  ],
  byMember: [
    { member: belgium, period: '2016', fromMembers: 308, toMembers: 409 },
    { member: denmark, period: '2016', fromMembers: 419, toMembers: null },
  ],
}

describe('the home page of the secretariat', () => {
  const html = renderCorridors({
    frame: frameFor('secretariat'),
    credit,
    audience: 'secretariat',
    feed,
  })

  it('shows the sums as each side reports them, and who is in them', () => {
    expect(cellsOf(html)).toEqual(
      expect.arrayContaining(['838', '727', '769', '709', '308', '409', '419', 'no report']),
    )
    const text = textOf(html)
    expect(text).toContain('For 2016 the origins report 838 moves, and the destinations 727.')
    expect(text).toContain('2 of 3')
    expect(text).toContain('Left out: Slovakia.')
  })

  it('shows no bilateral difference, no asymmetry and never net migration', () => {
    const text = textOf(html)
    expect(text).not.toMatch(/asymmetry|tolerance|net migration|outside/i)
    expect(text).not.toContain('→')
    expect(text).not.toMatch(/[−+]\d/)
    for (const difference of ['111', '60', '101', '10'])
      expect(cellsOf(html)).not.toContain(difference)
  })

  it('says so before the first feed', () => {
    const none = renderCorridors({
      frame: frameFor('secretariat'),
      credit,
      audience: 'secretariat',
      feed: null,
    })
    expect(textOf(none)).toContain('No feed has been published yet.')
  })
})

describe('the home page of the operator', () => {
  it('holds counts and their sum, and no figure of anybody', () => {
    const counts = { agreement, within: 2, outside: 6, notComparable: 1, oneSided: 0 }
    const html = renderCorridors({
      frame: frameFor('operator'),
      credit,
      audience: 'operator',
      corridors: [counts, counts],
    })
    expect(cellsOf(html)).toEqual(expect.arrayContaining(['8', '2', '6', '16', '4', '12']))
    expect(textOf(html)).toContain('never the figures')
    expect(html).not.toContain('href="/corridors/')
    expect(html).not.toContain('<svg class="bar"')
  })
})

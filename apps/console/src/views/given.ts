// SPDX-License-Identifier: Apache-2.0
// What the tests of the pages start from: figures that Belgium, Denmark and Slovakia published (Eurostat,
// migr_emi3nxt and migr_imm5prv).
import type { AgreementFacts, Corridor, Definition, Figure, Frame, Place, Viewer } from './props'

export const belgium: Place = { code: 'BE', name: 'Belgium' }
export const denmark: Place = { code: 'DK', name: 'Denmark' }
export const slovakia: Place = { code: 'SK', name: 'Slovakia' }

export const credit = 'Source: Eurostat, migr_emi3nxt (outflow) and migr_imm5prv (inflow)'

export const twelveMonths: Definition = {
  minimumStay: 'P12M',
  population: 'all',
  source: 'register',
  partnerConcept: 'residence',
}

/** The frame of a page, as this kind of reader has it. */
export function frameFor(kind: Viewer['kind']): Frame {
  return {
    language: 'en',
    stylesheet: '/assets/console.css',
    icon: '/assets/icon.svg',
    hubName: 'Corridor',
    version: '1.0.0',
    notice: null,
    viewer: { participant: belgium, office: 'Statbel', kind },
    addresses: {
      ...{ corridors: '/', agreements: '/agreements', cases: '/cases', reports: '/reports' },
      ...{ signOut: null, passkeys: null, offices: null },
    },
  }
}

/** A figure that both sides gave and that was judged by a tolerance of 10 %. */
export function figure(
  between: readonly [Place, Place],
  period: string,
  says: readonly [number, number],
): Figure {
  const [origin, destination] = between
  const [left, arrived] = says
  const difference = left - arrived
  const asymmetryPercent = difference === 0 ? 0 : (200 * Math.abs(difference)) / (left + arrived)
  return {
    origin,
    destination,
    period,
    breakdown: null,
    originSays: { kind: 'value', persons: left },
    destinationSays: { kind: 'value', persons: arrived },
    originCounts: twelveMonths,
    destinationCounts: twelveMonths,
    judgement: {
      outcome: asymmetryPercent > 10 ? 'outside' : 'within',
      difference,
      asymmetryPercent,
    },
    href: `/corridors/BE-DK-2026?origin=${origin.code}&destination=${destination.code}&period=${period}`,
  }
}

/** Belgium and Denmark, four years, both directions. */
export const belgiumDenmark: readonly Figure[] = [
  figure([belgium, denmark], '2013', [380, 365]),
  figure([belgium, denmark], '2014', [302, 403]),
  figure([belgium, denmark], '2015', [360, 409]),
  figure([belgium, denmark], '2016', [409, 419]),
  figure([denmark, belgium], '2013', [374, 204]),
  figure([denmark, belgium], '2014', [364, 267]),
  figure([denmark, belgium], '2015', [409, 300]),
  figure([denmark, belgium], '2016', [429, 308]),
]

/** Slovakia counts permanent moves only: 3 left for Denmark, 553 arrived there. */
export const slovakiaDenmark: Figure = {
  ...figure([slovakia, denmark], '2016', [3, 553]),
  originCounts: { ...twelveMonths, minimumStay: 'permanent' },
  judgement: {
    outcome: 'not-comparable',
    difference: -550,
    asymmetryPercent: 197.84,
    reason: 'minimum stay: origin permanent, destination P12M',
  },
}

/** The agreement of Belgium and Denmark, in force. */
export const agreement: AgreementFacts = {
  id: 'BE-DK-2026',
  title: 'Migration figures between Belgium and Denmark',
  parties: [belgium, denmark],
  term: { from: '2026-01-01', until: '2028-12-31' },
  standing: { state: 'in-force', since: '2026-11-23T09:12:00Z' },
  href: '/corridors/BE-DK-2026',
  committee: { code: 'BEDK', name: 'Committee of Belgium and Denmark' },
  clauses: [
    {
      kind: 'share',
      id: '1',
      from: [belgium],
      to: [denmark],
      periods: { from: '2013', until: '2016' },
      totalsOnly: true,
    },
    { kind: 'protect', id: '3', rule: 'published-figures-no-protection' },
    { kind: 'reconcile', id: '4', tolerancePercent: 10 },
  ],
  notAgreed: ['liability'],
  signatures: [{ by: belgium, at: '2026-11-23T09:00:00Z' }],
}

/** A corridor of the home page. */
export function corridor(figures: readonly Figure[], change: Partial<Corridor> = {}): Corridor {
  return { agreement, tolerancePercent: 10, figures, ...change }
}

/** The words of a page, as a reader meets them: no tags, no head, single spaces. */
export function textOf(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

/** The text of every cell of the page's tables. */
export function cellsOf(html: string): readonly string[] {
  return [...html.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map((cell) =>
    textOf(cell[1] ?? '').trim(),
  )
}

// SPDX-License-Identifier: Apache-2.0
// What the tests of the agreement language start from: Belgium and Denmark share the totals of 2013 to 2016 and compare them.
import type { Agreement, FlowRow } from '@corridor/contracts'
import { completed } from './completed'
import type { KnownAgreement, Standing } from './standing'
import { partiesOf, type ClauseOf } from './terms'

export const always: ClauseOf<'share'> = {
  id: '1',
  kind: 'share',
  from: ['BE'],
  to: ['DK'],
  contract: 'migration-flow',
  corridors: [
    { origin: 'BE', destination: 'DK' },
    { origin: 'DK', destination: 'BE' },
  ],
  confStatus: ['F'],
}

export const toDenmark: ClauseOf<'share'> = {
  ...always,
  periods: { from: '2013', until: '2016' },
}

export const toBelgium: ClauseOf<'share'> = { ...toDenmark, id: '2', from: ['DK'], to: ['BE'] }

export const permits: ClauseOf<'share'> = {
  id: '1',
  kind: 'share',
  from: ['BE'],
  to: ['DK'],
  contract: 'work-permits',
  only: [
    { dimension: 'partner', codes: ['DK'] },
    { dimension: 'event', codes: ['FIRST'] },
  ],
  confStatus: ['F'],
}

export const unprotected: ClauseOf<'protect'> = {
  id: '3',
  kind: 'protect',
  rule: { method: 'published-figures-no-protection' },
}

export const compared: ClauseOf<'reconcile'> = {
  id: '4',
  kind: 'reconcile',
  contract: 'migration-flow',
  tolerance: { asymmetryPercent: 10 },
}

/** Parties of whom one person each signs. */
export function parties(...names: readonly string[]): Agreement['parties'] {
  return names.map((participant) => ({ participant, signatures: 1 }))
}

/** Terms that hang together, save for what a test changes. */
export function terms(change: Partial<Agreement> = {}): Agreement {
  return completed({
    id: 'BE-DK-2026',
    title: 'Belgium and Denmark compare their figures',
    parties: parties('BE', 'DK'),
    committee: 'BEDK',
    term: { from: '2026-01-01', until: '2026-12-31' },
    entryIntoForce: { rule: 'on-signature' },
    provisionalApplication: { rule: 'not-agreed' },
    accession: { rule: 'closed' },
    signatureDays: 90,
    enforced: [toDenmark, toBelgium, unprotected, compared],
    recorded: [],
    ...change,
  })
}

/** Terms as they stand: in force between all that they name, save for what a test changes. */
export function known(
  change: Partial<Agreement> = {},
  standing: Partial<Standing> = {},
): KnownAgreement {
  const signed = terms(change)
  return {
    terms: signed,
    standing: {
      status: 'in-force',
      parties: partiesOf(signed),
      reservations: [],
      provisionalUntil: null,
      ...standing,
    },
  }
}

/** A figure that Belgium's clause grants to Denmark, save for what a test changes. */
export function figure(change: Partial<FlowRow> = {}): FlowRow {
  return {
    reporter: 'BE',
    direction: 'outflow',
    origin: 'BE',
    destination: 'DK',
    period: '2016',
    sex: '_T',
    age: '_T',
    occupation: '_T',
    sector: '_T',
    stay: '_T',
    education: '_T',
    value: 409,
    valueStatus: 'value',
    lower: null,
    upper: null,
    obsStatus: 'A',
    confStatus: 'F',
    ...change,
  }
}

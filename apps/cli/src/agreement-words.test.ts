// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { completed } from '@corridor/policy'
import type { AgreementShown } from '@corridor/sdk'
import { standingOf, termsInWords } from './agreement-words'

const corridors = [
  { origin: 'BE', destination: 'DK' },
  { origin: 'DK', destination: 'BE' },
]

const terms: Agreement = completed({
  id: 'BE-DK-2026',
  title: 'Belgium and Denmark\u001b[31m',
  parties: [
    { participant: 'BE', signatures: 1 },
    { participant: 'DK', signatures: 1 },
  ],
  committee: 'BEDK',
  term: { from: '2026-01-01', until: '2026-12-31' },
  entryIntoForce: { rule: 'on-signature' },
  provisionalApplication: { rule: 'not-agreed' },
  accession: { rule: 'closed' },
  signatureDays: 90,
  enforced: [
    {
      id: '1',
      kind: 'share',
      from: ['BE'],
      to: ['DK'],
      contract: 'migration-flow',
      periods: { from: '2013', until: '2016' },
      corridors,
      confStatus: ['F'],
    },
    {
      id: '2',
      kind: 'share',
      from: ['DK'],
      to: ['BE'],
      contract: 'migration-flow',
      corridors,
      levels: [
        { dimension: 'sex', level: 'all' },
        { dimension: 'age', level: 'five-year-ages' },
      ],
      confStatus: ['F'],
    },
    { id: '3', kind: 'protect', rule: { method: 'published-figures-no-protection' } },
    { id: '4', kind: 'reconcile', contract: 'migration-flow', tolerance: { asymmetryPercent: 10 } },
    { id: '5', kind: 'aggregate', contract: 'migration-flow', from: ['BE'] },
    { id: '6', kind: 'retention', contract: 'migration-flow', days: 3650 },
  ],
  recorded: [{ id: '7', kind: 'breach-notice', hours: 72 }],
})

describe('the terms of an agreement', () => {
  it('are said in plain words', () => {
    expect(termsInWords(terms)).toBe(
      [
        'BE-DK-2026  Belgium and Denmark\\u{1b}[31m',
        '  between Belgium (BE) and Denmark (DK); committee BEDK',
        '  from 1 Jan 2026 to 31 Dec 2026, once all have signed',
        '',
        '  1  BE gives DK its figures on BE → DK and DK → BE, 2013 to 2016, totals only.',
        '  2  DK gives BE its figures on BE → DK and DK → BE, all periods, broken down by sex and age (five-year-ages).',
        '  3  The figures are published ones: they are handed over without further protection.',
        "  4  Both sides' figures are compared; an asymmetry above 10 % is shown as outside tolerance.",
        '  5  BE lets its figures go into the sums of the region.',
        '  6  Figures of migration-flow are kept for 3650 days after delivery, then deleted.',
        '  7  Recorded. A breach is told within 72 hours.',
        '  Not agreed: timetable, redistribution, release, reciprocity, delivered, purposes, legal-basis, ' +
          'authentic-languages, competent-authorities, data-protection-roles, return-or-destruction, electronic-signature, ' +
          'hosting, transfer-basis, audit, liability, disputes, cost, citation, amendment, notice and survival.',
      ].join('\n'),
    )
  })
})

describe('where an agreement stands', () => {
  const signed = (...parties: string[]): AgreementShown['signatures'] =>
    parties.map((participant) => ({
      participant,
      kid: 'k',
      signature: 's',
      signedAt: '2026-01-01T00:00:00Z',
    }))
  const shown = (change: Partial<AgreementShown>): AgreementShown => ({
    id: terms.id,
    state: 'proposed',
    terms,
    digest: 'sha-256:x',
    revision: 1,
    salt: 's',
    proposedBy: 'BE',
    proposedAt: '2026-01-01T00:00:00Z',
    parties: ['BE', 'DK'],
    reservations: [],
    accessions: [],
    notices: [],
    suspendedBy: [],
    until: null,
    inForceAt: null,
    endedAt: null,
    lastAct: { act: 'proposed', by: 'BE', at: '2026-01-01T00:00:00Z', reason: null },
    signatures: [],
    ...change,
  })

  it.each([
    [
      shown({ state: 'signed', until: '2026-07-01T00:00:00Z' }),
      '2026-06-01',
      'WAIT',
      'is signed by all; waits for its day until 1 Jul 2026',
    ],
    [
      shown({ state: 'suspended', suspendedBy: ['DK'] }),
      '2026-06-01',
      'WAIT',
      'is suspended by DK',
    ],
    [shown({}), '2026-06-01', 'WAIT', 'waits for the signatures of BE and DK'],
    [shown({ signatures: signed('DK') }), '2026-06-01', 'WAIT', 'waits for your signature'],
    [shown({ signatures: signed('BE') }), '2026-06-01', 'WAIT', 'waits for the signature of DK'],
    [shown({ state: 'in-force' }), '2025-06-01', 'WAIT', 'is signed by all; begins on 1 Jan 2026'],
    [shown({ state: 'in-force' }), '2026-12-31', 'OK', 'in force until 31 Dec 2026'],
    [shown({ state: 'in-force' }), '2027-01-01', 'END', 'ended on 31 Dec 2026'],
    [
      shown({
        state: 'terminated',
        endedAt: '2026-03-04T05:06:07Z',
        lastAct: { act: 'terminated', by: 'DK', at: '2026-03-04T05:06:07Z', reason: 'over' },
      }),
      '2026-06-01',
      'END',
      'terminated by DK on 4 Mar 2026',
    ],
  ])('is told to a party (%#)', (agreement, today, ...[mark, says]) => {
    expect(standingOf(agreement, 'BE', new Date(today))).toEqual({ mark, says })
  })
})

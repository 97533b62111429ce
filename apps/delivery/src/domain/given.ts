// SPDX-License-Identifier: Apache-2.0
// What the tests of delivery start from: an agreement between Belgium and Denmark, and a figure of Belgium.
import type { Agreement, FlowRow, MigrationFlow } from '@corridor/contracts'
import { compile, decide, type KnownAgreement, type Permit } from '@corridor/policy'
import type { Release } from './release'

export const at = new Date('2026-11-23T09:12:00Z')

/** In force, with these enforced clauses. */
export function known(enforced: Agreement['enforced'], id = 'BE-DK-2026'): KnownAgreement {
  return {
    terms: {
      id,
      title: 'Belgium gives Denmark its figures',
      parties: ['BE', 'DK'].map((participant) => ({ participant, signatures: 1 })),
      term: { from: '2026-01-01', until: '2030-12-31' },
      entryIntoForce: { rule: 'on-signature' },
      provisionalApplication: { rule: 'not-agreed' },
      accession: { rule: 'closed' },
      signatureDays: 90,
      enforced,
      recorded: [],
    },
    standing: {
      status: 'in-force',
      parties: ['BE', 'DK'],
      reservations: [],
      provisionalUntil: null,
    },
  }
}

/** What such clauses grant Denmark of Belgium's figures under the contract of the first share clause. */
export function permitOf(...enforced: Agreement['enforced']): Permit {
  const [contract = 'migration-flow'] = enforced.flatMap((clause) =>
    clause.kind === 'share' ? [clause.contract] : [],
  )
  const request = { contract, sender: 'BE', recipient: 'DK' }
  // A test whose clauses grant nothing fails on what it then finds.
  return decide(compile([known(enforced)]), request, at) as Permit
}

export const definition: MigrationFlow['definition'] = {
  minimumStay: 'P12M',
  population: 'all',
  source: 'register',
  partnerConcept: 'residence',
  eventConcept: 'registration',
  ageDefinition: 'completed',
  periodConvention: 'calendar',
}

/** A figure of Belgium, save for what a test changes. */
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

/** All that a release says, as the JSON of the contract's `figures`. */
export function textOf({ figures, body }: Release): string {
  const said = {
    ...(JSON.parse(figures) as object),
    dataset: JSON.parse(Buffer.from(body).toString()) as object,
  }
  return JSON.stringify(said)
}

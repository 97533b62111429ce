// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { completed } from '@corridor/policy'

/** The eight states of the demonstration. */
export const states: Readonly<Record<string, string>> = {
  BE: 'Belgium',
  DK: 'Denmark',
  FI: 'Finland',
  IT: 'Italy',
  LT: 'Lithuania',
  NL: 'Netherlands',
  SE: 'Sweden',
  SK: 'Slovakia',
}

/** The secretariat of the demonstration region. */
export const secretariat = {
  participant: 'REGION',
  name: 'Eight-state region',
} as const

/** The one state that does not consent to the region's aggregates. */
export const withoutConsent = 'LT'

/** Agreements that wait for a signature: who has not signed. */
export const unsigned: Readonly<Record<string, string>> = { 'FI-IT-2026': 'IT', 'LT-NL-2026': 'NL' }

const term = { from: '2026-01-01', until: '2035-12-31' } as const

/** A corridor: two states, in alphabetical order. */
export type Pair = readonly [string, string]

/** The 28 corridors. */
export const pairs: readonly Pair[] = Object.keys(states).flatMap((first, i, all) =>
  all.slice(i + 1).map((second): Pair => [first, second]),
)

/** The committee of a corridor. */
export function committeeOf([first, second]: Pair): string {
  return `${first}${second}`
}

/** The agreement of a corridor: published totals both ways, no protection because they are published, compared at 10 %. */
export function corridorTerms(pair: Pair): Agreement {
  const [first, second] = pair
  const share = {
    kind: 'share',
    contract: 'migration-flow',
    periods: { from: '2013', until: '2016' },
    corridors: bothWays(pair),
    confStatus: ['F'],
  } as const
  return completed({
    id: `${first}-${second}-2026`,
    title: `${states[first] ?? first} and ${states[second] ?? second}: published migration flows`,
    parties: pair.map(party),
    committee: committeeOf(pair),
    term,
    ...simplest,
    enforced: [
      { id: '1', ...share, from: [first], to: [second] },
      { id: '2', ...share, from: [second], to: [first] },
      { id: '3', kind: 'protect', rule: { method: 'published-figures-no-protection' } },
      {
        id: '4',
        kind: 'reconcile',
        contract: 'migration-flow',
        tolerance: { asymmetryPercent: 10 },
      },
    ],
    recorded: [],
  })
}

// In force with the last of the signatures, one for each party, within three months; nobody else can join.
const simplest = {
  entryIntoForce: { rule: 'on-signature' },
  provisionalApplication: { rule: 'not-agreed' },
  accession: { rule: 'closed' },
  signatureDays: 90,
} as const

function party(participant: string): Agreement['parties'][number] {
  return { participant, signatures: 1 }
}

function bothWays([first, second]: Pair): { origin: string; destination: string }[] {
  return [
    { origin: first, destination: second },
    { origin: second, destination: first },
  ]
}

/** The agreement by which a state lets its figures into the region's aggregates. */
export function consentTerms(state: string): Agreement {
  return completed({
    id: `${state}-${secretariat.participant}-2026`,
    title: `${states[state] ?? state}: published flows in the region's aggregates`,
    parties: [state, secretariat.participant].sort().map(party),
    term,
    ...simplest,
    enforced: [
      { id: '1', kind: 'aggregate', contract: 'migration-flow', from: [state] },
      { id: '2', kind: 'protect', rule: { method: 'published-figures-no-protection' } },
    ],
    recorded: [],
  })
}

// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'

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
    breakdowns: totals,
  } as const
  return {
    id: `${first}-${second}-2026`,
    title: `${states[first] ?? first} and ${states[second] ?? second}: published migration flows`,
    parties: [first, second],
    committee: committeeOf(pair),
    term,
    clauses: [
      { id: '1', ...share, from: first, to: second },
      { id: '2', ...share, from: second, to: first },
      { id: '3', kind: 'protect', rule: 'published-figures-no-protection' },
      {
        id: '4',
        kind: 'reconcile',
        contract: 'migration-flow',
        tolerance: { asymmetryPercent: 10 },
      },
    ],
  }
}

const totals = {
  sex: 'total',
  age: 'total',
  occupation: 'total',
  sector: 'total',
  stay: 'total',
} as const

function bothWays([first, second]: Pair): { origin: string; destination: string }[] {
  return [
    { origin: first, destination: second },
    { origin: second, destination: first },
  ]
}

/** The agreement by which a state lets its figures into the region's aggregates. */
export function consentTerms(state: string): Agreement {
  const parties: [string, string] = [state, secretariat.participant].sort() as [string, string]
  return {
    id: `${state}-${secretariat.participant}-2026`,
    title: `${states[state] ?? state}: published flows in the region's aggregates`,
    parties,
    term,
    clauses: [
      { id: '1', kind: 'aggregate', contract: 'migration-flow', from: state },
      { id: '2', kind: 'protect', rule: 'published-figures-no-protection' },
    ],
  }
}

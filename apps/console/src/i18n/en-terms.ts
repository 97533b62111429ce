// SPDX-License-Identifier: Apache-2.0
// English words for codes: states, definition records, clauses. A code without a word is shown as it is.

/** States of figures and of agreements. */
export const states = {
  within: 'Within tolerance',
  outside: 'Outside tolerance',
  'not-comparable': 'Not comparable',
  'one-sided': 'One side only',
  proposed: 'Waiting for a signature',
  signed: 'Signed, not in force yet',
  provisional: 'Provisionally applied',
  'in-force': 'In force',
  suspended: 'Suspended',
  until: 'Until',
  revoked: 'Revoked',
  ended: 'Ended',
  nothing: 'Not compared yet',
  proposedOn: 'Proposed',
  waitingFor: (names: string) => `Waits for ${names} to sign`,
  since: 'Since',
  revokedBy: (name: string) => `by ${name}`,
  on: 'On',
  meaning: {
    within: 'the two sides are as close as they agreed to be',
    outside: 'the two sides are further apart than they agreed to be',
    'not-comparable': 'the definitions differ, so the figures are not judged',
    'one-sided': 'one side has no figure',
  },
}

function definitionMonths(code: string): string {
  const months = Number(/^P(\d{1,3})M$/.exec(code)?.[1] ?? Number.NaN)
  if (Number.isNaN(months)) return code
  if (months === 0) return 'any length'
  return months === 1 ? '1 month or more' : `${String(months)} months or more`
}

const populations: Readonly<Record<string, string>> = {
  all: 'everybody',
  nationals: 'nationals only',
  'non-nationals': 'non-nationals only',
  workers: 'workers only',
}
const sources: Readonly<Record<string, string>> = {
  register: 'population register',
  survey: 'survey',
  census: 'census',
  permit: 'permits',
  border: 'border counts',
  mirror: 'taken from the other side',
  'not-stated': 'not stated',
}
const partnerConcepts: Readonly<Record<string, string>> = {
  residence: 'country of residence',
  citizenship: 'citizenship',
  birth: 'country of birth',
}

/** The definition record in words. */
export const definitions = {
  names: {
    minimumStay: 'Stays counted',
    population: 'Who is counted',
    partnerConcept: 'Partner country by',
    source: 'Source',
  },
  minimumStay: (code: string): string =>
    code === 'permanent' ? 'permanent moves only' : definitionMonths(code),
  population: (code: string): string => populations[code] ?? code,
  source: (code: string): string => sources[code] ?? code,
  partnerConcept: (code: string): string => partnerConcepts[code] ?? code,
  /** How a place counts, as the second half of a sentence. */
  apart: {
    minimumStay: (place: string, code: string): string =>
      code === 'permanent'
        ? `${place} counts permanent moves only`
        : `${place} counts stays of ${definitionMonths(code)}`,
    population: (place: string, code: string): string =>
      `${place} counts ${populations[code] ?? code}`,
    partnerConcept: (place: string, code: string): string =>
      `${place} names the partner by ${partnerConcepts[code] ?? code}`,
  },
  bothSides: (origin: string, destination: string) => `${origin}; ${destination}.`,
  mirror: (place: string) => `${place} took its figure from the other side, so it proves nothing.`,
  noReport: (place: string) => `${place} has sent no figure.`,
  hidden: (place: string) => `${place} hides its figure to protect people.`,
  notApplicable: (place: string) => `For ${place} this does not apply.`,
}

const protections: Readonly<Record<string, string>> = {
  'published-figures-no-protection': 'These are published figures: they need no protection.',
}

const list = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)

/** Clauses of an agreement in words. */
export const clauses = {
  share: (from: readonly string[], to: readonly string[]) =>
    `${list(from)} gives ${list(to)} its figures on both directions of the corridor.`,
  totalsOnly: 'Totals only.',
  withDetail: 'With the breakdowns that the clause names.',
  periods: 'Years',
  protect: (rule: string): string => protections[rule] ?? rule,
  reconcile: (tolerance: string) =>
    `The two sides’ figures are compared; an asymmetry of more than ${tolerance} % is shown as outside tolerance.`,
  aggregate: (from: readonly string[]) =>
    `${list(from)} consents to its figures going into the sums of the region.`,
  recorded: 'Recorded, not enforced:',
  notAgreed: (topics: readonly string[]) => `Not agreed: ${list(topics)}.`,
}

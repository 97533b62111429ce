// SPDX-License-Identifier: Apache-2.0
// What the tests of agreements start from: terms between two and between three, and the acts that led somewhere.
import type { Agreement } from '@corridor/contracts'
import { completed } from '@corridor/policy'
import type { AgreementCommand, AgreementFact } from './acts'
import { agreementDecider } from './decide'
import type { Signer } from './signer'
import type { AgreementState, KnownState } from './state'

/** Terms by which Belgium gives Denmark its totals; in force with the last signature unless a test says otherwise. */
export const terms: Agreement = completed({
  id: 'BE-DK-2026',
  title: 'Belgium gives Denmark its totals',
  parties: [
    { participant: 'BE', signatures: 1 },
    { participant: 'DK', signatures: 1 },
  ],
  committee: 'BEDK',
  term: { from: '2026-01-01', until: '2030-12-31' },
  entryIntoForce: { rule: 'on-signature' },
  provisionalApplication: { rule: 'not-agreed' },
  accession: { rule: 'closed' },
  signatureDays: 30,
  enforced: [
    {
      id: '1',
      kind: 'share',
      from: ['BE'],
      to: ['DK'],
      contract: 'migration-flow',
      corridors: [{ origin: 'BE', destination: 'DK' }],
      confStatus: ['F'],
    },
    { id: '2', kind: 'protect', rule: { method: 'published-figures-no-protection' } },
  ],
  recorded: [],
})

/** The same between three, open to others. */
export const openTerms: Agreement = {
  ...terms,
  id: 'NORDIC-2026',
  parties: ['BE', 'DK', 'FI'].map((participant) => ({ participant, signatures: 1 })),
  accession: { rule: 'with-consent', days: 60 },
}

/** 09:00 UTC on a day of November 2026 (1 to 30), or of any day. */
export function on(day: number | string): string {
  const date = typeof day === 'string' ? day : `2026-11-${String(day).padStart(2, '0')}`
  return `${date}T09:00:00.000Z`
}

type Act = AgreementCommand extends infer Each
  ? Each extends AgreementCommand
    ? Omit<Each, 'by' | 'at'>
    : never
  : never

/** A day, who, and what. */
export type Step = readonly [day: number | string, by: string, act: Act]

export const propose = (own: Agreement = terms, digest = 'these terms'): Act => ({
  do: 'propose',
  terms: own,
  digest,
})
export const sign = (kid = 'a key', digest = 'these terms', who: Partial<Signer> = {}): Act => ({
  ...{ do: 'sign', digest },
  signer: { kid, with: 'office-key', person: kid, name: null, ...who },
})
export const because = { reason: 'the law has changed' } as const

/** Proposed on the 1st, signed by all on the 2nd. */
export function signedByAll(own: Agreement = terms): readonly Step[] {
  const parties = own.parties.map(({ participant }) => participant)
  const [first = ''] = parties
  const signatures = parties.map((party): Step => [2, party, sign(`${party}'s key`)])
  return [[1, first, propose(own)], ...signatures]
}

/** What acts come to, one after the other: the facts of the last one or its refusal's code, and where the agreement then stands. */
export function after(...steps: readonly Step[]): {
  readonly then: readonly string[] | string
  readonly detail: string
  readonly facts: readonly AgreementFact[]
  readonly state: AgreementState
} {
  let state: AgreementState = agreementDecider.initial
  let last: Pick<ReturnType<typeof after>, 'then' | 'detail' | 'facts'> = {
    then: [],
    detail: '',
    facts: [],
  }
  for (const [day, by, act] of steps) {
    const decided = agreementDecider.decide({ ...act, by, at: on(day) }, state)
    const facts = decided.ok ? decided.value : []
    const then = decided.ok ? facts.map(({ fact }) => fact) : decided.refusal.code
    last = { then, detail: decided.ok ? '' : decided.refusal.detail, facts }
    state = facts.reduce(agreementDecider.evolve, state)
  }
  return { ...last, state }
}

/** The state after acts that all have to be possible. */
export function standing(...steps: readonly Step[]): KnownState {
  const { state } = after(...steps)
  // Acts of a test that begin with a proposal: what comes of them is an agreement, or the test fails on what it finds.
  return state as KnownState
}

// SPDX-License-Identifier: Apache-2.0
// What the tests of agreements start from: terms between Belgium and Denmark, and the facts that led somewhere.
import type { Agreement } from '@corridor/contracts'
import { completed } from '@corridor/policy'
import {
  agreementDecider,
  type AgreementCommand,
  type AgreementFact,
  type AgreementState,
} from './agreement'

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
  signatureDays: 90,
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

export const monday = '2026-11-23T09:00:00.000Z'
export const tuesday = '2026-11-24T09:00:00.000Z'

export const propose = (by: string, digest = 'these terms'): AgreementCommand => ({
  do: 'propose',
  by,
  terms,
  digest,
})
export const sign = (by: string, digest = 'these terms'): AgreementCommand => ({
  do: 'sign',
  by,
  digest,
  at: monday,
})
export const revoke = (by: string): AgreementCommand => ({
  do: 'revoke',
  by,
  at: tuesday,
  reason: 'the law has changed',
})

export const proposed: AgreementFact = { fact: 'proposed', terms, digest: 'these terms', by: 'BE' }
export const signed = (by: string): AgreementFact => ({ fact: 'signed', by })
export const inForce: AgreementFact = { fact: 'in-force', since: monday }
export const revoked: AgreementFact = {
  fact: 'revoked',
  by: 'DK',
  at: tuesday,
  reason: 'the law has changed',
}

/** After these facts, this command: what then happens (facts, or a refusal's code) and where the agreement then stands. */
export function given(...facts: readonly AgreementFact[]) {
  const state = facts.reduce(agreementDecider.evolve, agreementDecider.initial)
  return { when: (command: AgreementCommand) => outcomeOf(command, state) }
}

function outcomeOf(command: AgreementCommand, state: AgreementState) {
  const decided = agreementDecider.decide(command, state)
  const then = decided.ok ? decided.value : []
  return {
    then: decided.ok ? decided.value : decided.refusal.code,
    detail: decided.ok ? '' : decided.refusal.detail,
    state: then.reduce(agreementDecider.evolve, state),
  }
}

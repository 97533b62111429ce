// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { partiesOf } from '@corridor/policy'
import {
  listAgreements,
  proposeAgreement,
  signAgreement,
  type AgreementShown,
  type Profile,
} from '@corridor/sdk'
import { must, type Stage } from './enrolments'
import { consentTerms, corridorTerms, pairs, states, unsigned, withoutConsent } from './region'

/** All agreements of the demonstration, with who signs each. */
export function plannedAgreements(): readonly {
  readonly terms: Agreement
  readonly signers: readonly string[]
}[] {
  const corridors = pairs.map((pair) => {
    const terms = corridorTerms(pair)
    return { terms, signers: partiesOf(terms).filter((party) => party !== unsigned[terms.id]) }
  })
  const consents = Object.keys(states)
    .filter((state) => state !== withoutConsent)
    .map((state) => {
      const terms = consentTerms(state)
      return { terms, signers: partiesOf(terms) }
    })
  return [...corridors, ...consents]
}

/** Proposes and signs, each side with its own key; what stands already is left as it is. */
export async function agreeOnEverything(
  stage: Stage,
  profiles: ReadonlyMap<string, Profile>,
): Promise<void> {
  const standing = await standingOf(profiles)
  const planned = plannedAgreements()
  for (const [i, { terms, signers }] of planned.entries()) {
    const known = standing.get(terms.id)
    const [first] = signers
    if (known === undefined && first !== undefined)
      must(await proposeAgreement(profileOf(profiles, first), terms), `propose ${terms.id}`)
    const signed = known?.signatures.map(({ participant }) => participant) ?? []
    for (const signer of signers.filter((one) => !signed.includes(one))) {
      must(await signAgreement(profileOf(profiles, signer), terms), `sign ${terms.id} as ${signer}`)
    }
    stage.progress(i + 1, planned.length, 'Agreeing')
  }
}

async function standingOf(
  profiles: ReadonlyMap<string, Profile>,
): Promise<ReadonlyMap<string, AgreementShown>> {
  const all = new Map<string, AgreementShown>()
  for (const state of Object.keys(states)) {
    const agreements = must(
      await listAgreements(profileOf(profiles, state)),
      `list the agreements of ${state}`,
    )
    for (const agreement of agreements) all.set(agreement.id, agreement)
  }
  return all
}

/** The profile of a participant of the demonstration. */
export function profileOf(profiles: ReadonlyMap<string, Profile>, participant: string): Profile {
  const profile = profiles.get(participant)
  if (profile === undefined) throw new Error(`could not find the profile of ${participant}`)
  return profile
}

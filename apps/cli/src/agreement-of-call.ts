// SPDX-License-Identifier: Apache-2.0
import { validate, type Agreement } from '@corridor/contracts'
import { accept, canonicalJson, refuse, type Outcome } from '@corridor/kernel'
import { digestOf } from '@corridor/message'
import { showAgreement, type AgreementShown, type Profile } from '@corridor/sdk'
import type { Call } from './command'
import { profileOfCall } from './profile-of-call'

/** An agreement as the hub shows it, whose terms follow the contract and have the digest that both sides sign. */
export interface CheckedAgreement {
  readonly profile: Profile
  readonly shown: AgreementShown
  readonly terms: Agreement
}

/** Asks the hub for the agreement that a call names, and believes no word of it that can be checked here. */
export async function agreementOfCall(call: Call): Promise<Outcome<CheckedAgreement>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const id = call.operand(0) ?? ''
  const shown = await showAgreement(profile.value, id)
  if (!shown.ok) return shown
  const terms = validate('agreement', '1.0.0', shown.value.terms)
  if (!terms.ok) return terms
  const digest = digestOf(Buffer.from(canonicalJson(terms.value)))
  if (digest !== shown.value.digest || terms.value.id !== id) {
    return refuse(
      'DIGEST_DIFFERENT',
      `the hub shows terms of ${id} that do not have the digest that it says`,
    )
  }
  return accept({ profile: profile.value, shown: shown.value, terms: terms.value })
}

// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { accept, type Outcome } from '@corridor/kernel'
import { compare, lintAudiences, lintTerms } from '@corridor/policy'
import {
  proposeAgreement,
  showAgreement,
  type AgreementStanding,
  type Profile,
} from '@corridor/sdk'
import { termsInWords } from '../agreement-words'
import type { Answer, Call } from '../command'
import { differencesInWords } from '../difference-words'
import { findingInWords } from '../finding-words'
import { participantsListed } from '../participants-listed'
import { profileOfCall } from '../profile-of-call'
import { readTerms } from '../terms-file'

/** Proposes terms, after the checks that the hub will make. */
export async function propose(call: Call): Promise<Outcome<Answer>> {
  const read = readTerms(call, call.operand(0) ?? '')
  if (!read.ok) return read
  const terms = lintTerms(read.value)
  if (!terms.ok) return terms
  const { id } = terms.value
  const words = termsInWords(terms.value)
  if (call.flag('dry-run')) {
    const text = `${words}\n\nOK  The terms of ${id} can be proposed. Nothing was sent.`
    return accept({ text, json: { dryRun: true, terms: terms.value } })
  }
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  call.screen.note(words)
  const registered = await participantsListed(profile.value)
  if (!registered.ok) return registered
  for (const found of lintAudiences(terms.value, registered.value))
    call.screen.note(findingInWords(found))
  const standing = call.flag('counter')
    ? await counter(call, profile.value, terms.value)
    : await proposeAgreement(profile.value, terms.value)
  if (!standing.ok) return standing
  return accept({
    text: `OK  Proposed ${id}. Nothing is shared until all parties have signed: corridor agreements sign ${id}`,
    json: { ...standing.value },
  })
}

/** Answers the terms that are on the table now. */
async function counter(
  call: Call,
  profile: Profile,
  terms: Agreement,
): Promise<Outcome<AgreementStanding>> {
  const shown = await showAgreement(profile, terms.id)
  if (!shown.ok) return shown
  call.screen.note(`\n${differencesInWords(compare(shown.value.terms, terms))}`)
  return proposeAgreement(profile, terms, shown.value.digest)
}

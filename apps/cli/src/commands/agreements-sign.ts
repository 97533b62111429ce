// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { partiesOf } from '@corridor/policy'
import { signAgreement } from '@corridor/sdk'
import { agreementOfCall, type CheckedAgreement } from '../agreement-of-call'
import { standingWords, termsInWords } from '../agreement-words'
import type { Answer, Call } from '../command'

/** Shows terms, asks, and signs them with the profile's key. */
export async function sign(call: Call): Promise<Outcome<Answer>> {
  const agreement = await agreementOfCall(call)
  if (!agreement.ok) return agreement
  const { profile, terms, shown } = agreement.value
  if (!partiesOf(terms).includes(profile.participant)) {
    return refuse('AGREEMENT_NOT_PARTY', `${profile.participant} is not a party to ${terms.id}`)
  }
  call.screen.note(`${termsInWords(terms)}\n\n  Digest of the terms  ${shown.digest}\n`)
  const meant = await reallyMeant(call, agreement.value)
  if (!meant.ok) return meant
  const standing = await signAgreement(profile, terms)
  if (!standing.ok) return standing
  const next =
    standing.value.state === 'in-force'
      ? 'It is in force.'
      : `It is ${standingWords(standing.value.state)}; what it waits for: corridor agreements show ${terms.id}`
  return accept({
    text: `OK  Signed ${terms.id} as ${profile.participant}. ${next}`,
    json: { ...standing.value },
  })
}

async function reallyMeant(
  { screen }: Call,
  { profile }: CheckedAgreement,
): Promise<Outcome<null>> {
  if (screen.agreed) return accept(null)
  const answer = await screen.ask(
    `Sign these terms as ${profile.participant}? Type yes: `,
    'nobody is there to be asked: read the terms above, then add --yes to sign them',
  )
  if (!answer.ok) return answer
  return answer.value.toLowerCase() === 'yes'
    ? accept(null)
    : refuse('COMMAND_WRONG', 'nothing was signed, because the answer was not yes')
}

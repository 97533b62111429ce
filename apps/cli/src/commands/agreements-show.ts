// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { agreementOfCall } from '../agreement-of-call'
import { missingSignatures, standingOf, termsInWords } from '../agreement-words'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { instant } from '../output/words'

/** Shows the terms of an agreement, and who has signed them. */
export async function showOne(call: Call): Promise<Outcome<Answer>> {
  const agreement = await agreementOfCall(call)
  if (!agreement.ok) return agreement
  const { profile, shown, terms } = agreement.value
  const { mark, says } = standingOf(shown, profile.participant, call.world.now())
  const signed = shown.signatures.map(
    ({ participant, signedAt }) => `  Signed by ${clean(participant, 40)} on ${instant(signedAt)}`,
  )
  const missing =
    shown.state === 'proposed' || shown.state === 'signing'
      ? missingSignatures(shown).map((party) => `  Not signed by ${party}`)
      : []
  const standing = `${mark}  ${terms.id}: ${says}.`
  const digest = `  Digest of the terms  ${shown.digest}`
  return accept({
    text: [termsInWords(terms), '', ...signed, ...missing, digest, '', standing].join('\n'),
    json: { agreement: { ...shown, mark } },
  })
}

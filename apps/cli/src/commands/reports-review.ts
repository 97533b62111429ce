// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { accept, type Outcome } from '@corridor/kernel'
import {
  fetchSignedReport,
  openStatement,
  showReview,
  verifySignedReport,
  writeSealedFile,
  type Profile,
  type ReviewShown,
} from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { pairs } from '../output/table'
import { instant, list, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'
import { dueWords, inGroups, reviewedInWords, reviewWords } from '../review-words'
import { reviewNamed, textToSign } from '../review-of-call'

/** Shows where the review of a report stands, and what there is to sign; keeps the report that all have signed. */
export async function showReviewOf(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const named = reviewNamed(call)
  if (!named.ok) return named
  const shown = await showReview(profile.value, named.value)
  if (!shown.ok) return shown
  const out = call.option('out')
  const kept = out === undefined ? accept(null) : await keep(call, profile.value, out)
  if (!kept.ok) return kept
  const text = reviewText(shown.value, call.world.now())
  return accept({
    text: kept.value === null ? text : `${text}\n\nOK  Kept in ${kept.value}`,
    json: { review: shown.value, file: kept.value },
  })
}

async function keep(call: Call, profile: Profile, out: string): Promise<Outcome<string>> {
  const named = reviewNamed(call)
  if (!named.ok) return named
  const answer = await fetchSignedReport(profile, named.value)
  if (!answer.ok) return answer
  const { signature, payload } = answer.value
  const sealed = { signature, bytes: Buffer.from(payload, 'utf8') }
  const received = await openStatement('report', sealed, profile.hub)
  if (!received.ok) return received
  const verified = await verifySignedReport(received.value.event.data, profile.hub)
  if (!verified.ok) return verified
  const file = resolve(call.world.folder, out)
  writeSealedFile(file, sealed)
  return accept(file)
}

function reviewText(shown: ReviewShown, now: Date): string {
  const { agreement, period, version, dueAt, signatures, digest, returned, parties } = shown
  const facts = pairs([
    ['Report', `${agreement} ${period}, version ${whole(version)}, ${list(parties)}`],
    ['Stands', `${reviewWords(shown)}, ${dueWords(dueAt, now)}`],
    ...(returned === null
      ? []
      : ([['Returned', `by ${returned.by}: ${returned.reason}`]] as const)),
    ...signatures.map(({ participant, at }) => [`Signed by ${participant}`, instant(at)] as const),
    ...(digest === null ? [] : ([['Digest', inGroups(digest)]] as const)),
  ])
  const text = textToSign(shown)
  return text.ok ? `${facts}\n\n${reviewedInWords(text.value.reviewed)}` : facts
}

// SPDX-License-Identifier: Apache-2.0
import { accept, refuse } from '@corridor/kernel'
import type { CaseCommandTo, CaseDecided } from './case-acts'
import type { ReviewCase } from './case-state'

/** How long the author of a comment may change its words. */
export const editMinutes = 10

/** Comments of a case at most: no correspondence is endless. */
export const mostComments = 1_000

/** A comment for both sides or for the own office. Its author may change it for ten minutes; then a new comment corrects it. */
export function decideComment(
  { by, person, at, audience, text, corrects }: CaseCommandTo<'comment'>,
  { comments, id: caseId }: ReviewCase,
): CaseDecided {
  const corrected = comments.find(({ id }) => id === corrects)
  if (corrects !== null && corrected?.by !== by)
    return refuse('COMMENT_NOT_OWN', `case ${caseId} has no comment ${corrects} of ${by}`)
  if (corrected !== undefined && corrected.person === person && isFresh(corrected.at, at))
    return accept([{ fact: 'comment-edited', by, at, id: corrected.id, text }])
  if (comments.length >= mostComments)
    return refuse('REVIEW_NOT_NOW', `case ${caseId} has ${String(mostComments)} comments`)
  const own = comments.filter(
    (one) => one.audience === audience && (audience === 'both' || one.by === by),
  )
  const id = audience === 'both' ? String(own.length + 1) : `${by}-${String(own.length + 1)}`
  return accept([{ fact: 'commented', by, at, person, id, audience, text, corrects }])
}

function isFresh(since: string, at: string): boolean {
  return Date.parse(at) - Date.parse(since) <= editMinutes * 60_000
}

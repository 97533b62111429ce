// SPDX-License-Identifier: Apache-2.0
import { accept, refuse } from '@corridor/kernel'
import type { CaseCommandTo, CaseDecided } from './case-acts'
import type { CommentMark, ReviewCase } from './case-state'

/** How long the author of a comment may change its words. */
export const editMinutes = 10

/** Comments of a case at most: no correspondence is endless. */
export const mostComments = 1_000

/** A comment for both sides or for the own office. Its author may change it for ten minutes; then a new comment corrects it. */
export function decideComment(
  command: CaseCommandTo<'comment'>,
  { comments, id: caseId }: ReviewCase,
): CaseDecided {
  const { by, office, person, at, audience, text, corrects } = command
  const corrected = comments.find(({ id }) => id === corrects)
  if (corrects !== null && (corrected === undefined || !isOwn(corrected, command)))
    return refuse('COMMENT_NOT_OWN', `case ${caseId} has no comment ${corrects} of your office`)
  if (corrected?.person.person === person.person && isFresh(corrected.at, at))
    return accept([{ fact: 'comment-edited', by, at, id: corrected.id, text }])
  if (comments.length >= mostComments)
    return refuse('REVIEW_NOT_NOW', `case ${caseId} has ${String(mostComments)} comments`)
  const id = idOf(command, comments)
  return accept([{ fact: 'commented', by, at, office, person, id, audience, text, corrects }])
}

// What another office of the same state keeps to itself does not exist for this one.
function isOwn(mark: CommentMark, { by, office }: CaseCommandTo<'comment'>): boolean {
  return mark.by === by && (mark.audience === 'both' || mark.office === office)
}

function idOf(
  { by, office, audience }: CaseCommandTo<'comment'>,
  comments: readonly CommentMark[],
): string {
  if (audience === 'both')
    return String(comments.filter((one) => one.audience === 'both').length + 1)
  const own = comments.filter(
    (one) => one.audience === 'office' && one.by === by && one.office === office,
  )
  return `${by}-${office}-${String(own.length + 1)}`
}

function isFresh(since: string, at: string): boolean {
  return Date.parse(at) - Date.parse(since) <= editMinutes * 60_000
}

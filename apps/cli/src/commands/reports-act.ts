// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { actOnReport, showReview, type ReportAct, type ReviewShown } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { profileOfCall } from '../profile-of-call'
import { reviewNamed, textToSign } from '../review-of-call'
import { inGroups, reviewedInWords, statusWords } from '../review-words'

/** A command by which a signatory signs a report, withdraws the signature, returns it for more work, or asks for a new version. */
export function reportActor(verb: ReportAct['act']): (call: Call) => Promise<Outcome<Answer>> {
  return async (call) => {
    const own = readAct(call, verb)
    if (!own.ok) return own
    const profile = await profileOfCall(call)
    if (!profile.ok) return profile
    const named = reviewNamed(call)
    if (!named.ok) return named
    const shown = await showReview(profile.value, named.value)
    if (!shown.ok) return shown
    if (verb === 'sign') {
      const meant = await readBefore(call, shown.value, profile.value.participant)
      if (!meant.ok) return meant
    }
    const told = await actOnReport(profile.value, shown.value, own.value)
    if (!told.ok) return told
    const { agreement, period } = told.value.report
    return accept({
      text: `OK  Report ${agreement} ${period} is ${statusWords(told.value.state)}.`,
      json: { ...told.value, ...own.value },
    })
  }
}

function readAct(call: Call, act: ReportAct['act']): Outcome<ReportAct> {
  if (act === 'sign') return accept({ act })
  const reason = call.option('reason')?.trim() ?? ''
  if (reason === '')
    return refuse('COMMAND_WRONG', 'say why, for the other side to read: --reason "one more look"')
  const figures = call.options('figure')
  return accept({ act, reason, ...(figures.length > 0 && { figures }) })
}

// A signature binds the office: it is shown to exactly what.
async function readBefore(
  { screen }: Call,
  shown: ReviewShown,
  participant: string,
): Promise<Outcome<null>> {
  const text = textToSign(shown)
  if (!text.ok) return text
  screen.note(`${reviewedInWords(text.value.reviewed)}\n\n  Digest  ${inGroups(text.value.digest)}`)
  screen.note(
    `By signing, ${participant} accepts these figures for exchange under agreement ${shown.agreement}.`,
  )
  if (screen.agreed) return accept(null)
  const answer = await screen.ask(
    `Sign as ${participant}? Type yes: `,
    'nobody is there to be asked: read the report above, then add --yes to sign it',
  )
  if (!answer.ok) return answer
  return answer.value.toLowerCase() === 'yes'
    ? accept(null)
    : refuse('COMMAND_WRONG', 'nothing was signed, because the answer was not yes')
}

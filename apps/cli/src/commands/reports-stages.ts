// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { count, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'
import { stageTable, type StageShown } from '../stage-table'

/** Shows the stages of an agreement's path, each held against the stages before it. */
export async function showStages(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const target = `/api/reports/${encodeURIComponent(call.operand(0) ?? '')}/stages`
  const found = await signedRequest<readonly StageShown[]>(profile.value, { method: 'GET', target })
  if (!found.ok) return found
  const isOutside = ({ outcome }: StageShown): boolean => outcome === 'above' || outcome === 'below'
  const outside = found.value.filter(isOutside)
  const judged = found.value.filter(({ outcome }) => outcome !== 'no-expectation')
  const shown = call.flag('outside') ? outside : found.value
  const tally = `${count(judged.length, 'figure')} looked at, ${whole(outside.length)} outside the range; nothing is expected of ${whole(found.value.length - judged.length)}.`
  const text =
    found.value.length === 0
      ? 'No stage is looked at: no clause names any, or no figure of one was sent.'
      : [...(shown.length === 0 ? [] : [stageTable(shown), '']), tally].join('\n')
  return accept({ text, json: { stages: shown, looked: judged.length, outside: outside.length } })
}

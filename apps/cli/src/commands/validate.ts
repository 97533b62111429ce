// SPDX-License-Identifier: Apache-2.0
import { basename, resolve } from 'node:path'
import { accept, type Outcome } from '@corridor/kernel'
import type { Answer, Call } from '../command'
import { readFigures } from '../figures/read-figures'
import { clean } from '../output/clean'
import { count } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** Checks figures as the hub will, with no network. */
export async function validateFile(call: Call): Promise<Outcome<Answer>> {
  const file = resolve(call.world.folder, call.operand(0) ?? '')
  const profile = call.option('profile') === undefined ? undefined : await profileOfCall(call)
  if (profile?.ok === false) return profile
  call.screen.note(`Checking  ${clean(basename(file))}`)
  const figures = readFigures(file, profile?.value.participant)
  if (!figures.ok) return figures
  const { rows, messages } = figures.value
  return accept({
    text: `OK  ${count(rows, 'row')} in ${count(messages.length, 'message')}. Nothing needs correction; nothing was sent.`,
    json: { rows, messages: messages.length },
  })
}

// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { consoleLink } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { profileOfCall } from '../profile-of-call'

/** Prints a link that opens the console once as the profile's participant. */
export async function openConsole(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const link = await consoleLink(profile.value)
  call.screen.note(
    `This link opens the console as ${profile.value.participant}, once, in the next 5 minutes.`,
  )
  return accept({ text: link, json: { participant: profile.value.participant, link } })
}

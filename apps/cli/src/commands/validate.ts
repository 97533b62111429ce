// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { packMessages } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { checkFile, reporterOf } from '../figures/check-file'
import { checkedAnswer } from '../figures/checked-answer'
import { messagesWords } from '../figures/messages-words'
import { profileOfCall } from '../profile-of-call'

/** Checks figures as the hub will, with no network. */
export async function validateFile(call: Call): Promise<Outcome<Answer>> {
  const profile = call.option('profile') === undefined ? undefined : await profileOfCall(call)
  if (profile?.ok === false) return profile
  const checked = await checkFile(call, profile && reporterOf(profile.value))
  if (!checked.ok) return checked
  const { parts, rows } = checked.value
  const messages = packMessages(parts)
  if (!messages.ok) return messages
  const good = `OK  ${messagesWords(rows, messages.value)}. Nothing needs correction; nothing was sent.`
  return accept(await checkedAnswer(call, checked.value, { good, messages: messages.value }))
}

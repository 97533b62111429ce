// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { describeOutbox, dropMessage, lockOutbox } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { profileOfCall } from '../profile-of-call'

/** Gives a message up that waits in the outbox, after its id was typed out. */
export async function dropOne(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const id = call.operand(0) ?? ''
  const one = describeOutbox(profile.value).waiting.find(({ outgoing }) => outgoing.id === id)
  if (one === undefined)
    return refuse(
      'NOT_FOUND',
      `no message ${clean(id, 128)} waits in the outbox; corridor outbox lists them`,
    )
  if (one.lastTry !== undefined)
    call.screen.note(
      'LOOK  It was tried before and may have reached the hub. corridor receipts shows what the hub has.',
    )
  const meant = await typedOut(call, id)
  if (!meant.ok) return meant
  const lock = await lockOutbox(profile.value)
  if (!lock.ok) return lock
  try {
    const dropped = dropMessage(profile.value, id)
    if (!dropped.ok) return dropped
  } finally {
    lock.value.release()
  }
  const text = `OK  ${id} is not sent any more. Its file is kept in the profile's folder "dropped"; publishing the same figures takes it up again.`
  return accept({ text, json: { dropped: id } })
}

async function typedOut({ screen }: Call, id: string): Promise<Outcome<null>> {
  if (screen.agreed) return accept(null)
  const answer = await screen.ask(
    `Type ${id} to continue: `,
    'nobody is there to type the id: add --yes to drop it',
  )
  if (!answer.ok) return answer
  return answer.value === id
    ? accept(null)
    : refuse('COMMAND_WRONG', `nothing was dropped, because ${id} was not typed`)
}

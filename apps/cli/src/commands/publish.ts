// SPDX-License-Identifier: Apache-2.0
import { basename, resolve } from 'node:path'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  connectParticipant,
  publish,
  putInOutbox,
  waiting,
  type Outgoing,
  type Profile,
  type Received,
} from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { answerOf, type Sent } from '../figures/publish-answer'
import { readFigures, type Figures } from '../figures/read-figures'
import { clean } from '../output/clean'
import { count } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** Checks, seals and sends figures, and waits for the signed receipts. */
export async function publishFile(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const file = call.operand(0)
  if (call.flag('resume')) {
    if (file !== undefined)
      return refuse('COMMAND_WRONG', 'give a file, or --resume to send what waits: not both')
    return resume(call, profile.value)
  }
  if (file === undefined)
    return refuse('COMMAND_WRONG', 'corridor publish needs FILE, or --resume to send what waits')
  call.screen.note(`Checking  ${clean(basename(file))}`)
  const figures = readFigures(resolve(call.world.folder, file), profile.value.participant)
  if (!figures.ok) return figures
  if (call.flag('dry-run')) return accept(dryRun(figures.value, profile.value))
  const messages: Outgoing[] = []
  for (const flow of figures.value.messages) messages.push(await putInOutbox(profile.value, flow))
  call.screen.note(
    `Sealed    ${count(figures.value.rows, 'row')} in ${count(messages.length, 'message')}`,
  )
  return send(call, profile.value, { messages, rows: figures.value.rows })
}

async function resume(call: Call, profile: Profile): Promise<Outcome<Answer>> {
  const messages = waiting(profile)
  if (messages.length === 0) {
    return accept({ text: 'OK  Nothing waits in the outbox.', json: { messages: [] } })
  }
  if (call.flag('dry-run')) {
    const text = `OK  ${count(messages.length, 'message')} would be sent. Nothing was sent.`
    return accept({ text, json: { dryRun: true, waiting: messages.map(({ id }) => id) } })
  }
  call.screen.note(`Resuming  ${count(messages.length, 'message')} of the outbox`)
  return send(call, profile, { messages })
}

function dryRun({ rows, messages }: Figures, { participant, hub }: Profile): Answer {
  const what = `${count(rows, 'row')} in ${count(messages.length, 'message')}`
  return {
    text: `OK  ${what} would be sent as ${participant} to the hub ${hub.id}. Nothing was sent.`,
    json: { dryRun: true, participant, hub: hub.id, rows, messages: messages.length },
  }
}

async function send(
  call: Call,
  profile: Profile,
  sent: Omit<Sent, 'receipts'>,
): Promise<Outcome<Answer>> {
  const receipts = await exchange(call, profile, sent.messages)
  if (receipts.ok) return answerOf(profile, { ...sent, receipts: receipts.value })
  if (['HUB_UNREACHABLE', 'NO_RECEIPT_YET'].includes(receipts.refusal.code)) {
    call.screen.note(
      'NOTE  The sealed figures wait in the outbox. Send them with: corridor publish --resume',
    )
  }
  return receipts
}

async function exchange(
  { screen }: Call,
  profile: Profile,
  messages: readonly Outgoing[],
): Promise<Outcome<ReadonlyMap<string, Received>>> {
  const connection = await connectParticipant(profile)
  if (!connection.ok) return connection
  screen.note(`Sending   to the hub ${clean(profile.hub.id)}; waiting for the receipt`)
  const tell = (done: number): void => {
    if (messages.length > 1)
      screen.progress({ what: 'Receipts ', done, of: messages.length, things: 'messages' })
  }
  try {
    return await publish(connection.value, messages, tell)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'NatsError') throw error
    return refuse('HUB_UNREACHABLE', `the hub's broker stopped answering (${clean(error.message)})`)
  } finally {
    await connection.value.close().catch(() => undefined)
  }
}

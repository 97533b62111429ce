// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  clockGoodEnough,
  judgeAtHub,
  packMessages,
  putInOutbox,
  secondsAhead,
  waiting,
  type HubDryRun,
  type Outgoing,
  type Profile,
  type Submission,
} from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { checkFile, type CheckedFile, reporterOf } from '../figures/check-file'
import { checkedAnswer } from '../figures/checked-answer'
import { messagesWords } from '../figures/messages-words'
import { toldText, uncovered } from '../figures/report-words'
import { exitCodes } from '../exit-code'
import { clean } from '../output/clean'
import { count } from '../output/words'
import { profileOfCall } from '../profile-of-call'
import { reportLines } from '../submission-words'
import { nothingWaits, sendMessages } from '../sending/send-messages'
import { mannerOfCall } from '../sending/sending'

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
  const manner = mannerOfCall(call)
  if (!manner.ok) return manner
  const wrongToo = call.flag('wrong-too')
  if (wrongToo && !call.flag('test'))
    return refuse('COMMAND_WRONG', '--wrong-too rehearses a refusal: it goes with --test only')
  const checked = await checkFile(call, reporterOf(profile.value))
  if (!checked.ok) return checked
  const messages = packMessages(wrongToo ? checked.value.reading.parts : checked.value.parts, {
    test: call.flag('test'),
    separate: call.flag('separate'),
  })
  if (!messages.ok) return messages
  const ready = readyWords(call, profile.value, {
    rows: checked.value.rows,
    messages: messages.value,
  })
  if (!stops(checked.value) && call.flag('dry-run') && call.flag('ask-hub'))
    return rehearse(call, profile.value, messages.value)
  if ((stops(checked.value) && !wrongToo) || call.flag('dry-run'))
    return accept(await unsent(call, checked.value, { good: ready, messages: messages.value }))
  const told = toldText(checked.value.told)
  if (told !== '') call.screen.note(told)
  return sealAndSend(call, profile.value, {
    ...manner.value,
    messages: messages.value,
    rows: checked.value.rows,
  })
}

/** Errors stop figures, and so do warnings without a note: the hub would refuse them. */
function stops({ causes }: CheckedFile): boolean {
  return causes.some(({ level }) => level === 'error') || uncovered(causes).length > 0
}

function readyWords(
  call: Call,
  { participant, hub }: Profile,
  { rows, messages }: { readonly rows: number; readonly messages: readonly Submission[] },
): string {
  const test = call.flag('test') ? ', as a test' : ''
  return `OK  ${messagesWords(rows, messages)} would be sent as ${participant} to the hub ${hub.id}${test}. Nothing was sent.`
}

async function unsent(
  call: Call,
  checked: CheckedFile,
  sound: { readonly good: string; readonly messages: readonly Submission[] },
): Promise<Answer> {
  const wrong = stops(checked)
  const noteless = wrong && !checked.causes.some(({ level }) => level === 'error')
  const good = noteless
    ? 'STOP  A warning needs a note before the figures can go. Nothing was sent.'
    : sound.good
  const answer = await checkedAnswer(call, checked, { ...sound, good })
  const json = { ...answer.json, dryRun: call.flag('dry-run'), sent: false }
  if (!wrong) return { ...answer, json }
  // What goes wrong is told on stderr: stdout has what was sent, and nothing was.
  if (!call.screen.json) call.screen.note(answer.text)
  return { text: '', json, exit: exitCodes.figuresWrong }
}

/** Lets the hub judge what was found sound here, and keep nothing: it knows what was stated before. */
async function rehearse(
  call: Call,
  profile: Profile,
  messages: readonly Submission[],
): Promise<Outcome<Answer>> {
  const judged: HubDryRun[] = []
  for (const [index, submission] of messages.entries()) {
    const one = await judgeAtHub(profile, submission, call.world.now())
    if (!one.ok) return one
    judged.push(one.value)
    if (messages.length > 1)
      call.screen.progress({
        what: 'Judging  ',
        done: index + 1,
        of: messages.length,
        things: 'messages',
      })
  }
  const refused = judged.filter(({ wouldBe }) => wouldBe === 'refused')
  const head =
    refused.length === 0
      ? 'OK  The hub would accept it. Nothing was sent.'
      : `STOP  The hub would refuse ${count(refused.length, 'message')} of ${String(messages.length)}. Nothing was kept.`
  const lines = judged.flatMap(({ problem, report }) => [
    ...(problem === null ? [] : [`    ${clean(problem.code, 64)}: ${clean(problem.detail, 300)}`]),
    ...reportLines({ report }),
  ])
  return accept({
    text: [head, ...lines].join('\n'),
    json: { dryRun: true, hub: profile.hub.id, judged },
    ...(refused.length === 0 ? {} : { exit: exitCodes.figuresWrong }),
  })
}

async function sealAndSend(
  call: Call,
  profile: Profile,
  what: {
    readonly messages: readonly Submission[]
    readonly rows: number
    readonly via: 'bus' | 'http'
    readonly patienceMs: number
  },
): Promise<Outcome<Answer>> {
  const clock = clockGoodEnough(await secondsAhead(profile.hub.http))
  if (!clock.ok) return clock
  const messages: Outgoing[] = []
  for (const [index, submission] of what.messages.entries()) {
    messages.push(await putInOutbox(profile, submission, call.world.now()))
    if (what.messages.length > 1)
      call.screen.progress({
        what: 'Sealing  ',
        done: index + 1,
        of: what.messages.length,
        things: 'messages',
      })
  }
  call.screen.note(`Sealed    ${messagesWords(what.rows, what.messages)}`)
  if (what.messages.length > 1 && !call.flag('separate'))
    call.screen.note('          They do not fit into one message: the hub judges each by itself.')
  return sendMessages(call, profile, { ...what, messages: () => messages })
}

async function resume(call: Call, profile: Profile): Promise<Outcome<Answer>> {
  const manner = mannerOfCall(call)
  if (!manner.ok) return manner
  const messages = waiting(profile)
  if (messages.length === 0) return accept(nothingWaits())
  if (call.flag('dry-run')) {
    const text = `OK  ${count(messages.length, 'message')} would be sent. Nothing was sent.`
    return accept({ text, json: { dryRun: true, waiting: messages.map(({ id }) => id) } })
  }
  call.screen.note(`Resuming  ${count(messages.length, 'message')} of the outbox`)
  return sendMessages(call, profile, { ...manner.value, messages: () => waiting(profile) })
}

// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  clockGoodEnough,
  clockSkewSeconds,
  lockOutbox,
  messageFacts,
  noteTry,
  receiptIn,
  secondsAhead,
  skewWords,
  type Outgoing,
  type Profile,
  type Received,
} from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { exitCodes } from '../exit-code'
import { clean } from '../output/clean'
import { count, instant } from '../output/words'
import { exchangeOverBus } from './over-bus'
import { exchangeOverHttp } from './over-http'
import { reportLines } from '../submission-words'
import { answerOf } from './publish-answer'
import type { Manner, Sending } from './sending'

/** Milliseconds to wait for another corridor that sends from the same outbox. */
const lockPatienceMs = 20_000

/**
 * Sends messages of the outbox, and waits for the signed answer to each; what has none stays there with the reason. They are named
 * when nobody else sends any more: what another corridor has sent meanwhile is not sent again.
 */
export async function sendMessages(
  call: Call,
  profile: Profile,
  sending: Manner & { readonly messages: () => readonly Outgoing[] },
): Promise<Outcome<Answer>> {
  const lock = await lockOutbox(profile, {
    patienceMs: lockPatienceMs,
    stopping: call.world.stopping,
  })
  if (!lock.ok) return lock
  try {
    const messages = sending.messages()
    if (messages.length === 0) return accept(nothingWaits())
    return await sendLocked(call, profile, { ...sending, messages })
  } finally {
    lock.value.release()
  }
}

/** The answer where the outbox is empty. */
export function nothingWaits(): Answer {
  return { text: 'OK  Nothing waits in the outbox.', json: { messages: [] } }
}

async function sendLocked(
  call: Call,
  profile: Profile,
  sending: Sending,
): Promise<Outcome<Answer>> {
  const ahead = await secondsAhead(profile.hub.http)
  const clock = clockGoodEnough(ahead)
  if (!clock.ok) return kept(call, profile, { messages: sending.messages, refused: clock })
  tellSlowClock(call, ahead)
  const { due, early } = heldBack(sending.messages, ahead ?? 0)
  for (const one of early) tellEarly(call, profile, one)
  if (due.length === 0)
    return refuse(
      'CLOCK_WRONG',
      'the messages were sealed by a clock that was fast; they are sent when their time has come',
    )
  const exchange = sending.via === 'http' ? exchangeOverHttp : exchangeOverBus
  const receipts = await exchange(call, profile, { ...sending, messages: due })
  if (!receipts.ok) return kept(call, profile, { messages: due, refused: receipts })
  tellReports(call, receipts.value)
  await tellClockOfRefusals(call, profile, receipts.value)
  const answer = answerOf(profile, { messages: due, receipts: receipts.value })
  return early.length === 0 || !answer.ok
    ? answer
    : accept({ ...answer.value, exit: answer.value.exit ?? exitCodes.partly })
}

function kept(
  call: Call,
  profile: Profile,
  {
    messages,
    refused,
  }: {
    readonly messages: readonly Outgoing[]
    readonly refused: Extract<Outcome<never>, { ok: false }>
  },
): Outcome<Answer> {
  const { code, detail } = refused.refusal
  const at = call.world.now().toISOString()
  // What was answered meanwhile is gone from the outbox, and nothing is noted of it.
  if (code !== 'NO_RECEIPT_YET')
    for (const { id } of messages) noteTry(profile, id, { at, code, detail })
  if (waits.has(code))
    call.screen.note(
      'NOTE  The sealed figures wait in the outbox. Send them with: corridor publish --resume',
    )
  return refused
}

/** What may go better next time with nothing changed but the network or the clock. */
const waits: ReadonlySet<string> = new Set([
  'HUB_UNREACHABLE',
  'HUB_BUSY',
  'NO_RECEIPT_YET',
  'CLOCK_WRONG',
])

/** Seconds that a clock may be behind before it is told. */
const slowSeconds = 30

function tellSlowClock({ screen }: Call, ahead: number | undefined): void {
  if (ahead === undefined || ahead < slowSeconds) return
  screen.note(
    `LOOK  K502  The clock of this machine is ${skewWords(ahead)}. The figures are sent; set the clock.`,
  )
}

/** A message whose time has not come. */
interface Early {
  readonly outgoing: Outgoing
  readonly until: Date
}

/** Messages that the hub would refuse yet, because the clock that sealed them was fast and has been set since. */
function heldBack(
  messages: readonly Outgoing[],
  ahead: number,
): {
  readonly due: readonly Outgoing[]
  readonly early: readonly Early[]
} {
  const latest = Date.now() + (ahead + clockSkewSeconds) * 1_000
  const early = messages.flatMap((outgoing) => {
    const sealedAt = Date.parse(messageFacts(outgoing.sealed)?.sealedAt ?? '')
    if (!(sealedAt > latest)) return []
    return [{ outgoing, until: new Date(sealedAt - clockSkewSeconds * 1_000) }]
  })
  const held = new Set(early.map(({ outgoing }) => outgoing))
  return { due: messages.filter((one) => !held.has(one)), early }
}

function tellEarly({ screen }: Call, profile: Profile, { outgoing: { id }, until }: Early): void {
  const detail = `it was sealed by a clock that was fast; the hub takes it from ${instant(until.toISOString())} on`
  screen.note(`WAIT  K502  ${clean(id)}: ${detail}`)
  noteTry(profile, id, { at: new Date().toISOString(), code: 'CLOCK_WRONG', detail })
}

/** What the hub found wrong, cause by cause: it knows what was stated before, which no check on this machine does. */
function tellReports({ screen }: Call, receipts: ReadonlyMap<string, Received>): void {
  for (const [id, received] of receipts) {
    const receipt = receiptIn(received)
    const lines = receipt?.statement === 'refused' ? reportLines(receipt) : []
    if (lines.length > 0) screen.note([`Report on ${clean(id, 128)}`, ...lines].join('\n'))
  }
}

async function tellClockOfRefusals(
  { screen }: Call,
  profile: Profile,
  receipts: ReadonlyMap<string, Received>,
): Promise<void> {
  const early = [...receipts.values()].filter(
    ({ event }) => codeOf(event.data) === 'TIME_IN_FUTURE',
  )
  if (early.length === 0) return
  const ahead = await secondsAhead(profile.hub.http)
  const words = ahead === undefined ? 'fast' : skewWords(ahead)
  screen.note(
    `STOP  K502  The clock of this machine is ${words}: the hub refused ${count(early.length, 'message')}. Set the clock, then publish again.`,
  )
}

function codeOf(data: Readonly<Record<string, unknown>>): unknown {
  const { problem } = data
  return typeof problem === 'object' && problem !== null ? Reflect.get(problem, 'code') : undefined
}

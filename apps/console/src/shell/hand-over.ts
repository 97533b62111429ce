// SPDX-License-Identifier: Apache-2.0
import { setTimeout as sleep } from 'node:timers/promises'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { newSalt, signatureHeader } from '@corridor/message'
import { reasonOf } from '@corridor/platform'
import { headers } from 'nats'
import type { Edge } from './edge'
import type { SignedMessage } from './sender-of-message'
import { submissionBySeal, type SubmissionShown } from './submission-statements'

/** Seconds that an answer may be waited for. */
export const longestWaitSeconds = 30

const handOverMs = 5_000
const firstLookMs = 20
const longestPauseMs = 250

/**
 * Puts a message where those of the bus stand: the same stream, the same judge. That the broker has it means nothing yet; only a
 * signed statement ends it.
 */
export async function handOver(edge: Edge, message: SignedMessage): Promise<Outcome<null>> {
  const head = headers()
  head.set(signatureHeader, message.signature)
  try {
    await edge.bus.jetstream().publish(message.subject, message.bytes, {
      msgID: newSalt(),
      headers: head,
      timeout: handOverMs,
    })
    return accept(null)
  } catch (error) {
    edge.log.warn('a message was not handed over', { reason: reasonOf(error) })
    return refuse(
      'HUB_BUSY',
      'the hub takes no more messages of this sender just now; nothing is lost',
    )
  }
}

/** What is stated of a message, as soon as it is; null where the time is over before. */
export async function statedWithin(
  edge: Edge,
  message: SignedMessage,
  seconds: number,
): Promise<SubmissionShown | null> {
  const ask = (): Promise<SubmissionShown | null> =>
    submissionBySeal(edge, message.participant, message)
  return within(seconds, ask, (shown) => shown !== null)
}

/** Asks until an answer is what is waited for; gives the last answer. */
export async function within<Answer>(
  seconds: number,
  ask: () => Promise<Answer>,
  enough: (answer: Answer) => boolean,
): Promise<Answer> {
  const until = performance.now() + seconds * 1_000
  for (let pauseMs = firstLookMs; ; pauseMs = Math.min(pauseMs * 1.5, longestPauseMs)) {
    const answer = await ask()
    const leftMs = until - performance.now()
    if (enough(answer) || leftMs <= 0) return answer
    await sleep(Math.min(pauseMs, leftMs))
  }
}

// SPDX-License-Identifier: Apache-2.0
// Revocation: from the act of suspending an agreement to the last byte that a recipient is handed under it, under load.
import { latencyLine, startDelivering } from './delivering.mjs'

const perSecond = 100
const rounds = { quick: 8, full: 40 }
/** So long the recipient is watched after each act; the hub resumes it afterwards. */
const watchMs = 2_500
const loadMs = 700
const patienceMs = 60_000

/** What is measured, for the head of the table. */
export const about = [
  `revocation: milliseconds from the instant a party's suspension is sent until the last figure is handed to the partner, at ${perSecond} messages/s`,
  '(target: p99 <= 1 s). "from the answer" counts from the instant the hub has answered the act; nothing later is 0. The partner takes',
  'without a pause and is watched for 2.5 s after each act, while the sender goes on; then the agreement is resumed.',
]

/** Measures and gives two lines of the report. */
export async function* revocation({ resources, projectRoot, quick, say }) {
  const side = await startDelivering(resources, projectRoot)
  let last = 0
  side.take(({ channel, event }) => {
    if (channel === 'delivery' && event.data.figures !== undefined) last = performance.now()
  })
  const load = startLoad(side)
  const fromAct = []
  const fromAnswer = []
  for (let round = 0; round < rounds[quick ? 'quick' : 'full']; round++) {
    await sleep(loadMs)
    await flowing(() => performance.now() - last < loadMs)
    const sent = performance.now()
    await side.act('suspend')
    const answered = performance.now()
    await sleep(watchMs)
    fromAct.push(Math.max(0, last - sent))
    fromAnswer.push(Math.max(0, last - answered))
    await side.act('resume')
    await resumed(side)
    say(`${round + 1}: ${Math.round(fromAct.at(-1))} ms`)
  }
  await load.end()
  yield latencyLine({ bench: 'revocation', case: 'from the act' }, fromAct)
  yield latencyLine({ bench: 'revocation', case: 'from the answer' }, fromAnswer)
}

// The act counts only while deliveries go out.
async function flowing(isFlowing) {
  const end = performance.now() + patienceMs
  while (!isFlowing()) {
    if (performance.now() > end) throw new Error('nothing was delivered under load')
    await sleep(20)
  }
}

// What was withdrawn, and what was sent meanwhile, is caught up on.
async function resumed({ database }) {
  for (;;) {
    const { rows } = await database.query(
      `select (select count(*) from delivery.catch_up)::int as left, (select count(*) from delivery.outbox where typ is not null
         and acknowledged_at is null and withdrawn_at is null)::int as waiting`,
    )
    if (rows[0].left === 0 && rows[0].waiting < perSecond) return
    await sleep(100)
  }
}

function startLoad(side) {
  let going = true
  const running = (async () => {
    let number = 0
    for (let due = performance.now(); going; due += 1_000 / perSecond) {
      const message = await side.make(number++)
      await sleep(Math.max(0, due - performance.now()))
      await side.send(message)
    }
  })()
  // Ended with everything else, where something failed before.
  running.catch(() => undefined)
  return {
    end: () => {
      going = false
      return running
    },
  }
}

function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

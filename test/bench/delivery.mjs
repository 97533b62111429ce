// SPDX-License-Identifier: Apache-2.0
// Delivery: from a message that is due to be sent to the partner's verified copy of what the agreement grants of it.
import { latencyLine, sendSteadily, startDelivering } from './delivering.mjs'

const rates = [50, 200, 500]
const pace = { quick: { seconds: 4, warm: 400 }, full: { seconds: 20, warm: 2_000 } }
const patienceMs = 60_000

/** What is measured, for the head of the table. */
export const about = [
  'delivery: milliseconds from the instant a message is due to be sent until the partner has verified what it is granted of it (target at',
  '500 messages/s: p99 <= 250 ms). One figure a message, agreement in force, every check and every service on; sender and partner run in',
  "one process beside the hub, on the same cores; both verify each of the hub's signatures.",
]

/** Measures each rate and gives a line of the report for it. */
export async function* delivery({ resources, projectRoot, quick, say }) {
  const side = await startDelivering(resources, projectRoot)
  const arrived = new Map()
  side.take(({ channel, event }) => {
    const digest = event.data.figures?.commitment
    if (channel === 'delivery' && digest !== undefined) arrived.set(digest, performance.now())
  })
  const { seconds, warm } = pace[quick ? 'quick' : 'full']
  let number = 0
  const sealed = async (count) => {
    const messages = []
    while (messages.length < count) messages.push(await side.make(number++))
    return messages
  }
  say('warming up')
  await measure(side, arrived, { messages: await sealed(warm), rate: 200 })
  for (const rate of rates) {
    say(`${rate} messages/s`)
    const messages = await sealed(rate * seconds)
    const took = await measure(side, arrived, { messages, rate })
    yield latencyLine({ bench: 'delivery', case: `${rate} messages/s` }, took)
  }
}

async function measure(side, arrived, { messages, rate }) {
  const sentAt = await sendSteadily(side, messages, rate)
  const last = performance.now() + patienceMs
  while (!messages.every(({ digest }) => arrived.has(digest))) {
    if (performance.now() > last) throw new Error('some messages were never delivered')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return messages.map(({ digest }) => arrived.get(digest) - sentAt.get(digest))
}

// SPDX-License-Identifier: Apache-2.0
// Ingest: from a sealed message in the sender's hand to the hub's signed receipt, verified by the sender.
import { compare, timeWave } from './measure.mjs'
import { prepareNaive, startNaive } from './naive.mjs'
import { rowsFrom } from './observations.mjs'
import { startOurs } from './ours.mjs'

const cases = [
  { case: '100 a message', rows: 100, inFlight: 32, warm: 64, most: 4_000 },
  { case: '1 a message', rows: 1, inFlight: 32, warm: 200, most: 12_000 },
  // Each is a quarter of a megabyte for us and more than two for the peer; a wave of 32 would take it a quarter of a minute.
  { case: '5000 a message', rows: 5_000, inFlight: 8, warm: 2, most: 200 },
]
const pace = { quick: { rounds: 3, seconds: 1 }, full: { rounds: 5, seconds: 3 } }

/** What is measured, for the head of the table. */
export const about = [
  'ingest: observations/s; finished = the sender has verified the signed receipt; messages are sealed before the clock starts.',
  'Ours: the whole hub in one process, every check and every service on, no agreement in force for the sender. It has',
  'worked off every message (journal, delivery, reconciliation, aggregation) before the next run; "settled" counts until then.',
  'Peer: test/bench/peers/naive. Same observations, same PostgreSQL and nats-server programs, fsync and synchronous_commit on.',
]

/** Measures every case and gives a line of the report for each. */
export async function* ingest({ resources, projectRoot, quick, say }) {
  await prepareNaive(projectRoot, say)
  say('starting both sides')
  const sides = {
    ours: await startOurs(resources, projectRoot),
    peer: await startNaive(resources, projectRoot),
  }
  for (const [index, one] of cases.entries()) {
    say(`${one.case}, ${one.inFlight} in flight`)
    const source = messageSource(one, index)
    const counts = await warmUp(sides, one, {
      source,
      seconds: pace[quick ? 'quick' : 'full'].seconds,
    })
    const runs = []
    for (let round = 0; round < pace[quick ? 'quick' : 'full'].rounds; round++) {
      const ours = await measure(sides.ours, { one, source, count: counts.ours })
      const peer = await measure(sides.peer, { one, source, count: counts.peer })
      runs.push({ ours: ours.rate, settled: ours.settledRate, peer: peer.rate })
    }
    yield compare({ bench: 'ingest', case: one.case }, runs)
    const settled = runs.map((run) => ({ ours: run.settled, peer: run.peer }))
    yield compare({ bench: 'ingest', case: `${one.case}, settled` }, settled)
  }
}

/** Numbers for messages: both sides get the same ones, each side its own form. */
function messageSource({ rows }, index) {
  const next = new Map()
  return (side) => {
    const number = next.get(side) ?? index * 1_700_000
    next.set(side, number + rows)
    return rowsFrom(number, rows)
  }
}

/** Warms both sides up and finds how many messages make a run of about `seconds`. */
async function warmUp(sides, one, { source, seconds }) {
  const counts = {}
  for (const [name, side] of Object.entries(sides)) {
    await measure(side, { one, source, count: one.warm })
    const { rate } = await measure(side, { one, source, count: one.warm })
    const fitting = Math.round((rate / one.rows) * seconds)
    counts[name] = Math.min(one.most, Math.max(one.inFlight, fitting))
  }
  return counts
}

async function measure(side, { one, source, count }) {
  const messages = []
  while (messages.length < count) messages.push(await side.make(source(side)))
  const seconds = await timeWave(side, messages, one.inFlight)
  const began = performance.now()
  await side.settle()
  const settledSeconds = seconds + (performance.now() - began) / 1_000
  const observations = count * one.rows
  return { rate: observations / seconds, settledRate: observations / settledSeconds }
}

// SPDX-License-Identifier: Apache-2.0
// Ingest: from a sealed message in the sender's hand to the hub's signed receipt, verified by the sender.
import { compare, timeWave } from './measure.mjs'
import { prepareNaive, startNaive } from './naive.mjs'
import { rowsFrom } from './observations.mjs'
import { startOurs } from './ours.mjs'

const cases = [
  { case: '100 a message', rows: 100, inFlight: 32, warm: 96, most: 4_000 },
  { case: '1 a message', rows: 1, inFlight: 32, warm: 256, most: 12_000 },
  // A wave of 32 would take the peer a quarter of a minute, and more in flight do not make either side faster.
  { case: '5000 a message', rows: 5_000, inFlight: 4, warm: 2, most: 200 },
]
// A run lasts about `seconds`; no round begins after `caseSeconds`, but one always does.
const pace = {
  quick: { rounds: 3, seconds: 1, warmSeconds: 1.5, caseSeconds: 13 },
  full: { rounds: 5, seconds: 3, warmSeconds: 4, caseSeconds: 90 },
}

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
    const runs = await runsOf(sides, one, { ...pace[quick ? 'quick' : 'full'], index })
    yield compare({ bench: 'ingest', case: one.case }, runs)
    const settled = runs.map((run) => ({ ours: run.settled, peer: run.peer }))
    yield compare({ bench: 'ingest', case: `${one.case}, settled` }, settled)
  }
}

async function runsOf(sides, one, { rounds, seconds, warmSeconds, caseSeconds, index }) {
  const source = messageSource(one, index)
  const last = performance.now() + caseSeconds * 1_000
  const counts = {}
  for (const [name, side] of Object.entries(sides)) {
    const rate = await warmUp(side, one, { source: () => source(name), warmSeconds })
    counts[name] = Math.min(
      one.most,
      Math.max(one.inFlight, Math.round((rate / one.rows) * seconds)),
    )
  }
  const runs = []
  while (runs.length < rounds && (runs.length === 0 || performance.now() < last)) {
    const ours = await measure(sides.ours, one, {
      source: () => source('ours'),
      count: counts.ours,
    })
    const peer = await measure(sides.peer, one, {
      source: () => source('peer'),
      count: counts.peer,
    })
    runs.push({ ours: ours.rate, settled: ours.settledRate, peer: peer.rate })
  }
  return runs
}

/** The figures of the next message of a side: both sides get the same ones, each makes its own form of them. */
function messageSource({ rows }, index) {
  const next = new Map()
  return (name) => {
    const number = next.get(name) ?? index * 1_700_000
    next.set(name, number + rows)
    return rowsFrom(number, rows)
  }
}

/** Lets a side work until its code is compiled; gives the rate that it has then. */
async function warmUp(side, one, { source, warmSeconds }) {
  const last = performance.now() + warmSeconds * 1_000
  let rate = 0
  do rate = (await measure(side, one, { source, count: one.warm })).rate
  while (performance.now() < last)
  return rate
}

async function measure(side, one, { source, count }) {
  const messages = []
  while (messages.length < count) messages.push(await side.make(source()))
  const seconds = await timeWave(side, messages, one.inFlight)
  const began = performance.now()
  await side.settle()
  const settledSeconds = seconds + (performance.now() - began) / 1_000
  const observations = count * one.rows
  return { rate: observations / seconds, settledRate: observations / settledSeconds }
}

// SPDX-License-Identifier: Apache-2.0
// Soak: senders who never stop, and what the hub's memory does meanwhile. Nothing is judged here: the figures are shown.
import { readFileSync, readdirSync } from 'node:fs'
import { rowsFrom } from './observations.mjs'
import { startOurs } from './ours.mjs'

const kinds = [
  { rows: 1, share: 0.6 },
  { rows: 100, share: 0.38 },
  { rows: 5_000, share: 0.02 },
]
const inFlight = 32
/** Messages are sealed ahead, so that the sender is not what is measured; so many at a time. */
const sealedAhead = 200

/** What is measured, for the head of the table. */
export const about = [
  `soak: the whole hub in one process, ${inFlight} messages in flight without a pause: of ${kinds.map(({ rows }) => rows.toLocaleString('en-GB')).join(', ')} observations`,
  `(${kinds.map(({ share }) => `${Math.round(share * 100)} %`).join(', ')} of the messages). Resident memory in MB: the hub's own process, and its servers.`,
]

/** Runs for so many minutes, and says each half minute how it stands. */
export async function soak({ resources, projectRoot, minutes, tell, everySeconds = 30 }) {
  const side = await startOurs(resources, projectRoot)
  const total = { messages: 0, observations: 0 }
  const end = performance.now() + minutes * 60_000
  const source = sealing(side)
  const sender = async () => {
    while (performance.now() < end) {
      const message = await source()
      await side.send(message)
      total.messages += 1
      total.observations += message.rows
    }
  }
  tell('minute   messages/s  observations/s    hub MB  PostgreSQL MB  nats MB  waiting')
  const watching = watch({ side, total, end, tell, everySeconds })
  await Promise.all([watching, ...Array.from({ length: inFlight }, sender)])
}

async function watch({ side, total, end, tell, everySeconds }) {
  const began = performance.now()
  let before = { ...total, at: began }
  while (performance.now() < end) {
    await new Promise((resolve) =>
      setTimeout(resolve, Math.min(everySeconds * 1_000, end - performance.now())),
    )
    const now = { ...total, at: performance.now() }
    const seconds = (now.at - before.at) / 1_000
    const memory = residentOf(side.pid)
    const { measures } = await (await fetch(`${side.http}/health/ready`)).json()
    tell(
      [
        ((now.at - began) / 60_000).toFixed(1).padStart(6),
        Math.round((now.messages - before.messages) / seconds)
          .toString()
          .padStart(12),
        Math.round((now.observations - before.observations) / seconds)
          .toLocaleString('en-GB')
          .padStart(15),
        memory.hub.toString().padStart(9),
        memory.postgres.toString().padStart(14),
        memory.nats.toString().padStart(8),
        String(measures?.['messages that wait'] ?? '').padStart(8),
      ].join(' '),
    )
    before = now
  }
}

/** A source of sealed messages, a supply of each kind made before it runs out. */
function sealing(side) {
  let next = 20_000_000
  const supply = []
  const fill = async () => {
    for (const { rows, share } of kinds) {
      for (let i = 0; i < Math.round(sealedAhead * share); i++) {
        supply.push(await side.make(rowsFrom(next, rows)))
        next += rows
      }
    }
    // Kinds mixed, in an order that is the same in every run.
    supply.sort((one, other) => (one.digest < other.digest ? -1 : 1))
  }
  let filling
  return async () => {
    while (supply.length === 0) {
      filling ??= fill().finally(() => (filling = undefined))
      await filling
    }
    return supply.pop()
  }
}

/** Resident megabytes of a hub and of the servers that it started. Of PostgreSQL what each backend has for itself. */
function residentOf(hub) {
  const sums = { hub: 0, postgres: 0, nats: 0 }
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const one = statusOf(pid)
    if (one === undefined) continue
    if (Number(pid) === hub) sums.hub += one.resident
    else if (isUnder(pid, hub)) sums[one.name === 'postgres' ? 'postgres' : 'nats'] += one.resident
  }
  return Object.fromEntries(
    Object.entries(sums).map(([name, kb]) => [name, Math.round(kb / 1_024)]),
  )
}

function isUnder(pid, hub) {
  for (let at = statusOf(pid)?.parent; at > 1; at = statusOf(at)?.parent)
    if (at === hub) return true
  return false
}

function statusOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8')
    const field = (name) => new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(text)?.[1] ?? ''
    const name = field('Name')
    // Backends share what is not their own.
    const resident = Number(field(name === 'postgres' ? 'RssAnon' : 'VmRSS'))
    return { name, parent: Number(field('PPid')), resident }
  } catch {
    return undefined
  }
}

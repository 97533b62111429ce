// SPDX-License-Identifier: Apache-2.0
// How two sides are measured in one run: in turns, so that whatever else the machine does falls on both.
import { availableParallelism, cpus, loadavg } from 'node:os'

/** One line about the machine. */
export function describeHost() {
  const load = loadavg()[0].toFixed(2)
  const model = cpus()[0]?.model ?? process.arch
  return `${availableParallelism()} cores (${model}), ${process.platform}, node ${process.versions.node}, load ${load}`
}

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Sends messages with so many in flight; gives the seconds until the last one is finished. */
export async function timeWave(side, messages, inFlight) {
  const waiting = [...messages].reverse()
  const worker = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await side.send(next)
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: inFlight }, worker))
  return (performance.now() - began) / 1_000
}

/** What two sides reached in runs taken in turns (ours, peer, ours, peer …), as a line of the report. */
export function compare(named, runs) {
  const ratios = runs.map(({ ours, peer }) => ours / peer)
  const ours = runs.map((run) => run.ours)
  const peer = runs.map((run) => run.peer)
  return {
    ...named,
    ours: median(ours),
    peer: median(peer),
    ratio: median(ours) / median(peer),
    unit: named.unit ?? 'observations/s',
    runs: runs.length,
    min: Math.min(...ratios),
    max: Math.max(...ratios),
    oursRuns: ours,
    peerRuns: peer,
  }
}

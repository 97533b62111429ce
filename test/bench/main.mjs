// SPDX-License-Identifier: Apache-2.0
// `npm run bench -- NAME… [--quick] [--json]`: measures this project against a peer, in one run on one machine.
import { fileURLToPath } from 'node:url'
import { about as aboutAccess, access } from './access.mjs'
import { about as aboutDelivery, delivery } from './delivery.mjs'
import { about, ingest } from './ingest.mjs'
import { describeHost } from './measure.mjs'
import { about as aboutReconcile, reconcile } from './reconcile.mjs'
import { openResources } from './resources.mjs'
import { about as aboutProtection, protection } from './protection.mjs'
import { about as aboutRevocation, revocation } from './revocation.mjs'
import { about as aboutSoak, soak } from './soak.mjs'

const benches = {
  access: { about: aboutAccess, run: access },
  ingest: { about, run: ingest },
  delivery: { about: aboutDelivery, run: delivery, milliseconds: true },
  revocation: { about: aboutRevocation, run: revocation, milliseconds: true },
  protection: { about: aboutProtection, run: protection },
  reconcile: { about: aboutReconcile, run: reconcile },
}
const usage = `npm run bench -- NAME… [--quick] [--json]
       npm run bench -- soak [--minutes N]
  names: ${Object.keys(benches).join(', ')}
  --quick  shorter runs: about a minute
  --json   a line of JSON for each case: bench, case, ours, peer, ratio, unit, runs, min, max
           (ours and peer are medians, min and max the smallest and largest ratio of a pair of runs);
           of delivery and revocation: p50, p99, max in milliseconds; of reconcile ours and peer in milliseconds,
           so that a ratio below one is faster
  soak     senders who never stop, and the hub's memory meanwhile; 10 minutes unless told`
const projectRoot = fileURLToPath(new URL('../..', import.meta.url))
const longestSeconds = { quick: 180, full: 3_600 }

const words = process.argv.slice(2)
const minutes = takeMinutes(words)
const options = new Set(words.filter((word) => word.startsWith('--')))
const names = words.filter((word) => !word.startsWith('--'))
const unknown = [
  ...names.filter((name) => name !== 'soak' && benches[name] === undefined),
  ...(Number.isFinite(minutes) && minutes > 0 ? [] : ['--minutes']),
  ...[...options].filter((option) => option !== '--quick' && option !== '--json'),
]
if (unknown.length > 0 || names.length === 0) {
  process.stderr.write(`${unknown.map((word) => `unknown: ${word}\n`).join('')}${usage}\n`)
  process.exitCode = 2
} else await main()

async function main() {
  const quick = options.has('--quick')
  const resources = openResources()
  let stopped = false
  const stop = (why, code) => {
    stopped = true
    process.stderr.write(`${why}\n`)
    void resources.end().finally(() => process.exit(code))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => stop('ending', 130))
  // Whoever reads has gone (`| head -1`): what runs must still be ended.
  process.stdout.on('error', () => stop('nobody reads any more', 1))
  const soaking = names.includes('soak') ? minutes * 60 + 180 : 0
  const seconds = (quick ? longestSeconds.quick : longestSeconds.full) + soaking
  setTimeout(() => stop(`STOP  not finished after ${seconds} s`, 1), seconds * 1_000).unref()
  const say = (text) => void process.stderr.write(`${text}\n`)
  const tell = options.has('--json') ? say : console.log
  tell(describeHost())
  try {
    for (const name of names) {
      if (name === 'soak') {
        for (const line of aboutSoak) tell(line)
        await soak({ resources, projectRoot, minutes, tell })
      } else await runOne(benches[name], { resources, projectRoot, quick, say, tell })
    }
  } catch (error) {
    // What fails while everything is ended was told of already.
    if (!stopped) process.stderr.write(`STOP  ${error.stack}\n`)
    process.exitCode = 1
  } finally {
    await resources.end()
  }
}

/** Takes `--minutes N` out of the words. */
function takeMinutes(words) {
  const at = words.indexOf('--minutes')
  return at === -1 ? 10 : Number(words.splice(at, 2)[1])
}

async function runOne({ about, run, milliseconds }, { tell, ...how }) {
  if (options.has('--json')) {
    for await (const line of run(how)) console.log(JSON.stringify(line))
    return
  }
  for (const line of about) tell(line)
  if (milliseconds) {
    tell(inMilliseconds(['case', 'p50', 'p99', 'max', 'runs']))
    for await (const { case: named, p50, p99, max, runs } of run(how))
      tell(inMilliseconds([named, ...[p50, p99, max].map((ms) => ms.toFixed(1)), whole(runs)]))
    return
  }
  tell(columns(['case', 'ours', '(min to max)', 'peer', '(min to max)', 'ratio', '(min to max)']))
  for await (const line of run(how)) tell(shown(line))
}

function inMilliseconds([title, ...rest]) {
  return [title.padEnd(24), ...rest.map((text) => text.padStart(10))].join(' ')
}

function shown(line) {
  return columns([
    line.case,
    ...[whole(line.ours), range(line.oursRuns, whole)],
    ...[whole(line.peer), range(line.peerRuns, whole)],
    ...[`x${line.ratio.toFixed(1)}`, range([line.min, line.max], (ratio) => ratio.toFixed(1))],
  ])
}

function columns([title, ...rest]) {
  return [title.padEnd(24), ...rest.map((text, i) => text.padStart(i % 2 === 0 ? 9 : 19))].join(' ')
}

function whole(number) {
  return Math.round(number).toLocaleString('en-GB')
}

function range(numbers, text) {
  return `${text(Math.min(...numbers))} to ${text(Math.max(...numbers))}`
}

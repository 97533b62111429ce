// SPDX-License-Identifier: Apache-2.0
// Reconciliation: a message that revises 5,000 cells of a large store, and a full round of many pairs.
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { median } from './measure.mjs'
import { startHub } from './ours.mjs'
import { fillFloor, redoFlags } from './reconcile-floor.mjs'
import { bench, fillRounds, fillStore, revise, revisionOf } from './reconcile-store.mjs'

const sizes = {
  quick: { store: 1_000_000, pairs: 2_000_000, rounds: 5 },
  full: { store: 10_000_000, pairs: 10_000_000, rounds: 7 },
}
const revised = 5_000

/** What is measured, for the head of the table. */
export const about = [
  `reconcile: milliseconds. A message that revises ${revised.toLocaleString('en-GB')} cells: statements kept, both sides read, compared with what is expected, comparisons kept, in`,
  'one transaction. Peers: the same on bare tables with packed keys in the same PostgreSQL (two look-ups, a flag, an upsert), and the same message in a',
  'store of a tenth. A full round: sealed files opened, joined, sieved, what passes tested exactly. Peer: the bare join of the same pairs in DuckDB.',
]

/** Measures every case and gives a line of the report for each. */
export async function* reconcile({ resources, projectRoot, quick, say }) {
  const size = sizes[quick ? 'quick' : 'full']
  const load = createRequire(path.join(projectRoot, 'package.json'))
  const { home, database } = await startHub(resources, projectRoot)
  const ground = await bench({ load, projectRoot, home, database, resources })
  yield* incremental({ ...size, ground, say })
  yield* round({ ...size, ground, say })
}

async function* incremental({ store, rounds, ground, say }) {
  const { small, large } = ground
  await filled(small, { cells: store / 10, ground, say })
  await filled(large, { cells: store, ground, say })
  await fillFloor(ground, store)
  const runs = []
  // Made before the clock starts: what their making leaves behind would be swept up while it runs.
  const made = Array.from({ length: rounds + 1 }, (_, run) => [revisionOf(run), revisionOf(run)])
  for (const [run, messages] of made.entries()) {
    const one = {
      small: await timed(() => revise(ground, small, messages[0])),
      ours: await timed(() => revise(ground, large, messages[1])),
      floor: await timed(() => redoFlags(ground, { cells: revised, of: store, run })),
    }
    // The first run warms up.
    if (run > 0) runs.push(one)
  }
  const named = (what) => ({ bench: 'reconcile', case: what })
  yield line(named('5,000 of bare SQL'), { runs, ours: 'ours', peer: 'floor' })
  yield line(named('5,000 of a tenth'), { runs, ours: 'ours', peer: 'small' })
}

async function filled(store, { cells, ground, say }) {
  const took = await timed(() => fillStore(ground, { store, cells }))
  say(
    `a store of ${cells.toLocaleString('en-GB')} pairs was filled in ${Math.round(took / 1_000)} s`,
  )
}

async function* round({ pairs, rounds, ground, say }) {
  const { memoryFolder, openEngine, joinSides } = ground.shell
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-bench-rounds-'))
  const memory = memoryFolder(64e6)
  if (!memory.ok) throw new Error(memory.refusal.detail)
  const engine = await openEngine(memory.value.path)
  try {
    const store = { folder, keys: ground.keys }
    const place = { engine, memory: memory.value.path, store }
    const began = performance.now()
    const files = await fillRounds(ground, { pairs, ...place })
    say(
      `files of ${pairs.toLocaleString('en-GB')} pairs were made in ${Math.round((performance.now() - began) / 1_000)} s`,
    )
    const means = { ...place, terms: ground.terms, expect: ground.expect }
    const { agreement } = ground
    const asked = { agreement, contract: 'migration-flow', binding: {}, isGranted: () => true }
    const runs = []
    for (let run = 0; run <= rounds; run++) {
      let [found, tested] = [0, 0]
      const ours = await timed(async () => {
        for (const file of files) {
          const one = await joinSides(ground.large.manager, asked, { file, means })
          found += one.pairs
          tested += one.tested
        }
      })
      const open = files.map((file) => ground.openBeside(file, place))
      let bare = 0
      const peer = await timed(async () => {
        const [row] = await engine.rows(bareJoin(open))
        bare = Number(row.pairs)
      })
      for (const { remove } of open) remove()
      if (bare !== found) throw new Error(`the peer joined ${bare} pairs, and not ${found}`)
      if (run === 0)
        say(
          `${found.toLocaleString('en-GB')} pairs, ${tested.toLocaleString('en-GB')} passed the sieve`,
        )
      if (run > 0) runs.push({ ours, peer })
    }
    yield line(
      { bench: 'reconcile', case: 'full round of bare join' },
      { runs, ours: 'ours', peer: 'peer' },
    )
  } finally {
    engine.close()
    memory.value.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

// A period with itself, as a round joins it: over all of them a cell would meet its figures of other periods.
function bareJoin(open) {
  const joins = open.map(
    ({ outflow, inflow }) =>
      `select count(*) as pairs, count(*) filter (where 200 * abs(o.value - d.value) > 10 * (o.value + d.value)) as outside
       from read_parquet('${outflow}') o full join read_parquet('${inflow}') d on o.key = d.key`,
  )
  return `select sum(pairs) as pairs, sum(outside) as outside from (${joins.join(' union all ')})`
}

async function timed(work) {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function line(named, { runs, ours, peer }) {
  const ratios = runs.map((run) => run[ours] / run[peer])
  const [own, other] = [runs.map((run) => run[ours]), runs.map((run) => run[peer])]
  return {
    ...named,
    ...{ ours: median(own), peer: median(other), ratio: median(own) / median(other), unit: 'ms' },
    ...{ runs: runs.length, min: Math.min(...ratios), max: Math.max(...ratios) },
    ...{ oursRuns: own, peerRuns: other },
  }
}

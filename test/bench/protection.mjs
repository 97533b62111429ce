// SPDX-License-Identifier: Apache-2.0
// Protection: rows of a table a second, from the figures to what may leave. In one process, without servers.
import { attack, openSolver, protect } from '../../libs/statistics/dist/index.js'
import { compare } from './measure.mjs'

/** What is measured, for the head of the table. */
export const about = [
  'protection: rows/s; a table of made-up figures is suppressed (1 to 3, the interval at least 3 wide), first with nothing known,',
  'then again where the recipient holds the release of the vintage before, of which a thirtieth of the finest cells was revised.',
  'Peer: the attack alone, as tools of the field check a finished pattern: two linear programmes a hidden figure, one after the other.',
]

const rule = { method: 'suppression', threshold: 3, zeros: false, protectionPercent: 100 }
const cases = [
  { case: '100 partners, small', partners: 100, mean: 60 },
  { case: '100 partners, large', partners: 100, mean: 600 },
]
const ages = Array.from({ length: 15 }, (_, i) => `Y${5 * i}T${5 * i + 4}`)

/** Measures every case and gives a line of the report for each. */
export async function* protection({ quick, say }) {
  const solver = await openSolver()
  const rounds = quick ? 2 : 5
  for (const one of cases) {
    say(`${one.case}`)
    const [first, again] = [[], []]
    for (let round = 0; round <= rounds; round++) {
      const runs = runOnce(one, { solver, seed: round + 1 })
      // The first round compiles.
      if (round > 0) first.push(runs.first)
      if (round > 0) again.push(runs.again)
    }
    yield compare({ bench: 'protection', case: one.case }, first)
    yield compare({ bench: 'protection', case: `${one.case}, again` }, again)
  }
}

function runOnce({ partners, mean }, { solver, seed }) {
  const chance = chances(seed)
  const leaves = leavesOf(partners, () => Math.floor(-Math.log(1 - chance()) * mean))
  const table = tableOf(leaves, partners)
  const [done, ours] = timed(() => protect(table, rule, { solver }))
  const released = releasedFrom(table, done)
  const [, peer] = timed(() => attack(released, { cells: [] }, solver))
  const revised = new Map(
    [...leaves].map(([key, count]) => [key, chance() < 1 / 30 ? Math.floor(chance() * 9) : count]),
  )
  const known = { cells: released.cells.map((cell, i) => held(cell, table.cells[i])) }
  const next = tableOf(revised, partners)
  const [nextDone, oursAgain] = timed(() => protect(next, rule, { solver, known }))
  const [, peerAgain] = timed(() => attack(releasedFrom(next, nextDone), known, solver))
  const rows = table.cells.length
  return {
    first: { ours: rows / ours, peer: rows / peer },
    again: { ours: rows / oursAgain, peer: rows / peerAgain },
  }
}

function timed(work) {
  const start = performance.now()
  const result = work()
  return [result, (performance.now() - start) / 1_000]
}

function held({ codes, figure }, { figure: { value = 0 } }) {
  return { codes, figure, vintage: 'earlier', by: 'recipient', truth: value }
}

function releasedFrom(table, done) {
  if (done.outcome !== 'protected') throw new Error(`could not protect: ${done.why}`)
  const figureIn = (one) =>
    one.as === 'told'
      ? one.figure
      : { status: 'suppressed', lower: one.lower ?? 0, upper: one.upper ?? null }
  const cells = table.cells.map((cell, i) => ({ ...cell, figure: figureIn(done.cells[i]) }))
  return { ...table, cells }
}

function leavesOf(partners, draw) {
  const keys = span(partners).flatMap((partner) =>
    ['F', 'M'].flatMap((sex) => ages.map((age) => [partner, sex, age])),
  )
  return new Map(keys.map((codes) => [codes.join(), draw()]))
}

function tableOf(leaves, partners) {
  const dimensions = [span(partners), ['F', 'M'], ages].map((parts, i) => ({
    name: ['partner', 'sex', 'age'][i],
    blocks: [{ whole: '_T', parts }],
  }))
  const counts = new Map()
  for (const [key, count] of leaves) {
    const codes = key.split(',')
    for (let mask = 0; mask < 8; mask++) {
      const cell = codes.map((code, i) => ((mask >> i) & 1 ? '_T' : code)).join()
      counts.set(cell, (counts.get(cell) ?? 0) + count)
    }
  }
  const cells = [...counts].map(([key, value]) => ({
    codes: key.split(','),
    figure: value === 0 ? { status: 'zero' } : { status: 'value', value },
  }))
  return { dimensions, cells }
}

function span(count) {
  return Array.from({ length: count }, (_, i) => `P${i}`)
}

/** Numbers from 0 to just under 1, the same for the same seed. */
function chances(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { digestOf } from '@corridor/message'
import { rowsOfQuery, type Store, type Tx } from '@corridor/platform'
import { rowTest, type KnownAgreement } from '@corridor/policy'
import type { Expect } from '../../domain/expected'
import {
  agree,
  isFlag,
  roundState,
  type Flag,
  type RoundState,
  type Tally,
} from '../../domain/full-round/tally'
import { unlessReadElsewhere } from '../../domain/read-elsewhere'
import type { Round } from '../../domain/round'
import { comparisonTerms, type ComparisonTerms } from '../../domain/terms'
import { agreementsOf } from '../agreements'
import { openedAmong } from '../commitment-tables'
import { behindAmong } from '../due-tables'
import { policyNow } from '../policy-now'
import { openEngine, type Engine } from './engine'
import { joinSides } from './join-sides'
import { memoryFolder } from './memory-folder'
import { refresh, type JudgingOfRound } from './refresh'
import { removeOrphans, roundFilesOf, type RoundStore } from './round-files'

/** What a full round is run with. */
export interface FullRoundMeans {
  readonly store: Store
  readonly files: RoundStore
  readonly at: Date
  /** What is expected of the figures of a round, and of which breakdowns. */
  readonly expectFor: (tx: Tx, round: Round) => Promise<ExpectedOfRound>
}

/** What was learnt of the figures of a round: by which version, and of which breakdowns. */
export interface ExpectedOfRound {
  readonly version: number
  readonly expect: Expect
  readonly learnt: readonly string[]
}

/** What came of a full round. No figures. */
export interface FullRound {
  /** Agreements and periods. */
  readonly rounds: number
  readonly pairs: number
  readonly flagged: number
  /** Pairs that passed the first sieve. */
  readonly tested: number
  readonly differing: readonly Round[]
  readonly refreshMs: number
}

/** As much memory as the two sides of the largest agreement and period may take; what is written anew is not known before. */
const leastMemoryBytes = 256e6

/**
 * Compares everything of the agreements anew, off the hot path: from files that are refreshed first, by DuckDB and, for what passes
 * its sieve, by exact tests. Each agreement in one snapshot of the record, so that what a message changes meanwhile differs in nothing.
 */
export async function fullRound(
  agreements: readonly KnownAgreement[],
  means: FullRoundMeans,
): Promise<Outcome<FullRound>> {
  const memory = memoryFolder(leastMemoryBytes)
  if (!memory.ok) return memory
  const engine = await openEngine(memory.value.path)
  try {
    await removeOrphans(means.store, means.files)
    let sum = nothing
    for (const agreement of agreements) {
      const one = await means.store.transaction('REPEATABLE READ', (tx) =>
        roundOf(tx, agreement, { ...means, engine, memory: memory.value.path }),
      )
      sum = added(sum, one)
    }
    return accept(sum)
  } finally {
    engine.close()
    memory.value.close()
  }
}

const nothing: FullRound = {
  rounds: 0,
  pairs: 0,
  flagged: 0,
  tested: 0,
  differing: [],
  refreshMs: 0,
}

function added(one: FullRound, other: FullRound): FullRound {
  return {
    rounds: one.rounds + other.rounds,
    pairs: one.pairs + other.pairs,
    flagged: one.flagged + other.flagged,
    tested: one.tested + other.tested,
    differing: [...one.differing, ...other.differing],
    refreshMs: one.refreshMs + other.refreshMs,
  }
}

/** Raised when files are made in another way than before, so that older ones are made anew. 2: on a common grid. */
const making = 2

interface AtWork extends FullRoundMeans {
  readonly engine: Engine
  readonly memory: string
}

async function roundOf(tx: Tx, agreement: KnownAgreement, work: AtWork): Promise<FullRound> {
  let sum = nothing
  for (const terms of comparisonTerms(agreement))
    sum = added(sum, await roundBy(tx, agreement, { terms, work }))
  return sum
}

async function roundBy(
  tx: Tx,
  agreement: KnownAgreement,
  { terms, work }: { readonly terms: ComparisonTerms; readonly work: AtWork },
): Promise<FullRound> {
  const { contract } = terms
  const whose = { agreement: agreement.terms.id, contract }
  const { engine, memory, files: store, at } = work
  const binding = await agreementsOf(tx, agreement.standing.parties)
  const judgingFor = async (period: string): Promise<JudgingOfRound> => {
    const { version, ...expected } = await work.expectFor(tx, { ...whose, period })
    const judged = digestOf(Buffer.from(JSON.stringify([making, version, terms])))
    return { terms, ...expected, judged }
  }
  const isGranted = unlessReadElsewhere(
    agreement,
    binding,
    rowTest(await policyNow(tx, binding, agreement.standing.parties), at),
  )
  const decides = {
    binding,
    behind: await behindAmong(tx, agreement.standing.parties),
    opened: await openedAmong(tx, agreement.standing.parties),
  }
  const asked = { agreement, contract, binding: decides, isGranted, judgingFor }
  const began = performance.now()
  const known = await roundFilesOf(tx, whose)
  await refresh(tx, asked, { known, means: { engine, memory, store, at } })
  let sum: FullRound = { ...nothing, refreshMs: performance.now() - began }
  for (const file of await roundFilesOf(tx, whose)) {
    const about = { ...whose, period: file.period }
    const means = { engine, memory, store, ...(await judgingFor(file.period)) }
    const { state, pairs, tested } = await joinSides(tx, asked, { file, means })
    const differs = agree(state, await keptState(tx, about)) ? [] : [about]
    const flagged = state.flags.length
    sum = added(sum, { rounds: 1, pairs, flagged, tested, differing: differs, refreshMs: 0 })
  }
  return sum
}

/** What the comparisons that messages have made come to. */
export async function keptState(
  tx: Tx,
  { agreement, contract, period }: Round,
): Promise<RoundState> {
  const tallies = await rowsOfQuery<Tally>(
    tx,
    `select outcome, finding, matters, count(*)::float8 as pairs from pair where agreement = $1 and contract = $2 and period = $3
     group by outcome, finding, matters`,
    [agreement, contract, period],
  )
  const flags = await rowsOfQuery<Flag>(
    tx,
    `select contract, origin, destination, period, breakdown, outcome, finding, matters, p
     from pair where agreement = $1 and contract = $2 and period = $3 and (matters or finding = 'suspect')`,
    [agreement, contract, period],
  )
  return roundState(tallies, flags.filter(isFlag))
}

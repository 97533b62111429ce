// SPDX-License-Identifier: Apache-2.0
import type { ReconciliationReport } from '@corridor/contracts'
import { digestOf, newSalt } from '@corridor/message'
import {
  fact,
  inTurns,
  rowsOfQuery,
  serviceContext,
  statement,
  takePositions,
  tellAt,
  type ServiceContext,
  type Turns,
  type Tx,
} from '@corridor/platform'
import { holds, type KnownAgreement } from '@corridor/policy'
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { cellsAround, withCauses } from '../domain/causes-of'
import { cellKey } from '../domain/cell'
import type { Pair } from '../domain/pair'
import { mostRows, recipientsOf, reportBytes } from '../domain/report'
import { toldWithin } from '../domain/pipeline/stages-told'
import type { Round } from '../domain/round'
import { comparisonTerms } from '../domain/terms'
import { agreementOf } from './agreements'
import { commitmentsOf } from './commitment-tables'
import { versionLine } from './expectations'
import { keepCauses, keptFigures, pairsOf, totalsOf } from './pairs'
import { takeDueReports } from './report-due'
import { stagesFound } from './stage-tables'
import { lockRounds } from './review-store'
import { ReviewService } from './review.service'
import { keepSaidUnder, withdrawSaidUnder } from './said-under'

/** Messages that come together make one report. */
const everyMs = 200
/** Reports made in one transaction. */
const batch = 16

/** Makes reports of rounds that changed, and hands them to the parties and their committee. */
@Injectable()
export class ReportsService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written at bootstrap only. */
  private turns: Turns | null = null

  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly review: ReviewService,
  ) {}

  onApplicationBootstrap(): void {
    this.turns = inTurns({
      ...{ everyMs, log: this.context.log },
      failed: 'reports were not made and will be later',
      turn: async (isClosing) => {
        while (!isClosing() && (await this.step())) this.context.relay.wake()
      },
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns?.close()
  }

  /** Makes some of the reports that are due; false where none is. */
  async step(): Promise<boolean> {
    return this.context.store.transaction(async (tx) => {
      const rounds = await takeDueReports(tx, batch)
      // Before anything locks the counter: whoever acts on a round holds the round first.
      await lockRounds(tx, rounds)
      for (const round of rounds) await this.report(tx, round)
      return rounds.length > 0
    })
  }

  /** Where an agreement stands now: once it does not, what was said under it and waits is withdrawn. */
  async stands(tx: Tx, agreement: KnownAgreement): Promise<void> {
    const at = this.context.clock()
    if (!holds(agreement, at)) await withdrawSaidUnder(tx, agreement.terms.id, at)
  }

  private async report(tx: Tx, round: Round): Promise<void> {
    const at = this.context.clock()
    const agreement = await agreementOf(tx, round.agreement)
    if (agreement === undefined || !holds(agreement, at)) return
    const terms = comparisonTerms(agreement).find(({ contract }) => contract === round.contract)
    const totals = await totalsOf(tx, round)
    if (terms === undefined || totals.cells === 0) return
    const version = await nextVersion(tx, round)
    // A report needs two sides: until then there is nothing to set beside anything. Where one has lost its figures, the next version says so.
    if (totals.compared === 0 && version === 1) return
    const pairs = await explained(tx, round, await pairsOf(tx, round, mostRows))
    const bytes = reportBytes(
      agreement,
      { round, pairs },
      {
        ...{ hubId: this.context.environment.hubId, at, version, salt: newSalt() },
        ...{ terms, totals, falseAlarms: await falseAlarms(tx, pairs) },
        commitments: await commitmentsOf(tx, round),
        stages: await stagesOf(tx, round),
      },
    )
    const { outside, cells, matters } = totals
    const recipients = recipientsOf(agreement)
    const first = await takePositions(tx, recipients.length + 1)
    const told = [
      ...recipients.map((recipient) => statement(recipient, 'report', bytes)),
      fact('reconciliation.reported.v1', {
        ...{ ...round, version, digest: digestOf(bytes) },
        ...{ rows: pairs.length, outside, at: at.toISOString() },
      }),
    ]
    await tellAt(tx, first, told)
    await keepSaidUnder(tx, round.agreement, { first, told })
    await tx.query(insertReport, [
      ...[round.agreement, round.contract, round.period, version, first, at],
      ...[cells, pairs.length, outside, matters, Buffer.from(bytes)],
    ])
    await this.review.compared(tx, agreement, { round, version, source: bytes })
  }
}

/** Comparisons of a report that causes are looked for, the worst of them: where a message touched more, none were until now. */
const mostExplained = 2_000

async function explained(
  tx: Tx,
  { agreement }: Round,
  pairs: readonly Pair[],
): Promise<readonly Pair[]> {
  const asked = pairs
    .filter(({ matters, causes }) => matters && causes.length === 0)
    .slice(0, mostExplained)
  if (asked.length === 0) return pairs
  const found = withCauses(asked, await keptFigures(tx, agreement, cellsAround(asked)), pairs)
  await keepCauses(tx, found, agreement)
  const byCell = new Map(found.map((pair) => [cellKey(pair), pair]))
  return pairs.map((pair) => byCell.get(cellKey(pair)) ?? pair)
}

async function stagesOf(tx: Tx, { agreement, period }: Round) {
  return toldWithin(period, await stagesFound(tx, { agreement, year: period.slice(0, 4) }))
}

// Of the newest version that a row used: older ones are named by their rows.
async function falseAlarms(
  tx: Tx,
  pairs: readonly Pair[],
): Promise<ReconciliationReport['falseAlarms']> {
  const newest = Math.max(0, ...pairs.map(({ expectation }) => expectation?.version ?? 0))
  const line = newest === 0 ? undefined : await versionLine(tx, newest)
  if (line === undefined) return undefined
  const { version: expectation, nominal, achieved, history } = line
  return { expectation, nominal, achieved, history }
}

const insertReport = `
insert into report (agreement, contract, period, version, position, made_at, cells, rows, outside, matters, bytes)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`

async function nextVersion(tx: Tx, { agreement, period }: Round): Promise<number> {
  const [last] = await rowsOfQuery<{ version: number }>(
    tx,
    'select coalesce(max(version), 0) as version from report where agreement = $1 and period = $2',
    [agreement, period],
  )
  return (last?.version ?? 0) + 1
}

// SPDX-License-Identifier: Apache-2.0
import {
  inTurns,
  rowsOfQuery,
  serviceContext,
  type ServiceContext,
  type Turns,
} from '@corridor/platform'
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { alarmOf } from '../domain/learning/alarm'
import { learnSeries } from '../domain/learning/learn-series'
import { comparisonDefaults } from '../domain/terms'
import {
  keepLearnt,
  newestVersions,
  pastOf,
  seriesOfContract,
  type Learnt,
  type SeriesLine,
} from './expectations'

/** How often it is looked whether a round of learning is due, and how long a version is the newest at least. */
const everyMs = 3_600_000
const versionHours = 24
/** Series that a round learns at most, those with most figures. */
const mostSeries = 200

/** What one round of learning came to, in numbers. */
export interface LearntLine {
  readonly contract: string
  readonly version: number
  readonly pairs: number
  readonly series: number
  readonly leftOut: number
}

/**
 * Learns what ratios to expect from what was compared so far, on a schedule and not with each message. A new version judges nothing
 * anew by itself: comparisons that are made from then on use it, and say so.
 */
@Injectable()
export class LearningService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written at bootstrap only. */
  private turns: Turns | null = null

  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  onApplicationBootstrap(): void {
    this.turns = inTurns({
      ...{ everyMs, log: this.context.log },
      failed: 'nothing was learnt of earlier figures; it will be later',
      turn: async () => {
        for (const contract of await this.due()) await this.learn(contract)
      },
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns?.close()
  }

  /** Learns all that is compared, now. */
  async learnAll(): Promise<readonly LearntLine[]> {
    const contracts = await rowsOfQuery<{ contract: string }>(
      this.context.store,
      'select distinct contract from pair where teaches order by contract',
    )
    const lines: LearntLine[] = []
    for (const { contract } of contracts) lines.push(...(await this.learn(contract)))
    return lines
  }

  // Nothing new, nothing to learn.
  private async due(): Promise<readonly string[]> {
    const known = new Map(
      (await newestVersions(this.context.store)).map((line) => [line.contract, line.learntAt]),
    )
    const compared = await rowsOfQuery<{ contract: string; at: Date }>(
      this.context.store,
      'select contract, max(compared_at) as at from pair where teaches group by contract',
    )
    const oldest = this.context.clock().getTime() - versionHours * 3_600_000
    return compared.flatMap(({ contract, at }) => {
      const last = known.get(contract)
      if (last === undefined) return [contract]
      return last.getTime() <= oldest && at > last ? [contract] : []
    })
  }

  private async learn(contract: string): Promise<readonly LearntLine[]> {
    const { store, log, clock } = this.context
    const all = await seriesOfContract(store, contract)
    const series: Learnt['series'][number][] = []
    for (const line of all.slice(0, mostSeries)) series.push(await this.learnOne(contract, line))
    const some = series.filter(({ learnt }) => learnt.models.length > 0)
    if (some.length === 0) return []
    const judged = some.flatMap(({ learnt }) => learnt.judged)
    const alarm = alarmOf(judged, comparisonDefaults.falseAlarms)
    const leftOut = all.length - some.length
    const version = await store.transaction((tx) =>
      keepLearnt(tx, { ...{ contract, series: some, leftOut, alarm }, at: clock() }),
    )
    const pairs = some.reduce((sum, { line }) => sum + line.pairs, 0)
    const told = { contract, version, pairs, series: some.length, leftOut }
    log.info('a version of expectations was learnt', told)
    return [told]
  }

  private async learnOne(contract: string, line: SeriesLine): Promise<Learnt['series'][number]> {
    return { line, learnt: learnSeries(await pastOf(this.context.store, contract, line)) }
  }
}

// SPDX-License-Identifier: Apache-2.0
import {
  inTurns,
  rowsOfQuery,
  serviceContext,
  wayIn,
  type ServiceContext,
  type Turns,
} from '@corridor/platform'
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { ErasuresService } from './erasures.service'

/** Days are counted: a look a minute is soon enough. */
const everyMs = 60_000
/** Messages deleted in one transaction. */
const mostAtOnce = 64
const giveWayMs = 1_000
const dayMs = 86_400_000

/** Deletes messages that stay inside their states when the days have passed that the operator has set. */
@Injectable()
export class InsideRetentionService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written at bootstrap only. */
  private turns: Turns | null = null

  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly erasures: ErasuresService,
  ) {}

  onApplicationBootstrap(): void {
    const days = this.context.environment.insideDays
    if (days === undefined) return
    this.turns = inTurns({
      ...{ everyMs, log: this.context.log },
      failed: 'figures inside a state whose days have passed were not deleted and will be later',
      turn: async (isClosing) => {
        while (!isClosing() && (await this.end(days)) === mostAtOnce) await wayIn.giveWay(giveWayMs)
      },
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns?.close()
  }

  /** Deletes those that are due, at most some; gives how many. */
  async end(days: number): Promise<number> {
    const { store, clock, relay } = this.context
    const until = new Date(clock().getTime() - days * dayMs)
    const ended = await store.transaction(async (tx) => {
      const due = await rowsOfQuery<{ participant: string; submission: string }>(tx, selectDue, [
        until,
        mostAtOnce,
      ])
      for (const message of due) await this.erasures.insideEnded(tx, { ...message, days })
      return due.length
    })
    if (ended > 0) relay.wake()
    return ended
  }
}

// A message has one data key: where some of it went on as the state's figures, the rest goes with those.
const selectDue = `
select s.participant, s.id as submission from submission s
where s.wrapped_key is not null and s.position in (select i.submission from internal_dataset i where i.recorded_at <= $1)
  and not exists (select from dataset d where d.submission = s.position and d.position >= s.position and d.position < s.position + 64)
order by s.position limit $2`

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
import { endComments } from './comment-periods'
import { endEmbargoes } from './embargoes'
import { releaseDatasets } from './release-datasets'
import { lockStanding } from './standing-lock'

/** Datasets released in one transaction. */
const batch = 64
const everyMs = 500
/** How long a batch waits for the way in. */
const giveWayMs = 250

/**
 * Releases to late joiners what was there before they joined, what senders had time to comment on, and what an embargo kept, a bounded
 * batch at a time.
 */
@Injectable()
export class CatchUpService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written at bootstrap only. */
  private turns: Turns | null = null

  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  onApplicationBootstrap(): void {
    this.turns = inTurns({
      ...{ everyMs, log: this.context.log },
      failed: 'earlier figures were not released and will be later',
      turn: async (isClosing) => {
        while (!isClosing() && ((await this.step()) || (await this.afterWaiting()))) {
          this.context.relay.wake()
          await wayIn.giveWay(giveWayMs)
        }
      },
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns?.close()
  }

  /** What its senders had time to comment on and have not stopped, and what an embargo kept; false where nothing is left. */
  private async afterWaiting(): Promise<boolean> {
    return this.context.store.transaction(async (tx) => {
      await lockStanding(tx, 'together')
      const due = { at: this.context.clock(), most: batch }
      const positions = [...(await endComments(tx, due)), ...(await endEmbargoes(tx, due))]
      await releaseDatasets(tx, this.context, [...new Set(positions)])
      return positions.length > 0
    })
  }

  /** One batch of one agreement; false where nothing is left. */
  private async step(): Promise<boolean> {
    return this.context.store.transaction(async (tx) => {
      await lockStanding(tx, 'together')
      const [next] = await rowsOfQuery<{ agreement: string; after: string; until: string }>(
        tx,
        selectNext,
      )
      if (next === undefined) return false
      const rows = await rowsOfQuery<{ position: string }>(
        tx,
        `select d.position from dataset d join agreement a on d.participant = any(a.parties)
         where a.id = $1 and d.position > $2 and d.position <= $3 order by d.position limit $4`,
        [next.agreement, next.after, next.until, batch],
      )
      const positions = rows.map(({ position }) => Number(position))
      // Before the releases, which may ask for another round.
      await (positions.length < batch
        ? tx.query('delete from catch_up where agreement = $1', [next.agreement])
        : tx.query('update catch_up set after = $2 where agreement = $1', [
            next.agreement,
            positions.at(-1),
          ]))
      await releaseDatasets(tx, this.context, positions)
      return true
    })
  }
}

// Once it is known of all that was withdrawn between the parties whether it was fetched: what nobody has need not be protected against.
const selectNext = `
select c.agreement, c.after, c.until from catch_up c join agreement a on a.id = c.agreement
where not exists (select from outbox o where o.withdrawn_at is not null and o.taken_out_at is null
  and split_part(split_part(o.subject, '.', 3), '-', 1) = any(a.parties))
order by c.asked_at limit 1 for update of c skip locked`

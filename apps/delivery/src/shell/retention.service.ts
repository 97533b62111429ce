// SPDX-License-Identifier: Apache-2.0
import {
  fact,
  inTurns,
  rowsOfQuery,
  serviceContext,
  tell,
  wayIn,
  type ServiceContext,
  type Turns,
  type Tx,
} from '@corridor/platform'
import type { KnownAgreement } from '@corridor/policy'
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { deliveredUntil, retentionRules, type RetentionRule } from '../domain/retention'
import { eraseReleases } from './erase-releases'
import { lockStanding } from './standing-lock'

/** Days are agreed on: looking every few seconds is soon enough. */
const everyMs = 5_000
/** Releases deleted in one transaction. */
const mostAtOnce = 256
const giveWayMs = 1_000

interface DueRow {
  readonly position: string
  readonly participant: string
  readonly submission: string | null
  /** Withdrawn before, and kept because its recipient may have it. */
  readonly withdrawn: boolean
}

/** Deletes what was handed over when the days of a retention clause have passed, and says so when nothing of a message is left. */
@Injectable()
export class RetentionService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written at bootstrap only. */
  private turns: Turns | null = null

  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  onApplicationBootstrap(): void {
    this.turns = inTurns({
      ...{ everyMs, log: this.context.log },
      failed: 'figures whose days have passed were not deleted and will be later',
      turn: (isClosing) => this.turn(isClosing),
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns?.close()
  }

  private async turn(isClosing: () => boolean): Promise<void> {
    const agreements = await rowsOfQuery<KnownAgreement>(
      this.context.store,
      `select terms, standing from agreement where terms -> 'enforced' @> '[{"kind":"retention"}]'`,
    )
    for (const rule of retentionRules(agreements)) {
      await wayIn.giveWay(giveWayMs)
      while (!isClosing() && (await this.endUnder(rule)) === mostAtOnce)
        await wayIn.giveWay(giveWayMs)
    }
  }

  private async endUnder(rule: RetentionRule): Promise<number> {
    const { agreement, clause } = rule
    const at = this.context.clock()
    const deleted = await this.context.store.transaction(async (tx) => {
      await lockStanding(tx, 'together')
      const due = await dueRows(tx, rule, deliveredUntil(rule, at))
      if (due.length === 0) return 0
      await eraseReleases(tx, this.context, {
        positions: due.map(({ position }) => Number(position)),
        under: `clause ${clause} of ${agreement}`,
        ...{ agreement, clause, at },
      })
      // What was withdrawn keeps no message, and its end is no end of one.
      const ended = await endedMessages(
        tx,
        due.filter(({ withdrawn }) => !withdrawn),
      )
      const facts = ended.map((one) =>
        fact('delivery.retention-ended.v1', { ...one, agreement, clause, at: at.toISOString() }),
      )
      if (facts.length > 0) await tell(tx, facts)
      return due.length
    })
    if (deleted > 0) this.context.relay.wake()
    return deleted
  }
}

async function dueRows(tx: Tx, rule: RetentionRule, until: Date): Promise<readonly DueRow[]> {
  const { agreement, contract, moment } = rule
  const delivered =
    moment === 'acknowledged' ? 'o.acknowledged_at' : 'coalesce(o.relayed_at, o.acknowledged_at)'
  return rowsOfQuery<DueRow>(
    tx,
    `select r.position, d.participant, d.submission, r.withdrawn_at is not null as withdrawn
     from release r join dataset d on d.position = r.dataset join outbox o on o.position = r.position
     where (r.withdrawn_at is null or r.body is not null) and d.contract = $2 and coalesce(${delivered}, r.withdrawn_at) <= $3
       and exists (select from granted_rows g where g.position = r.position and g.agreement = $1)
     order by r.position limit ${String(mostAtOnce)} for update of r`,
    [agreement, contract, until],
  )
}

// Whatever of a message is still kept for somebody, or held for a suspension, keeps the message.
async function endedMessages(
  tx: Tx,
  due: readonly DueRow[],
): Promise<readonly { readonly participant: string; readonly submission: string }[]> {
  return rowsOfQuery(
    tx,
    `select distinct m.participant, m.submission from unnest($1::text[], $2::text[]) as m (participant, submission)
     where m.submission is not null and not exists (
       select from dataset d join release r on r.dataset = d.position
       where d.participant = m.participant and d.submission = m.submission
         and (r.withdrawn_at is null or r.withdrawal in ('agreement-suspended', 'participant-suspended', 'sender-suspended', 'doubtful', 'reciprocity-not-kept')))`,
    [due.map(({ participant }) => participant), due.map(({ submission }) => submission)],
  )
}

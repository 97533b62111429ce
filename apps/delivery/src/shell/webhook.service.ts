// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import {
  inTurns,
  rowsOfQuery,
  serviceContext,
  takenElsewhere,
  type ServiceContext,
  type Turns,
} from '@corridor/platform'
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { judgeWebhookUrl, mostWebhookFailures, webhookBackOffSeconds } from '../domain/webhook-url'
import { postDelivery } from './post-delivery'
import { ReplayService, type Replayed } from './replay.service'

const everyMs = 500
/** Recipients that are posted to at the same time, and deliveries of one turn. */
const mostRecipients = 8
const mostInTurn = 32
/** So long a process that took a recipient may be at it; then another may. */
const leaseSeconds = 600

interface Due {
  readonly participant: string
  readonly url: string
  readonly after: string
  readonly failures: number
}

/** Where a recipient wants its deliveries posted: a participant, or an office of it. */
export interface WebhookAsk {
  readonly participant: string
  /** Null ends it. */
  readonly url: string | null
  /** The key that asks. Nothing is posted once it is withdrawn. */
  readonly kid: string
}

/** Posts deliveries to recipients that want them so: the same releases, decided anew, in the order of their numbers. */
@Injectable()
export class WebhookService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written at bootstrap only. */
  private turns: Turns | null = null

  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly replays: ReplayService,
  ) {}

  onApplicationBootstrap(): void {
    this.turns = inTurns({
      ...{ everyMs, log: this.context.log, failed: 'webhooks wait' },
      turn: async (isClosing) => {
        await this.context.store.query(endUnfounded)
        const most = [mostRecipients, leaseSeconds]
        const due = await rowsOfQuery<Due>(this.context.store, takeDue, most)
        await Promise.all(due.map((one) => this.postTo(one, isClosing)))
      },
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns?.close()
  }

  /** Registers, replaces or ends a recipient's webhook. It begins after what the recipient has acknowledged. */
  async register({ participant, url, kid }: WebhookAsk): Promise<Outcome<object>> {
    const { store, environment } = this.context
    if (url === null) {
      await store.query('delete from webhook where participant = $1', [participant])
      return accept({ participant, url: null })
    }
    const ports = [environment.databaseUrl, environment.natsUrl].map((own) => new URL(own).port)
    const judged = judgeWebhookUrl(url, ports)
    if (!judged.ok) return judged
    await store.query(upsertWebhook, [participant, judged.value.href, kid])
    return accept({ participant, url: judged.value.href })
  }

  private async postTo(
    { participant, url, after, failures }: Due,
    isClosing: () => boolean,
  ): Promise<void> {
    const page = await this.replays.pull({
      ...{ recipient: participant, after: Number(after), since: null, limit: mostInTurn },
    })
    let last = Number(after)
    let problem = page.ok ? null : page.refusal.code
    for (const planned of page.ok ? page.value.deliveries : []) {
      const one = await this.now({ participant, url }, planned)
      if (one === null) break
      problem = await this.postOne(url, one)
      if (problem !== null || isClosing()) break
      last = one.number
      await this.taken(participant, one)
    }
    await this.note(participant, { last, problem, failures: problem === null ? 0 : failures + 1 })
  }

  // Others were waited for since the page was read: each is decided anew right before it goes. Null: the next turn sees what has changed.
  private async now(
    { participant, url }: { readonly participant: string; readonly url: string },
    planned: Replayed,
  ): Promise<Replayed | null> {
    if ('withheld' in planned) return planned
    const asked = await rowsOfQuery<{ url: string }>(
      this.context.store,
      `select w.url from webhook w where w.participant = $1 and w.url = $2 and w.ended_at is null and ${keyHolds}`,
      [participant, url],
    )
    if (asked.length === 0) return null
    const ask = { recipient: participant, after: planned.number - 1, since: null, limit: 1 }
    const page = await this.replays.pull(ask)
    return page.ok ? (page.value.deliveries[0] ?? null) : null
  }

  // What is not handed over now stays where it is: a note says so, or it comes under another number.
  private async postOne(url: string, one: Replayed): Promise<string | null> {
    return 'withheld' in one ? null : postDelivery({ url, ...one })
  }

  private async taken(participant: string, one: Replayed): Promise<void> {
    if ('withheld' in one) return
    await this.context.store.transaction(async (tx) => {
      const [row] = await rowsOfQuery<{ position: string }>(
        tx,
        'select position from numbered where recipient = $1 and number = $2',
        [participant, one.number],
      )
      if (row !== undefined) await takenElsewhere(tx, Number(row.position))
    })
    this.context.relay.wake()
  }

  private async note(
    participant: string,
    {
      last,
      problem,
      failures,
    }: { readonly last: number; readonly problem: string | null; readonly failures: number },
  ): Promise<void> {
    const wait = failures === 0 ? 0 : webhookBackOffSeconds(failures)
    await this.context.store.query(noteTry, [
      ...[participant, last, problem, failures, wait],
      failures >= mostWebhookFailures,
    ])
    if (problem !== null)
      this.context.log.info('a webhook was not answered', { participant, problem, failures })
  }
}

// Asked before each post too: a key may be withdrawn while an address takes its time.
const keyHolds = `exists (select from access.signing_key_v1 k
  where k.kid = w.kid and (k.revoked_from is null or k.revoked_from > now()))`

const endUnfounded = `
update webhook w set ended_at = now(), problem = 'the key that set it is withdrawn or not known'
where w.ended_at is null and not ${keyHolds}`

const upsertWebhook = `
insert into webhook (participant, url, kid, registered_at, after, next_try_at)
select $1, $2, $3, now(), coalesce((
  select min(n.number) - 1 from numbered n join outbox o on o.position = n.position
  where n.recipient = $1 and o.acknowledged_at is null and o.withdrawn_at is null),
  (select number from head where recipient = $1), 0), now()
on conflict (participant) do update set url = excluded.url, kid = excluded.kid, registered_at = now(), failures = 0, next_try_at = now(),
  problem = null, ended_at = null`

// Taken with a lease, so that two processes never post to the same recipient.
const takeDue = `
with taken as (update webhook set next_try_at = now() + make_interval(secs => $2) where participant in (
  select w.participant from webhook w join head h on h.recipient = w.participant
  where w.ended_at is null and w.next_try_at <= now() and h.number > w.after
    and not exists (select from suspended s where s.participant = split_part(w.participant, '-', 1))
  order by w.next_try_at limit $1 for update of w skip locked)
returning participant, url, after, failures)
select * from taken`

const noteTry = `
update webhook set after = greatest(after, $2), problem = $3, failures = $4,
  next_try_at = now() + make_interval(secs => $5), ended_at = case when $6 then now() end
where participant = $1 and ended_at is null`

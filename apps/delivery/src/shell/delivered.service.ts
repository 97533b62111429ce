// SPDX-License-Identifier: Apache-2.0
import { newSalt } from '@corridor/message'
import {
  bytesAsOne,
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
import { deliveredStatement, type Acknowledged } from '../domain/delivered'

/** Acknowledgements are noted by the relay about once a second; they are stated soon after. */
const everyMs = 1_000
/** Statements made in one transaction. */
const mostAtOnce = 256

/** States, for the sender to ask for, to whom its figures were delivered and when, once the recipient has acknowledged them. Sealed when it is asked for. */
@Injectable()
export class DeliveredService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written at bootstrap only. */
  private turns: Turns | null = null

  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  onApplicationBootstrap(): void {
    this.turns = inTurns({
      ...{ everyMs, log: this.context.log },
      failed: 'deliveries were not stated and will be later',
      turn: async (isClosing) => {
        await wayIn.giveWay(everyMs)
        while (!isClosing() && (await this.state()) === mostAtOnce) await wayIn.giveWay(everyMs)
      },
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns?.close()
  }

  /** States what is acknowledged and was not stated yet; gives how many. */
  private async state(): Promise<number> {
    const { store, environment } = this.context
    const { hubId } = environment
    return store.transaction(async (tx) => {
      const rows = await rowsOfQuery<Acknowledged>(tx, selectUnstated, [mostAtOnce])
      if (rows.length === 0) return 0
      const bytes = bytesAsOne(
        rows.map((one) => deliveredStatement(one, { hubId, salt: newSalt() })),
      )
      await tx.query(markStated, [
        rows.map(({ position }) => position),
        ...[bytes.whole, bytes.starts, bytes.lengths],
      ])
      return rows.length
    })
  }
}

// Where the parties have agreed that figures are delivered when they are handed over, nobody waits for the recipient.
const selectUnstated = `
with by_handing_over as (select id from agreement where terms -> 'enforced' @> '[{"kind": "delivered", "moment": "handed-over"}]')
select r.position::float8 as position, r.agreement, r.clause, r.recipient, r.rows, r.dataset::float8 as dataset, d.participant,
  d.submission, d.contract, d.version, d.digest, d.received_at as "receivedAt", coalesce(o.acknowledged_at, o.relayed_at) as "acknowledgedAt"
from release r join dataset d on d.position = r.dataset join outbox o on o.position = r.position
where r.statement is null and d.submission is not null
  and (o.acknowledged_at is not null or (o.relayed_at is not null and r.agreement in (select id from by_handing_over)))
order by r.position limit $1 for update of r skip locked`

const markStated = `
update release set statement = substring($2::bytea, stated.start, stated.length)
from unnest($1::bigint[], $3::int[], $4::int[]) as stated (position, start, length)
where release.position = stated.position`

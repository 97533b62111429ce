// SPDX-License-Identifier: Apache-2.0
import { newSalt, seal } from '@corridor/message'
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

/** States, for the sender to ask for, to whom its figures were delivered and when, once the recipient has acknowledged them. */
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
    const { hubId, keys } = environment
    return store.transaction(async (tx) => {
      const rows = await rowsOfQuery<Acknowledged>(tx, selectUnstated, [mostAtOnce])
      if (rows.length === 0) return 0
      const purpose = { typ: 'corridor-receipt', aud: hubId } as const
      const sealed = await Promise.all(
        rows.map((one) =>
          seal(deliveredStatement(one, { hubId, salt: newSalt() }), purpose, keys.signer),
        ),
      )
      const bytes = bytesAsOne(sealed.map((one) => one.bytes))
      await tx.query(markStated, [
        rows.map(({ position }) => position),
        sealed.map(({ signature }) => signature),
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
update release set statement = substring($3::bytea, stated.start, stated.length), statement_signature = stated.signature
from unnest($1::bigint[], $2::text[], $4::int[], $5::int[]) as stated (position, signature, start, length)
where release.position = stated.position`

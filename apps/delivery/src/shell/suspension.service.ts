// SPDX-License-Identifier: Apache-2.0
import { setTimeout as sleep } from 'node:timers/promises'
import {
  connectBus,
  cutConnections,
  reasonOf,
  rowsOfQuery,
  serviceContext,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import type { NatsConnection } from 'nats'
import { askCatchUp } from './ask-catch-up'
import { lockStanding } from './standing-lock'
import { withdrawReleases } from './withdraw-releases'

/** What a participant may do, as access tells it. */
export interface RightsTold {
  readonly participant: string
  readonly suspended: boolean
  readonly at: string
}

/** A sign-in that was granted a moment before the suspension may connect a moment after: it is looked for again. */
const lookAgainMs = [0, 250, 1_500]

/** Stops what goes to and comes from a suspended participant, and lets it go on when the suspension ends. */
@Injectable()
export class SuspensionService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Of the system account. Written at bootstrap only. */
  private system: NatsConnection | null = null

  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  async onApplicationBootstrap(): Promise<void> {
    const { natsUrl, keys } = this.context.environment
    this.system = await connectBus({ url: natsUrl, name: 'cutting', seed: keys.seeds.system })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.system?.close()
  }

  /**
   * What waits for a suspended participant, or comes from it, is withdrawn and its connections are cut; afterwards what is granted then
   * is caught up on.
   */
  async rightsChanged(tx: Tx, { participant, suspended }: RightsTold): Promise<void> {
    const at = this.context.clock()
    await lockStanding(tx, 'alone')
    await tx.query(suspended ? insertSuspended : deleteSuspended, [participant])
    if (!suspended) return catchUp(tx, participant, at)
    // Access refuses new sign-ins since its commit: cutting waits for nothing here.
    void this.cut(participant)
    for (const reason of ['participant-suspended', 'sender-suspended'] as const)
      await withdrawReleases(tx, this.context, {
        positions: await waitingOf(tx, participant, reason),
        why: { reason, at },
      })
  }

  private async cut(participant: string): Promise<void> {
    for (const ms of lookAgainMs) {
      await sleep(ms)
      if (this.system === null || this.system.isClosed()) return
      try {
        const connections = await cutConnections(this.system, participant)
        if (connections > 0)
          this.context.log.info('connections were cut', { participant, connections })
      } catch (error) {
        this.context.log.error('connections of a suspended participant were not cut', {
          participant,
          reason: reasonOf(error),
        })
      }
    }
  }
}

const insertSuspended =
  'insert into suspended (participant, since) values ($1, now()) on conflict do nothing'
const deleteSuspended = 'delete from suspended where participant = $1'

// What waits for it, or what of it waits for others.
async function waitingOf(
  tx: Tx,
  participant: string,
  reason: 'participant-suspended' | 'sender-suspended',
): Promise<readonly number[]> {
  const whose = reason === 'sender-suspended' ? 'd.participant' : `split_part(r.recipient, '-', 1)`
  const rows = await rowsOfQuery<{ position: string }>(
    tx,
    `select o.position from outbox o join release r on r.position = o.position join dataset d on d.position = r.dataset
     where o.typ is not null and o.acknowledged_at is null and o.withdrawn_at is null and ${whose} = $1`,
    [participant],
  )
  return rows.map(({ position }) => Number(position))
}

async function catchUp(tx: Tx, participant: string, at: Date): Promise<void> {
  const rows = await rowsOfQuery<{ id: string }>(
    tx,
    'select id from agreement where $1 = any(parties)',
    [participant],
  )
  for (const { id } of rows) await askCatchUp(tx, { agreement: id, at })
}

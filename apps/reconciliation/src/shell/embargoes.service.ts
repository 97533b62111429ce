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
import type { CellStatement } from '../domain/cell'
import { ReconciliationService } from './reconciliation.service'

const everyMs = 5_000
/** Figures whose embargo is ended in one transaction. */
const batch = 5_000

/** Lets figures into comparisons when their embargo is over. */
@Injectable()
export class EmbargoesService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written at bootstrap only. */
  private turns: Turns | null = null

  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly reconciliation: ReconciliationService,
  ) {}

  onApplicationBootstrap(): void {
    this.turns = inTurns({
      ...{ everyMs, log: this.context.log },
      failed: 'figures whose embargo is over were not compared and will be later',
      turn: async (isClosing) => {
        while (!isClosing() && (await this.step())) continue
      },
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns?.close()
  }

  /** Ends some embargoes that are over; false where none is. */
  async step(): Promise<boolean> {
    return this.context.store.transaction(async (tx) => {
      const ended = await rowsOfQuery<CellStatement>(tx, endEmbargoes, [
        this.context.clock(),
        batch,
      ])
      const reporters = [...new Set(ended.map(({ reporter }) => reporter))]
      await this.reconciliation.compareTouched(tx, reporters, ended)
      return ended.length > 0
    })
  }
}

// Restricted until the embargo (E) is free afterwards (F).
const endEmbargoes = `
with ended as (
  update statement set embargo = null, conf_status = case conf_status when 'E' then 'F' else conf_status end
  where ctid = any (array(select ctid from statement where embargo <= $1 order by embargo limit $2 for update))
  returning contract, origin, destination, period, breakdown, reporter)
select * from ended`

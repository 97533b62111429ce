// SPDX-License-Identifier: Apache-2.0
import {
  rowsOfQuery,
  serviceContext,
  type DoubtTold,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { releaseDatasets } from './release-datasets'
import { lockStanding } from './standing-lock'
import { withdrawReleases } from './withdraw-releases'

/** Datasets released in one go when they are cleared. */
const mostAtOnce = 64

/** Holds messages whose key was withdrawn, and hands them over again when a signatory has cleared them. */
@Injectable()
export class DoubtfulService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** Nothing of these datasets goes out, what waits is withdrawn, and whoever has something of them is told. */
  async doubted(tx: Tx, { datasets }: DoubtTold): Promise<void> {
    const at = this.context.clock()
    await lockStanding(tx, 'alone')
    await tx.query(
      'update dataset set doubtful_since = $2 where position = any($1::bigint[]) and doubtful_since is null',
      [datasets, at],
    )
    const rows = await rowsOfQuery<{ position: string }>(
      tx,
      'select position from release where dataset = any($1::bigint[]) and withdrawn_at is null order by position',
      [datasets],
    )
    const positions = rows.map(({ position }) => Number(position))
    await withdrawReleases(tx, this.context, { positions, why: { reason: 'doubtful', at } })
  }

  /** They are genuine: what is granted now is released, under new numbers. */
  async cleared(tx: Tx, { datasets }: DoubtTold): Promise<void> {
    await lockStanding(tx, 'together')
    await tx.query('update dataset set doubtful_since = null where position = any($1::bigint[])', [
      datasets,
    ])
    for (let from = 0; from < datasets.length; from += mostAtOnce)
      await releaseDatasets(tx, this.context, datasets.slice(from, from + mostAtOnce))
  }
}

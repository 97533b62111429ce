// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { rowsOfQuery, serviceContext, type ServiceContext } from '@corridor/platform'
import { Controller, Inject } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'

/** Whether reconciliation has taken figures into use: intake asks before it lets a sender withdraw them. */
@Controller()
export class UseCommands {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  @MessagePattern('reconciliation.command.uses.v1')
  async uses(@Payload() ask: { positions: readonly number[] }): Promise<Outcome<boolean>> {
    const [row] = await rowsOfQuery<{ uses: boolean }>(
      this.context.store,
      `select exists (select from dataset where position = any($1::bigint[]) and kept)
         or exists (select from office_dataset where position = any($1::bigint[])) as uses`,
      [ask.positions],
    )
    return accept(row?.uses === true)
  }
}

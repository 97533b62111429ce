// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serviceContext, type ServiceContext } from '@corridor/platform'
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import { RegisterService } from './register.service'

/** Leaves the first operator's one-time code in the hub's keys folder, readable by the hub's account only. */
@Injectable()
export class FirstOperator implements OnApplicationBootstrap {
  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly register: RegisterService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const invitation = await this.register.inviteFirstOperator()
    if (invitation === null) return
    const file = join(this.context.environment.keysFolder, 'operator.code')
    writeFileSync(file, `${invitation.code}\n`, { mode: 0o600 })
  }
}

// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import type { ServiceDefinition } from '@corridor/platform'
import { AccessModule } from './shell/access.module'
import { accessTables } from './shell/tables'

/** The access service: the register, the agreements, sign-in to the broker. */
export const access: ServiceDefinition = {
  name: 'access',
  module: AccessModule,
  migrations: join(__dirname, '..', 'migrations'),
  tables: accessTables,
}

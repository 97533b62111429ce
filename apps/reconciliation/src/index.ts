// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import type { ServiceDefinition } from '@corridor/platform'
import { heldBack } from './shell/said-under'
import { ReconciliationModule } from './shell/reconciliation.module'

/** The reconciliation service: mirror figures side by side. */
export const reconciliation: ServiceDefinition = {
  name: 'reconciliation',
  module: ReconciliationModule,
  migrations: join(__dirname, '..', 'migrations'),
  readsFigures: true,
  leaving: () => ({ heldBack }),
}

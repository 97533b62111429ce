// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import type { ServiceDefinition } from '@corridor/platform'
import { JournalModule } from './shell/journal.module'

/** The journal service: receipts, agreements and deliveries in one hash chain. */
export const journal: ServiceDefinition = {
  name: 'journal',
  module: JournalModule,
  migrations: join(__dirname, '..', 'migrations'),
}

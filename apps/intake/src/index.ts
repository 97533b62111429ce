// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import type { ServiceDefinition } from '@corridor/platform'
import { IntakeModule } from './shell/intake.module'

/** The intake service: the way in. */
export const intake: ServiceDefinition = {
  name: 'intake',
  module: IntakeModule,
  migrations: join(__dirname, '..', 'migrations'),
  readsFigures: true,
  maxConnections: 6,
}

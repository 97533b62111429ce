// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import type { ServiceDefinition } from '@corridor/platform'
import { heldBack } from './shell/held-back'
import { DeliveryModule } from './shell/delivery.module'

/** The delivery service: the way out. */
export const delivery: ServiceDefinition = {
  name: 'delivery',
  module: DeliveryModule,
  migrations: join(__dirname, '..', 'migrations'),
  readsFigures: true,
  leaving: { heldBack, mostFailures: 5 },
}

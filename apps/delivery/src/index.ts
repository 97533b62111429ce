// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import type { ServiceDefinition } from '@corridor/platform'
import { storedApart } from './shell/bodies'
import { heldBack } from './shell/held-back'
import { DeliveryModule } from './shell/delivery.module'

/** The delivery service: the way out. */
export const delivery: ServiceDefinition = {
  name: 'delivery',
  module: DeliveryModule,
  migrations: join(__dirname, '..', 'migrations'),
  readsFigures: true,
  // Somebody waits for a delivery: the partner, within a quarter of a second.
  giveWayMs: 15,
  leaving: ({ keys }) => ({ heldBack, storedApart: storedApart(keys.storage), mostFailures: 5 }),
}

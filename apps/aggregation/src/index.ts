// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import type { ServiceDefinition } from '@corridor/platform'
import { AggregationModule } from './shell/aggregation.module'

/** The aggregation service: regional feeds. */
export const aggregation: ServiceDefinition = {
  name: 'aggregation',
  module: AggregationModule,
  migrations: join(__dirname, '..', 'migrations'),
  readsFigures: true,
}

// SPDX-License-Identifier: Apache-2.0
import { access } from '@corridor/access'
import { aggregation } from '@corridor/aggregation'
import { delivery } from '@corridor/delivery'
import { intake } from '@corridor/intake'
import { journal } from '@corridor/journal'
import type { ServiceDefinition } from '@corridor/platform'
import { reconciliation } from '@corridor/reconciliation'

/** The services that keep something, in the order in which they start. The console, which keeps nothing, comes last. */
export const services: readonly ServiceDefinition[] = [
  access,
  intake,
  journal,
  delivery,
  reconciliation,
  aggregation,
]

// SPDX-License-Identifier: Apache-2.0
import type { MigrationFlow } from '@corridor/contracts'

/** How a side counts: the definition record of its message. */
export type Definition = MigrationFlow['definition']

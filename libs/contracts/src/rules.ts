// SPDX-License-Identifier: Apache-2.0
import { ruleSets } from './generated/rules'
import type { Rule } from './generated/types'

/** What is asked of a dataset beyond its schema: `rulesOf('migration-flow', '1.0.0')`. None where the version is not known. */
export function rulesOf(contract: string, version: string): readonly Rule[] {
  return ruleSets[`${contract}:${version}`] ?? []
}

// SPDX-License-Identifier: Apache-2.0
import { structure, type PipelineStage } from '@corridor/contracts'
import { totalCode } from './levels'

/** The codes of a stage's figure by column, totals for what is not named: without who, when and where. */
export function codesOfStage({ contract, at }: PipelineStage): ReadonlyMap<string, string> {
  return new Map(
    structure(contract)
      .dimensions.filter(({ role }) => role === undefined || role === 'direction')
      .map(({ column }) => [
        column,
        at.find(({ dimension }) => dimension === column)?.code ?? totalCode,
      ]),
  )
}

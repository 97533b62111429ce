// SPDX-License-Identifier: Apache-2.0
import type { ReconciliationReport } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { isWithinPeriods } from '@corridor/policy'
import type { Round } from '../round'

/** What a report tells of a stage. */
export type StageFound = NonNullable<ReconciliationReport['stages']>[number]

/** A report tells of so many stages at most, those outside their range first. */
const mostTold = 10_000

/** What a report of a period tells: what was found in the periods within it. */
export function toldWithin(whole: string, found: readonly StageFound[]): readonly StageFound[] {
  return found
    .filter(({ period }) => isWithinPeriods({ from: whole, until: whole }, period))
    .slice(0, mostTold)
}

/** The rounds whose reports tell something else once other things are found of stages. */
export function roundsTouched(
  rounds: readonly Round[],
  before: readonly StageFound[],
  now: readonly StageFound[],
): readonly Round[] {
  const told = ({ period }: Round, found: readonly StageFound[]): string =>
    canonicalJson(toldWithin(period, found))
  return rounds.filter((round) => told(round, before) !== told(round, now))
}

// SPDX-License-Identifier: Apache-2.0
import type { Behind } from '@corridor/policy'

/** Who was behind under which clause, since when, and until when; null while it is. */
export interface BehindSince extends Behind {
  readonly since: Date
  readonly until: Date | null
}

/** Who was behind at an instant. */
export function behindAt(behind: readonly BehindSince[], at: Date): readonly Behind[] {
  return behind
    .filter(({ since, until }) => since <= at && (until === null || at < until))
    .map(({ agreement, clause, party }) => ({ agreement, clause, party }))
}

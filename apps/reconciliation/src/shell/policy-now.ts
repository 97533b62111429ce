// SPDX-License-Identifier: Apache-2.0
import type { Tx } from '@corridor/platform'
import { asOpened, compile, type KnownAgreement, type Policy } from '@corridor/policy'
import { openedAmong } from './commitment-tables'
import { behindAmong } from './due-tables'

/** What agreements of these participants grant now: while who is behind receives nothing, and what is not open waits. */
export async function policyNow(
  tx: Tx,
  agreements: readonly KnownAgreement[],
  participants: readonly string[],
): Promise<Policy> {
  const opened = await openedAmong(tx, participants)
  return compile(asOpened(agreements, opened), await behindAmong(tx, participants))
}

// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import { Refused, rowsOfQuery, type Store } from '@corridor/platform'

/**
 * Refuses to hand out figures under an agreement that does not stand: one that is suspended, ended, or not in force yet. What was handed
 * over before is with its readers, and a report that all have signed is theirs.
 */
export async function whileInForce(store: Store, agreement: string): Promise<void> {
  const [row] = await rowsOfQuery<{ state: string }>(
    store,
    'select state from access.agreement_v1 where id = $1',
    [agreement],
  )
  if (row?.state === 'in-force' || row?.state === 'provisional') return
  const detail = `${agreement} is ${row?.state ?? 'not known'}: the hub hands out no figures under it`
  throw new Refused(refuse('AGREEMENT_NOT_IN_FORCE', detail).refusal)
}

// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Queryable, type Store } from '@corridor/platform'
import { standingOf, type KnownState } from '../domain/agreement/state'
import { partnerContracts } from '../domain/partner-contracts'

/** What a partner may publish at an instant, by the agreements that it is a party to. */
export async function agreedContracts(
  store: Store | Queryable,
  participant: string,
  at: Date,
): Promise<readonly string[]> {
  const rows = await rowsOfQuery<{ state: KnownState }>(
    store,
    `select state from agreement where status in ('in-force', 'provisional') and state -> 'parties' ? $1`,
    [participant],
  )
  const [row] = await rowsOfQuery<{ organisation: string | null }>(
    store,
    'select organisation from participant where id = $1',
    [participant],
  )
  const partner = { participant, organisation: row?.organisation ?? null }
  const known = rows.map(({ state }) => ({ terms: state.terms, standing: standingOf(state) }))
  return partnerContracts(partner, known, at)
}

// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Store } from '@corridor/platform'
import { reportRights, type KnownAgreement } from '@corridor/policy'
import type { PartnerRights } from '../domain/partner-reports'

/**
 * What partners may report, by what access has committed at this moment: a suspended agreement lets nobody report from the commit of its
 * suspension on.
 */
export async function partnerRights(
  store: Store,
  participants: readonly string[],
): Promise<ReadonlyMap<string, PartnerRights>> {
  if (participants.length === 0) return new Map()
  const [partners, agreements] = await Promise.all([
    rowsOfQuery<{ id: string; organisation: string | null }>(
      store,
      'select id, organisation from access.participant_v1 where id = any($1::text[])',
      [participants],
    ),
    rowsOfQuery<KnownAgreement>(store, selectAgreements, [participants]),
  ])
  return new Map(
    partners.map(({ id, organisation }) => {
      const rights = agreements.flatMap((agreement) => reportRights(agreement, id))
      return [id, { organisation, rights }]
    }),
  )
}

const selectAgreements = `
select terms, json_build_object('status', state, 'parties', parties, 'reservations', reservations,
  'provisionalUntil', case when state = 'provisional' then to_json(until) #>> '{}' end) as standing
from access.agreement_v1
where state in ('in-force', 'provisional') and parties && $1::text[] and terms -> 'enforced' @> '[{"kind": "report"}]'`

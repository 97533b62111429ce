// SPDX-License-Identifier: Apache-2.0
import { prepared, type Store } from '@corridor/platform'
import type { SenderOffice } from '../domain/releasing'

interface OfficeRow {
  readonly kid: string
  readonly office: string | null
  readonly releasing: Readonly<Record<string, string>>
}

/**
 * The offices of the keys that intake knows, and those that their states have named, by what access has committed at this moment. Which
 * state it is intake knows by itself: a key that the register does not say an office of is of none, so what its state keeps to one
 * office stays inside.
 */
export async function senderOffices(
  store: Store,
  kids: readonly string[],
): Promise<(kid: string) => SenderOffice | undefined> {
  const rows = await prepared<OfficeRow>(store, selectOffices, [kids])
  const byKid = new Map(rows.map(({ kid, ...sender }) => [kid, sender]))
  return (kid) => byKid.get(kid)
}

const selectOffices = `
select k.kid, r.office, coalesce((select jsonb_object_agg(n.contract, n.office) from access.releasing_office_v1 n
  where n.participant = k.participant), '{}') as releasing
from participant_key k left join access.signing_key_v1 r on r.kid = k.kid and r.participant = k.participant
where k.kid = any($1::text[])`

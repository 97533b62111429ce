// SPDX-License-Identifier: Apache-2.0
import { prepared, type Store } from '@corridor/platform'
import type { SenderOffice } from '../domain/releasing'

interface OfficeRow {
  readonly kid: string
  readonly office: string | null
  readonly releasing: Readonly<Record<string, string>>
}

/** The offices of keys and those that their states have named, by what access has committed at this moment. */
export async function senderOffices(
  store: Store,
  kids: readonly string[],
): Promise<(kid: string) => SenderOffice> {
  const rows = await prepared<OfficeRow>(store, selectOffices, [kids])
  const byKid = new Map(rows.map(({ kid, ...sender }) => [kid, sender]))
  return (kid) => byKid.get(kid) ?? { office: null, releasing: {} }
}

// What is not in the register signs nothing: then nobody asks for its office.
const selectOffices = `
select k.kid, k.office, coalesce((select jsonb_object_agg(n.contract, n.office) from access.releasing_office_v1 n
  where n.participant = k.participant), '{}') as releasing
from access.signing_key_v1 k where k.kid = any($1::text[])`

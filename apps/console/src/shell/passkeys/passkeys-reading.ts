// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Store } from '@corridor/platform'
import type { Actor } from '../actor'

/** A passkey as the register shows it to its participant. */
export interface PasskeyShown {
  readonly kid: string
  readonly credential: string
  readonly person: string
  readonly personName: string
  readonly participant: string
  readonly office: string
  readonly name: string
  readonly rpId: string
  readonly synced: boolean
  readonly registeredAt: string
  readonly confirmedAt: string | null
  readonly removedAt: string | null
  readonly removalReason: string | null
}

const columns = `kid, credential, person, person_name as "personName", participant, office, name, rp_id as "rpId", synced,
  to_json(registered_at) #>> '{}' as "registeredAt", to_json(confirmed_at) #>> '{}' as "confirmedAt",
  to_json(removed_at) #>> '{}' as "removedAt", removal_reason as "removalReason"`

/** Passkeys of the asker's participant, newest first; all for the operator. */
export function passkeysOf(
  store: Store,
  { participant, kind }: Actor,
): Promise<readonly PasskeyShown[]> {
  return rowsOfQuery<PasskeyShown>(
    store,
    `select ${columns} from access.passkey_v1 where participant = $1 or $2 = 'operator' order by registered_at desc limit 1000`,
    [participant, kind],
  )
}

/** Passkeys of a person that are good. */
export function goodPasskeysOf(store: Store, person: string): Promise<readonly PasskeyShown[]> {
  return rowsOfQuery<PasskeyShown>(
    store,
    `select ${columns} from access.passkey_v1
     where person = $1 and confirmed_at is not null and removed_at is null order by registered_at`,
    [person],
  )
}

/** The passkey with a credential's name, whosoever it is. */
export async function passkeyWith(
  store: Store,
  credential: string,
): Promise<PasskeyShown | undefined> {
  const [row] = await rowsOfQuery<PasskeyShown>(
    store,
    `select ${columns} from access.passkey_v1 where credential = $1`,
    [credential],
  )
  return row
}

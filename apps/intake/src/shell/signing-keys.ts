// SPDX-License-Identifier: Apache-2.0
import { claimOf, type PublicJwk } from '@corridor/message'
import { prepared, type Store } from '@corridor/platform'
import type { PartnerRights } from '../domain/partner-reports'
import type { SenderKey } from '../domain/sender-rights'
import { partnerRights } from './partner-rights'
import { senderOffices } from './sender-offices'

/** So long a key is believed without a look: no longer than the fact of its revocation may be on its way. */
const believedMs = 500
const mostKeys = 10_000

interface KeyRow {
  readonly kid: string
  readonly participant: string
  readonly kind: string
  readonly jwk: PublicJwk
  readonly valid_from: Date
  readonly valid_until: Date
  readonly revoked_from: Date | null
  readonly production: boolean
  readonly suspended: boolean
}

/** Intake's copy of the register's signing keys, looked up for a batch at a time. */
export class SigningKeys {
  /** Written by `forBatch`. Keys that are not known are asked for each time: they may be on their way. */
  private readonly known = new Map<string, { readonly record: KnownKey; readonly until: number }>()

  constructor(private readonly store: Store) {}

  /** The keys that signatures name, of those that may publish: an approver's speaks for nobody. The sender controls the name: it is looked up here, never fetched. */
  async forBatch(signatures: readonly string[]): Promise<readonly SenderKey[]> {
    const kids = [...new Set(signatures.flatMap((signature) => claimOf(signature)?.kid ?? []))]
    // Which office releases a figure is asked each time: what it was named for holds from the answer to its state on.
    const [records, officeOf] = await Promise.all([
      this.records(kids),
      senderOffices(this.store, kids),
    ])
    // What nobody says an office of signs nothing.
    return records.flatMap((record) => {
      const sender = officeOf(record.kid)
      return sender === undefined ? [] : [{ ...record, ...sender }]
    })
  }

  private async records(kids: readonly string[]): Promise<readonly KnownKey[]> {
    const now = performance.now()
    const believed = kids.flatMap((kid) => {
      const known = this.known.get(kid)
      return known !== undefined && known.until > now ? [known.record] : []
    })
    if (believed.length === kids.length) return believed
    const rows = await prepared<KeyRow>(this.store, selectKeys, [kids])
    const partners = rows.filter(({ kind }) => kind === 'partner').map((row) => row.participant)
    const rights = await partnerRights(this.store, [...new Set(partners)])
    const records = rows.map((row) => recordOf(row, rights))
    if (this.known.size > mostKeys) this.known.clear()
    // What a partner may report ends with an agreement: it is asked for anew each time.
    for (const record of records.filter(({ partner }) => partner === null))
      this.known.set(record.kid, { record, until: now + believedMs })
    return records
  }
}

const selectKeys = `select kid, participant, kind, jwk, valid_from, valid_until, revoked_from,
     coalesce(production, false) as production, coalesce(suspended, false) as suspended
   from participant_key left join sender using (participant)
   where kid = any($1) and 'publisher' = any(roles)`

const noRights: PartnerRights = { organisation: null, rights: [] }

/** What is believed of a key for a moment. */
type KnownKey = Omit<SenderKey, 'office' | 'releasing'>

function recordOf(row: KeyRow, rights: ReadonlyMap<string, PartnerRights>): KnownKey {
  return {
    kid: row.kid,
    participant: row.participant,
    jwk: row.jwk,
    validFrom: row.valid_from.toISOString(),
    validUntil: row.valid_until.toISOString(),
    revokedFrom: row.revoked_from?.toISOString() ?? null,
    production: row.production,
    suspended: row.suspended,
    partner: row.kind === 'partner' ? (rights.get(row.participant) ?? noRights) : null,
  }
}

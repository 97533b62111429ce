// SPDX-License-Identifier: Apache-2.0
import { sealNow } from '@corridor/message'
import { rowsOfQuery } from '@corridor/platform'
import type { Actor } from './actor'
import type { Edge } from './edge'

/** What has happened to a key, sealed by the hub; the digest of the payload stands in the journal. */
export interface KeyActText {
  readonly number: number
  readonly kid: string
  readonly act: string
  readonly at: string
  readonly payload: string
  readonly signature: string
}

/** What has happened to the keys of the asker's participant, in order; of everybody's keys for the operator. */
export async function keyHistoryOf(
  { store, environment }: Pick<Edge, 'store' | 'environment'>,
  { participant, kind }: Actor,
): Promise<readonly KeyActText[]> {
  const rows = await rowsOfQuery<Omit<KeyActText, 'signature'>>(store, selectActs, [
    participant,
    kind,
  ])
  const purpose = { typ: 'corridor-receipt', aud: environment.hubId } as const
  return rows.map((row) => {
    const { signature } = sealNow(Buffer.from(row.payload), purpose, environment.keys.signer)
    return { ...row, signature }
  })
}

const selectActs = `
select * from (select position::int as number, kid, act, to_json(at) #>> '{}' as at, convert_from(bytes, 'UTF8') as payload
  from access.key_act_v1 where participant = $1 or $2 = 'operator' order by position desc limit 10000) as newest
order by number`

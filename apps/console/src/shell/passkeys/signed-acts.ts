// SPDX-License-Identifier: Apache-2.0
import type { SignedAct } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { sealNow } from '@corridor/message'
import { rowsOfQuery } from '@corridor/platform'
import type { Actor } from '../actor'
import type { Edge } from '../edge'
import { maySeeAgreement } from '../reading'

/** A signed act with whose key it was, sealed by the hub. */
export interface SignedActText {
  readonly number: number
  readonly act: string
  readonly payload: string
  readonly signature: string
}

interface ProofRow {
  readonly number: number
  readonly act: string
  readonly at: string
  readonly document: Buffer
  readonly signature: string
  readonly signer: SignedAct['signer']
}

/** Each signed act of an agreement, for whoever wants to prove later who signed what with which key; undefined for a stranger. */
export async function signedActsOf(
  { store, environment }: Pick<Edge, 'store' | 'environment'>,
  actor: Actor,
  agreement: string,
): Promise<readonly SignedActText[] | undefined> {
  if (!(await maySeeAgreement(store, actor, agreement))) return undefined
  const rows = await rowsOfQuery<ProofRow>(store, selectProofs, [agreement])
  return rows.map(({ number, act, at, document, signature, signer }) => {
    const data: SignedAct = {
      purpose: act === 'signed' ? 'corridor-agreement' : 'corridor-agreement-act',
      ...{ about: agreement, at, document: document.toString('utf8'), signature, signer },
    }
    const bytes = Buffer.from(canonicalJson(data))
    const purpose = { typ: 'corridor-signed-act', aud: environment.hubId } as const
    const sealed = sealNow(bytes, purpose, environment.keys.signer)
    return { number, act, payload: bytes.toString('utf8'), signature: sealed.signature }
  })
}

const selectProofs = `
select a.number, a.act, to_char(a.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, decode(a.bytes, 'base64') as document,
  a.signature, jsonb_strip_nulls(jsonb_build_object('with', a.signed_with, 'participant', a.by, 'office', coalesce(k.office, p.office),
    'name', coalesce(k.holder, p.person_name), 'kid', a.kid, 'key', coalesce(k.jwk, p.jwk), 'rpId', p.rp_id, 'origin', p.origin)) as signer
from access.agreement_act_v1 a left join access.signing_key_v1 k on k.kid = a.kid and a.signed_with = 'office-key'
  left join access.passkey_v1 p on p.kid = a.kid and a.signed_with = 'passkey'
where a.agreement = $1 and a.bytes is not null and a.signature is not null order by a.number`

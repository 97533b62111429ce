// SPDX-License-Identifier: Apache-2.0
import { canonicalJson, type Outcome } from '@corridor/kernel'
import { seal, type StatementType } from '@corridor/message'
import { signedRequest } from './hub-client'
import type { Profile } from './profile'

/** Signs a statement with the office's key, over its canonical bytes, and brings it to the hub. */
export async function postStatement<Told>(
  profile: Profile,
  {
    typ,
    target,
    statement,
  }: { readonly typ: StatementType; readonly target: string; readonly statement: object },
): Promise<Outcome<Told>> {
  const bytes = Buffer.from(canonicalJson(statement))
  const { signature } = await seal(bytes, { typ, aud: profile.hub.id }, profile.signer)
  const body = Buffer.from(JSON.stringify({ bytes: bytes.toString('base64'), signature }))
  return signedRequest(profile, { method: 'POST', target, body })
}

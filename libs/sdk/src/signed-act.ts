// SPDX-License-Identifier: Apache-2.0
import { validate, type SignedAct } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  actKeyIdOf,
  open,
  passkeyThumbprint,
  statementTypes,
  verifyAct,
  type ActKey,
  type PasskeyJwk,
  type PublicJwk,
  type Sealed,
} from '@corridor/message'
import { recordOf } from './hub-succession'
import type { HubOfProfile } from './profile'

/** A signed act whose two signatures were verified. */
export interface SignedActOpened {
  readonly act: SignedAct
  /** Thumbprint of the hub's key that says whose key it was. */
  readonly hubKid: string
}

/**
 * Verifies offline who signed an act, and with what: the hub's seal says whose key it was when the act was taken, and the act's own
 * signature that this key signed exactly this document, for this purpose and hub. The hub alone cannot make the second.
 */
export async function openSignedAct(
  sealed: Sealed,
  hub: Pick<HubOfProfile, 'id' | 'key' | 'former'>,
): Promise<Outcome<SignedActOpened>> {
  const former = hub.former ?? []
  const keys = await Promise.all(
    [hub.key, ...former.map(({ key }) => key)].map((key) => recordOf(hub.id, key)),
  )
  const keyOf = (kid: string) => keys.find((key) => key.kid === kid)
  const at = new Date()
  const opened = await open(sealed, { typ: 'corridor-signed-act', aud: hub.id, keyOf, at })
  if (!opened.ok) return notGenuine(`the hub ${hub.id} did not seal it: ${opened.refusal.detail}`)
  const act = validate('signed-act', '0.1.0', opened.value.body)
  if (!act.ok) return act
  const until = former[keys.findIndex(({ kid }) => kid === opened.value.kid) - 1]?.until
  // What a former key of the hub seals of later acts may be made by whoever found it.
  if (until !== undefined && Date.parse(act.value.at) > Date.parse(until))
    return notGenuine(`the hub's key was good until ${until}, and the act is of ${act.value.at}`)
  const signed = await isSigned(act.value, hub.id)
  return signed.ok ? accept({ act: act.value, hubKid: opened.value.kid }) : signed
}

async function isSigned(act: SignedAct, aud: string): Promise<Outcome<null>> {
  const { document, signature, signer } = act
  const typ = statementTypes.find((type) => type === act.purpose)
  const key = await actKeyOf(act)
  const named = actKeyIdOf(signature)
  if (typ === undefined || key === undefined || named?.with !== signer.with)
    return notGenuine('it does not say with which key the act was signed')
  const bytes = Buffer.from(document, 'utf8')
  const at = new Date(act.at)
  const verified = await verifyAct({ bytes, signature }, { typ, aud, at, key })
  if (!verified.ok)
    return notGenuine(`${signer.participant} did not sign it: ${verified.refusal.detail}`)
  return verified.value.participant === signer.participant
    ? accept(null)
    : notGenuine('it was signed for another participant')
}

/** The key as a register's record: the hub's seal says that it was good when the act was taken. */
async function actKeyOf({ signer }: SignedAct): Promise<ActKey | undefined> {
  const { kid, participant, key, rpId, origin } = signer
  const life = { validFrom: '1970-01-01T00:00:00Z', revokedFrom: null }
  const jwk = jwkOf(key)
  if (jwk === undefined || (await passkeyThumbprint(jwk)) !== kid) return undefined
  if (signer.with === 'office-key') {
    if (jwk.kty !== 'OKP') return undefined
    const office = { kid, participant, jwk, validUntil: '9999-12-31T00:00:00Z', ...life }
    return { with: 'office-key', key: office }
  }
  if (rpId === undefined || origin === undefined) return undefined
  const person = signer.name ?? kid
  return { with: 'passkey', key: { kid, participant, person, jwk, rpId, origin, ...life } }
}

function jwkOf({ kty, crv, x, y, n, e }: SignedAct['signer']['key']): PasskeyJwk | undefined {
  switch (kty) {
    case 'OKP':
      return x === undefined ? undefined : ({ kty, crv: 'Ed25519', x } satisfies PublicJwk)
    case 'EC':
      return x === undefined || y === undefined || crv !== 'P-256' ? undefined : { kty, crv, x, y }
    case 'RSA':
      return n === undefined || e === undefined ? undefined : { kty, n, e }
  }
}

function notGenuine(why: string): Outcome<never> {
  return refuse('RECEIPT_NOT_OF_THIS_HUB', `this signed act is not genuine: ${why}`)
}

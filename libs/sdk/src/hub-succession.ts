// SPDX-License-Identifier: Apache-2.0
import { validate } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson, thumbprint, verify, type KeyRecord, type PublicJwk } from '@corridor/message'
import { askHub, type SuccessionText } from './hub-client'
import { writeProfile, type HubOfProfile, type Profile } from './profile'

/** How many keys of a hub may follow each other. */
const mostKeys = 100

/**
 * The hub that a profile believes after it has followed the keys that came after the pinned one: each was named by the one before it,
 * so a stranger at the hub's address leads nowhere. The profile is written where something changed.
 */
export async function followHub(profile: Profile): Promise<Outcome<HubOfProfile>> {
  const told = await askHub(profile.hub.http)
  if (!told.ok) return told
  const followed = await follow(profile.hub, told.value.succession ?? [])
  if (followed.key.x !== told.value.key.x)
    return refuse(
      'RECEIPT_NOT_OF_THIS_HUB',
      `the hub ${profile.hub.id} shows a key that the pinned one has not named`,
    )
  if (followed.key.x !== profile.hub.key.x) {
    const { participant, kind, office, validUntil } = profile
    writeProfile(profile.folder, { participant, kind, office, validUntil, hub: followed })
  }
  return accept(followed)
}

/** The hub after its statements of succession, as far as they lead on from the key that is believed. */
export async function follow(
  hub: HubOfProfile,
  succession: readonly SuccessionText[],
): Promise<HubOfProfile> {
  let now = hub
  for (const one of succession.slice(0, mostKeys)) now = (await step(now, one)) ?? now
  return now
}

async function step(
  hub: HubOfProfile,
  { payload, signature }: SuccessionText,
): Promise<HubOfProfile | undefined> {
  const bytes = Buffer.from(payload)
  const key = await recordOf(hub.id, hub.key)
  const keyOf = (kid: string): KeyRecord | undefined => (kid === key.kid ? key : undefined)
  const purpose = { typ: 'corridor-succession', aud: hub.id, at: new Date(), keyOf } as const
  const body = parseJson(bytes)
  const verified = await verify({ bytes, signature }, purpose)
  const said = body.ok ? validate('hub-succession', '0.1.0', body.value) : body
  if (!verified.ok || !said.ok || said.value.hub !== hub.id) return undefined
  const former = [...(hub.former ?? []), { key: hub.key, until: said.value.oldUntil }]
  return { ...hub, key: said.value.key, former }
}

/** The record of a hub's key: who pinned it believes it for ever; what a former one may have signed is judged by its time. */
export async function recordOf(hub: string, jwk: PublicJwk): Promise<KeyRecord> {
  return {
    ...{ kid: await kidOf(jwk), participant: hub, jwk },
    validFrom: '1970-01-01T00:00:00Z',
    validUntil: '9999-12-31T00:00:00Z',
    revokedFrom: null,
  }
}

// One hub, thousands of statements: its key's thumbprint is made once.
const kids = new WeakMap<PublicJwk, Promise<string>>()

function kidOf(key: PublicJwk): Promise<string> {
  const kid = kids.get(key) ?? thumbprint(key)
  kids.set(key, kid)
  return kid
}

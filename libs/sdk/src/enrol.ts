// SPDX-License-Identifier: Apache-2.0
import type { Enrolment } from '@corridor/contracts'
import { accept, canonicalJson, refuse, type Outcome } from '@corridor/kernel'
import { seal } from '@corridor/message'
import { askHub, postSealed, signedRequest } from './hub-client'
import { profileKeys, writeProfile, type ProfileFacts } from './profile'

/** What an office needs to enrol. */
export interface EnrolmentAsk {
  readonly folder: string
  readonly http: string
  readonly code: string
  readonly office: { readonly code: string; readonly name: string }
}

/** What the hub says of an enrolled participant. */
export interface Me {
  readonly participant: string
  readonly kind: string
  readonly office: string
  readonly validUntil: string
  readonly roles?: readonly string[]
}

/**
 * Exchanges a one-time code for an enrolled profile. Safe to repeat after a crash: where the hub has registered these keys already,
 * only the profile is written.
 */
export async function enrol(ask: EnrolmentAsk): Promise<Outcome<ProfileFacts>> {
  const hub = await askHub(ask.http)
  if (!hub.ok) return hub
  const keys = await profileKeys(ask.folder)
  if (!keys.ok) return keys
  const asker = { signer: keys.value.signer, hub: { id: hub.value.id, http: ask.http } }
  const before = await signedRequest<Me>(asker, { method: 'GET', target: '/api/me' })
  const me = before.ok ? before : await exchangeCode(ask, hub.value.id, keys.value)
  if (!me.ok) return me
  const facts = {
    ...me.value,
    hub: { id: hub.value.id, http: ask.http, nats: hub.value.nats, key: hub.value.key },
  }
  writeProfile(ask.folder, facts)
  return accept(facts)
}

type Keys = Extract<Awaited<ReturnType<typeof profileKeys>>, { ok: true }>['value']

async function exchangeCode(ask: EnrolmentAsk, hubId: string, keys: Keys): Promise<Outcome<Me>> {
  const participant = /^([A-Z0-9]{2,16})-/.exec(ask.code.trim().toUpperCase())?.[1]
  if (participant === undefined)
    return refuse('INVITATION_WRONG', 'the enrolment code does not look like one')
  const claim: Enrolment = {
    code: ask.code.trim(),
    participant,
    office: ask.office,
    signingKey: keys.signingKey,
    signinKey: keys.signinKey,
  }
  const sealed = await seal(
    Buffer.from(canonicalJson(claim)),
    { typ: 'corridor-enrolment', aud: hubId },
    keys.signer,
  )
  return postSealed<Me>(new URL('/api/enrolments', ask.http), sealed)
}

// SPDX-License-Identifier: Apache-2.0
import type { Registration } from '@corridor/contracts'
import { accept, canonicalJson, refuse, type Outcome } from '@corridor/kernel'
import { seal } from '@corridor/message'
import type { Me } from './enrol'
import { answerIn, askHub, askOver, postSealed, signedRequest } from './hub-client'
import { profileKeys, writeProfile, type ProfileFacts, type ProfileKeys } from './profile'

/** What somebody says who asks for a place at a hub without a one-time code. */
export interface RegistrationAsk extends Omit<Registration, 'signingKey' | 'signinKey'> {
  readonly folder: string
  readonly http: string
}

/**
 * Asks the registrar for a place, or looks whether it was given: safe to repeat. Until the registrar has approved it is refused with
 * REGISTRATION_WAITING; then the profile is written.
 */
export async function register(ask: RegistrationAsk): Promise<Outcome<ProfileFacts>> {
  const hub = await askHub(ask.http)
  if (!hub.ok) return hub
  const keys = await profileKeys(ask.folder)
  if (!keys.ok) return keys
  const asker = { signer: keys.value.signer, hub: { id: hub.value.id, http: ask.http } }
  const me = await signedRequest<Me>(asker, { method: 'GET', target: '/api/me' })
  if (!me.ok) return standing(ask, hub.value.id, keys.value)
  const { id, nats, key } = hub.value
  const facts = { ...me.value, hub: { id, http: ask.http, nats, key } }
  writeProfile(ask.folder, facts)
  return accept(facts)
}

async function standing(
  ask: RegistrationAsk,
  hubId: string,
  keys: ProfileKeys,
): Promise<Outcome<never>> {
  const stands = new URL(`/api/registrations/${keys.kid}`, ask.http)
  const asked = await answerIn<string>(await askOver(stands, { method: 'GET' }))
  if (!asked.ok && asked.refusal.code === 'NOT_FOUND') return apply(ask, hubId, keys)
  if (!asked.ok) return asked
  return refuse('NOT_ENROLLED', 'the registration was approved, and its key is valid no more')
}

async function apply(
  { folder: _folder, http, ...claim }: RegistrationAsk,
  hubId: string,
  { signingKey, signinKey, signer }: ProfileKeys,
): Promise<Outcome<never>> {
  const registration: Registration = { ...claim, signingKey, signinKey }
  const sealed = await seal(
    Buffer.from(canonicalJson(registration)),
    { typ: 'corridor-registration', aud: hubId },
    signer,
  )
  const told = await postSealed<{ kid: string }>(new URL('/api/registrations', http), sealed)
  return told.ok ? refuse('REGISTRATION_WAITING', 'the registrar has yet to decide') : told
}

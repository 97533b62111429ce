// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson, publicHalf, type PublicJwk } from '@corridor/message'
import type { HubOfProfile } from '@corridor/sdk'
import type { Call } from '../command'
import { clean } from '../output/clean'
import { profileOfCall } from '../profile-of-call'

/** The hub whose key a verification relies on, and from where the key is known. */
export interface TrustedHub {
  readonly id: string
  readonly key: PublicJwk
  readonly from: string
  /** Keys that the hub had before, each until when it is believed. */
  readonly former?: HubOfProfile['former']
}

/** The pinned hub of the profile, or the key of a file. Never a key that the statement itself brings. */
export async function trustedHub(call: Call, namedHub: string): Promise<Outcome<TrustedHub>> {
  const file = call.option('hub-key')
  if (file !== undefined) return ofFile(resolve(call.world.folder, file), namedHub)
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const { id, key, former } = profile.value.hub
  const past = former === undefined ? {} : { former }
  return accept({
    id,
    key,
    ...past,
    from: `the key that profile ${profile.value.name} was enrolled with`,
  })
}

function ofFile(file: string, namedHub: string): Outcome<TrustedHub> {
  const body = readJson(file)
  if (!body.ok) return body
  const hub = memberOf(body.value, 'hub') ?? body.value
  const key = jwkOf(memberOf(hub, 'key') ?? hub)
  if (key === undefined)
    return refuse('COMMAND_WRONG', `${clean(file)} holds no public Ed25519 key (JWK)`)
  const id = memberOf(hub, 'id')
  // A bare key names no hub; then the statement's own name is believed, since this very key vouches for it.
  return accept({ id: typeof id === 'string' ? id : namedHub, key, from: `the key in ${file}` })
}

function readJson(file: string): Outcome<unknown> {
  try {
    const body = parseJson(readFileSync(file))
    return body.ok ? body : refuse('COMMAND_WRONG', `${clean(file)} is not JSON`)
  } catch {
    return refuse('COMMAND_WRONG', `the key file ${clean(file)} is not there or cannot be read`)
  }
}

function jwkOf(value: unknown): PublicJwk | undefined {
  const x = memberOf(value, 'x')
  const isKey = memberOf(value, 'kty') === 'OKP' && memberOf(value, 'crv') === 'Ed25519'
  return isKey && typeof x === 'string' ? publicHalf({ kty: 'OKP', crv: 'Ed25519', x }) : undefined
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

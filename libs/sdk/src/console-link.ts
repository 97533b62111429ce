// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { canonicalJson } from '@corridor/kernel'
import { seal } from '@corridor/message'
import type { Profile } from './profile'

/** Seconds that a console link can be opened. */
const linkSeconds = 300

/** A link that opens the console once as this profile's participant; made with the profile's key, nothing is asked of the hub. */
export async function consoleLink(profile: Profile): Promise<string> {
  const expires = new Date(Date.now() + linkSeconds * 1_000).toISOString()
  const bytes = Buffer.from(
    canonicalJson({ nonce: randomBytes(16).toString('base64url'), expires }),
  )
  const { signature } = await seal(
    bytes,
    { typ: 'corridor-link', aud: profile.hub.id },
    profile.signer,
  )
  const url = new URL('/enter', profile.hub.http)
  url.searchParams.set('pass', `${bytes.toString('base64url')}~${signature}`)
  return url.toString()
}

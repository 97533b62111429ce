// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import type { Settings } from './settings'

/** The OpenID Connect provider that says who people are, and as whom the console asks it. */
export interface SignInEnvironment {
  readonly issuer: string
  readonly client: string
  readonly secret: string
}

/** Of the settings, what the console needs to sign people in; the secret is read from its file, once. */
export function signInOf(settings: Settings): {
  readonly publicAddress?: string
  readonly signIn?: SignInEnvironment
} {
  const { publicAddress, signIn } = settings
  const address = publicAddress === undefined ? {} : { publicAddress }
  if (signIn === undefined) return address
  const { issuer, client, secretFile } = signIn
  const secret = readFileSync(secretFile, 'utf8').trim()
  return { ...address, signIn: { issuer, client, secret } }
}

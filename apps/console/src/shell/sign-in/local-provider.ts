// SPDX-License-Identifier: Apache-2.0
import { createHmac, generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { readOrMakeKey } from '@corridor/platform'
import type { Provider } from 'oidc-provider'

/** The one client of the local provider: this console. */
export interface LocalClient {
  readonly id: string
  readonly secret: string
}

/** The OpenID Connect provider that the hub brings where no other is set. Its state is short-lived and lies at access. */
export interface LocalProvider {
  readonly issuer: string
  readonly client: LocalClient
  readonly provider: Provider
}

const minute = 60

/** Where the provider lives, and what it needs to go on after a restart. */
export interface ProviderGround {
  /** The console's own address. */
  readonly address: string
  readonly keysFolder: string
  /** The console's secret; what the provider needs to keep to itself is derived from it. */
  readonly secret: Uint8Array
  /** Where its state lies, a memory for each of its models. */
  readonly memory: (model: string) => object
}

/** Makes the provider below the console's own address. Keys and state outlive this process: a sign-in that was begun goes on. */
export async function makeLocalProvider(ground: ProviderGround): Promise<LocalProvider> {
  const { Provider } = await import('oidc-provider')
  const { address, keysFolder } = ground
  const issuer = `${address}/oidc`
  const client = { id: 'corridor-console', secret: derived(ground, 'client') }
  const key = JSON.parse(await readOrMakeKey(join(keysFolder, 'sign-in.jwk'), newKey)) as object
  const provider = new Provider(issuer, configurationOf(ground, client, key))
  return { issuer, client, provider }
}

function derived({ secret }: ProviderGround, name: string): string {
  return createHmac('sha256', secret).update(`corridor sign-in ${name}`).digest('base64url')
}

function configurationOf(ground: ProviderGround, { id, secret }: LocalClient, key: object): object {
  const { address, memory } = ground
  const cookie = { signed: true, httpOnly: true, sameSite: 'lax', secure: isSecure(address) }
  return {
    clients: [
      {
        client_id: id,
        client_secret: secret,
        redirect_uris: [`${address}/sign-in/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys: [key] },
    adapter: memory,
    cookies: { keys: [derived(ground, 'cookies')], short: cookie, long: cookie },
    features: { devInteractions: { enabled: false } },
    interactions: {
      url: (_: unknown, { uid }: { readonly uid: string }) => `/sign-in/local/${uid}`,
    },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => Promise.resolve({ sub }),
    }),
    loadExistingGrant: grantToConsole,
    ttl: {
      ...{ Interaction: 10 * minute, AuthorizationCode: minute, AccessToken: minute },
      // The console has the session; here nothing is remembered, so the next sign-in asks again.
      ...{ IdToken: minute, Grant: minute, Session: minute },
    },
  }
}

/** People are not asked whether the console may know who they are: it is the hub's own. */
async function grantToConsole(context: {
  readonly oidc: {
    readonly client: { readonly clientId: string }
    readonly session: { readonly accountId: string }
    readonly provider: Provider
  }
}): Promise<object> {
  const { client, session, provider } = context.oidc
  const { clientId } = client
  const grant = new provider.Grant({ accountId: session.accountId, clientId })
  grant.addOIDCScope('openid')
  await grant.save()
  return grant
}

function newKey(): Promise<string> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const key = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }
  return Promise.resolve(JSON.stringify(key))
}

/** True where cookies of an address may ask for an encrypted way. */
export function isSecure(address: string): boolean {
  return address.startsWith('https:')
}

// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Provider } from 'oidc-provider'

/** The one client of the local provider: this console. */
export interface LocalClient {
  readonly id: string
  readonly secret: string
}

/** The OpenID Connect provider that the hub brings where no other is set. Its state is short-lived and stays in this process. */
export interface LocalProvider {
  readonly issuer: string
  readonly client: LocalClient
  readonly provider: Provider
}

const minute = 60

/** Makes the provider below the console's own address. */
export async function makeLocalProvider(address: string): Promise<LocalProvider> {
  const { Provider } = await import('oidc-provider')
  const issuer = `${address}/oidc`
  const client = { id: 'corridor-console', secret: randomBytes(32).toString('base64url') }
  const provider = new Provider(issuer, configurationOf(address, client))
  return { issuer, client, provider }
}

function configurationOf(address: string, { id, secret }: LocalClient): object {
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
    jwks: { keys: [newKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')], short: cookie, long: cookie },
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

function newKey(): object {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }
}

/** True where cookies of an address may ask for an encrypted way. */
export function isSecure(address: string): boolean {
  return address.startsWith('https:')
}

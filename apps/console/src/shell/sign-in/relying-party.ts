// SPDX-License-Identifier: Apache-2.0
import type { ClientAuth, Configuration } from 'openid-client'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { jwtVerify, SignJWT } from 'jose'

/** The provider that says who people are, and as whom this console asks it. */
export interface SignInProvider {
  readonly issuer: string
  readonly client: string
  readonly secret: string
}

/** Where somebody is sent to sign in, and what this console remembers of it in a cookie until they are back. */
export interface Departure {
  readonly url: URL
  readonly cookie: string
}

/** What somebody wants of a sign-in. */
export interface Wish {
  /** The page of this hub to go on to. */
  readonly to: string
  /** True where the provider shall ask who it is again, whatever it remembers. */
  readonly fresh: boolean
}

/** Who has come back. */
export interface Arrival {
  /** As the provider names the person. */
  readonly subject: string
  readonly to: string
  /** When the provider asked who it is; null where it was not told to ask anew. */
  readonly signedInAt: Date | null
}

const loopback = ['localhost', '127.0.0.1', '[::1]']

interface Departed extends Wish {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

const wrong = refuse('SIGN_IN_WRONG', 'the sign-in did not succeed; begin again')

/** Seconds that a sign-in may take. */
export const signInSeconds = 600

/** How long is believed what a provider says of itself: it changes keys and algorithms without telling. */
const believedMs = 600_000

/** Seconds for which a provider that shall ask anew may rely on what it asked before. */
const freshSeconds = 60

/** The console as an OpenID Connect relying party: code flow with PKCE, state and nonce. */
export class RelyingParty {
  /** What the provider says of itself, and until when that is believed; written when it is asked, and anew after a sign-in that failed. */
  private found: Promise<Configuration> | null = null
  private until = 0

  constructor(
    private readonly provider: SignInProvider,
    private readonly place: { readonly address: string; readonly secret: Uint8Array },
  ) {}

  /** The issuer as people are registered under it. */
  get issuer(): string {
    return this.provider.issuer
  }

  async depart({ to, fresh }: Wish): Promise<Departure> {
    const client = await import('openid-client')
    const configuration = await this.configuration()
    const state = client.randomState()
    const nonce = client.randomNonce()
    const verifier = client.randomPKCECodeVerifier()
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.place.address}/sign-in/callback`,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...{ state, nonce },
      ...(fresh ? { prompt: 'login', max_age: String(freshSeconds) } : {}),
    })
    const cookie = await new SignJWT({ state, nonce, verifier, to, fresh })
      .setProtectedHeader({ alg: 'HS256', typ: 'corridor-signing-in' })
      .setExpirationTime(`${String(signInSeconds)}s`)
      .sign(this.place.secret)
    return { url, cookie }
  }

  /** Who came back, as the provider says: its subject. Whoever did not depart from this browser is nobody. */
  async arrive(query: string, cookie: string): Promise<Outcome<Arrival, 'SIGN_IN_WRONG'>> {
    const departed = await this.departed(cookie)
    if (departed === null) return wrong
    const { state, nonce, verifier, to, fresh } = departed
    try {
      const client = await import('openid-client')
      const back = new URL(`${this.place.address}/sign-in/callback${query}`)
      const tokens = await client.authorizationCodeGrant(await this.configuration(), back, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
        // The provider then has to say when it asked, and openid-client that it was lately.
        ...(fresh ? { maxAge: freshSeconds } : {}),
      })
      const claims = tokens.claims()
      const asked = claims?.auth_time
      const signedInAt = fresh && asked !== undefined ? new Date(asked * 1_000) : null
      if (claims !== undefined) return accept({ subject: claims.sub, to, signedInAt })
    } catch {
      // What went wrong tells an attacker more than it helps a person: begin again. The provider may have changed since it was asked.
      this.found = null
    }
    return wrong
  }

  /** What this console remembers of a sign-in that began in this browser; null where none did, or too long ago. */
  private async departed(cookie: string): Promise<Departed | null> {
    try {
      const options = { algorithms: ['HS256'], typ: 'corridor-signing-in' }
      const { payload } = await jwtVerify<Departed>(cookie, this.place.secret, options)
      return payload
    } catch {
      return null
    }
  }

  private configuration(): Promise<Configuration> {
    if (Date.now() >= this.until) this.found = null
    if (this.found === null) this.until = Date.now() + believedMs
    this.found ??= this.discover().catch((cause: unknown) => {
      this.found = null
      throw new Error('could not reach the provider of sign-ins', { cause })
    })
    return this.found
  }

  private async discover(): Promise<Configuration> {
    const client = await import('openid-client')
    const { issuer, client: id, secret } = this.provider
    const server = new URL(issuer)
    // Only the loopback goes without TLS: there nobody listens in between.
    const open = server.protocol === 'http:' && loopback.includes(server.hostname)
    // For the embedded provider alone, whose address is this machine's own.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so by openid-client to warn whoever uses it; it has no other way to go without TLS
    const options = open ? { execute: [client.allowInsecureRequests] } : {}
    const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)]
    // A provider says which way it takes the secret; where it says nothing, the standard says basic.
    const inItsWay: ClientAuth = (provider, ...rest) => {
      const ways = provider.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
      const auth = ways.includes('client_secret_basic') ? basic : post
      auth(provider, ...rest)
    }
    return client.discovery(server, id, undefined, inItsWay, options)
  }
}

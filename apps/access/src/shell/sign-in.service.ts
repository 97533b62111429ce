// SPDX-License-Identifier: Apache-2.0
import {
  connectBus,
  ensureParticipant,
  reasonOf,
  serviceContext,
  type ServiceContext,
} from '@corridor/platform'
import { nkeyOf, nkeySigned } from '@corridor/message'
import { encodeAuthorizationResponse, encodeUser } from '@nats-io/jwt'
import { fromSeed, type KeyPair } from '@nats-io/nkeys'
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import type { Msg, NatsConnection } from 'nats'
import { agreedContracts } from './agreed-contracts'
import { addressesOf, brokerRights } from '../domain/rights'
import { participantTable, signinKeyTable } from './tables'

/** Seconds that a sign-in lasts; the client signs in again by itself. The jitter spreads a reconnect storm. */
const signInSeconds = 3_600
const jitterSeconds = 600
/** Of a partner, whose rights come and go with its agreements: it signs in again soon, and is judged anew. */
const partnerSeconds = 300

interface SignInRequest {
  readonly user_nkey: string
  readonly server_id: { readonly id: string }
  readonly client_info: { readonly nonce?: string }
  readonly connect_opts: { readonly nkey?: string; readonly sig?: string }
}

/** Signs participants in to the broker (NATS auth callout) and gives them the rights of the register. */
@Injectable()
export class SignInService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written at bootstrap only. */
  private connection: NatsConnection | null = null

  /** Whose word the broker takes. */
  private readonly issuer: KeyPair

  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {
    this.issuer = issuerOf(context.environment.keys.seeds.issuer)
  }

  async onApplicationBootstrap(): Promise<void> {
    const { environment } = this.context
    this.connection = await connectBus({
      url: environment.natsUrl,
      name: 'signin',
      seed: environment.keys.seeds.callout,
    })
    this.connection.subscribe('$SYS.REQ.USER.AUTH', {
      queue: 'access',
      callback: (error, message) => {
        if (error === null) void this.answer(message)
      },
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection?.drain()
  }

  private async answer(message: Msg): Promise<void> {
    try {
      const request = requestOf(message.string())
      const jwt = await this.userJwt(request)
      const granted = jwt === null ? { error: 'sign-in refused' } : { jwt }
      const response = await encodeAuthorizationResponse(
        request.user_nkey,
        request.server_id.id,
        this.issuer,
        granted,
        {},
      )
      message.respond(response)
    } catch (error) {
      // No answer is a refusal: the server lets the connection time out.
      this.context.log.error('a sign-in could not be judged', { reason: reasonOf(error) })
    }
  }

  private async userJwt(request: SignInRequest): Promise<string | null> {
    const nkey = provenKey(request)
    const key =
      nkey === null
        ? null
        : await this.context.store.getRepository(signinKeyTable).findOneBy({ nkey })
    const now = this.context.clock()
    if (key === null || now < key.validFrom || now >= key.validUntil) return null
    if (key.revokedFrom !== null && now >= key.revokedFrom) return null
    const who = await this.context.store
      .getRepository(participantTable)
      .findOneByOrFail({ id: key.participant })
    if (who.suspendedSince !== null) return null
    const agreed =
      who.kind === 'partner' ? await agreedContracts(this.context.store, who.id, now) : []
    const signingIn = { participant: who.id, kind: who.kind, office: key.office }
    const rights = brokerRights(signingIn, agreed)
    const lasts =
      who.kind === 'partner'
        ? partnerSeconds
        : signInSeconds + Math.floor(Math.random() * jitterSeconds)
    const exp = Math.min(
      Math.floor(now.getTime() / 1_000) + lasts,
      Math.floor(key.validUntil.getTime() / 1_000),
    )
    // Within the key's last second: the broker would only take it to end it.
    if (exp * 1_000 <= now.getTime()) return null
    const limits = {
      pub: { allow: [...rights.publish], deny: [] },
      sub: { allow: [...rights.subscribe], deny: [] },
    }
    // JetStream may have been lost: whoever signs in finds its streams and its durables.
    const jsm = await this.context.bus.jetstreamManager()
    for (const address of addressesOf(signingIn)) await ensureParticipant(jsm, address)
    this.context.log.info('a participant signed in', { participant: who.id, office: key.office })
    // By this name its live connections are found when it may sign in no more.
    return encodeUser(
      `${who.id}/${key.office}/${key.nkey}`,
      request.user_nkey,
      this.issuer,
      limits,
      {
        aud: 'EDGE',
        exp,
      },
    )
  }
}

function requestOf(token: string): SignInRequest {
  // The server signed this token and is the only one in the AUTH account that sends here.
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
  return (JSON.parse(claims) as { nats: SignInRequest }).nats
}

/** The issuing account as the writer of sign-ins wants it; every key that is used here is worked by OpenSSL. */
function issuerOf(seed: string): KeyPair {
  const { publicKey, sign } = nkeyOf(seed)
  const getPublicKey = (): string => publicKey
  // The writer asks for the private key only to see that there is one.
  const getPrivateKey = (): Uint8Array => Buffer.from(seed)
  return Object.assign(fromSeed(Buffer.from(seed)), { getPublicKey, getPrivateKey, sign })
}

/**
 * The public nkey that the client has proved to hold, or null. The server does not check this signature for callout users:
 * without our own check anybody could sign in under another's public key.
 */
function provenKey({
  connect_opts: { nkey, sig },
  client_info: { nonce },
}: SignInRequest): string | null {
  if (nkey === undefined || sig === undefined || nonce === undefined || nonce === '') return null
  try {
    const proven = nkeySigned(nkey, Buffer.from(nonce), Buffer.from(sig, 'base64url'))
    return proven ? nkey : null
  } catch {
    return null
  }
}

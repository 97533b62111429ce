// SPDX-License-Identifier: Apache-2.0
import {
  claimOf,
  requestBytes,
  requestHeaders,
  requestWindowSeconds,
  signatureHeader,
  verify,
} from '@corridor/message'
import { Refused } from '@corridor/platform'
import { refuse } from '@corridor/kernel'
import {
  createParamDecorator,
  Inject,
  Injectable,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common'
import type { Request } from 'express'
import { findActor, suspended, type Actor } from './actor'
import { actorOfToken } from './token'
import { edgeToken, type Edge } from './edge'

/** A request whose signature was verified. */
export interface SignedHttp extends Request {
  actor?: Actor
}

/** The parts of a signed request, as they travel to the owner of an act, who verifies them again. */
export interface Proof {
  readonly method: string
  readonly target: string
  readonly date: string
  readonly nonce: string
  readonly body: string
  readonly signature: string
}

/** Lets a request pass that a registered, valid key has signed just now. Acts are proved again by their owner, who serves each nonce once. */
@Injectable()
export class SignedRequestGuard implements CanActivate {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedHttp>()
    const token = /^Bearer ([A-Za-z0-9_.-]{1,2048})$/.exec(request.get('authorization') ?? '')?.[1]
    if (token !== undefined) return this.byToken(request, token)
    const proof = partsOf(request)
    const kid = claimOf(proof.signature)?.kid
    const found = kid === undefined ? null : await findActor(this.edge.store, kid)
    const at = this.edge.clock()
    const bytes = requestBytes({ ...proof, body: bodyOf(request) })
    const verified = await verify(
      { bytes, signature: proof.signature },
      { typ: 'corridor-request', aud: this.edge.environment.hubId, at, keyOf: () => found?.key },
    )
    if (!verified.ok) throw new Refused(verified.refusal)
    const awaySeconds = Math.abs(Date.parse(proof.date) - at.getTime()) / 1_000
    if (!(awaySeconds <= requestWindowSeconds)) {
      throw new Refused(
        refuse(
          'REQUEST_STALE',
          `the request is of ${proof.date}, the hub's clock says ${at.toISOString()}`,
        ).refusal,
      )
    }
    if (found?.actor.suspended === true) throw new Refused(suspended(found.actor).refusal)
    if (found !== null) request.actor = found.actor
    return true
  }

  /** A token reads and does nothing else: whoever is to prove an act later needs the signature over it. */
  private async byToken(request: SignedHttp, token: string): Promise<boolean> {
    const actor = await actorOfToken(this.edge, token)
    if (actor === null)
      throw new Refused(
        refuse('SIGN_IN_WRONG', 'the token is not one of this hub, or has ended').refusal,
      )
    if (request.method !== 'GET')
      throw new Refused(refuse('NOT_ALLOWED', 'a token reads: sign the request to do this').refusal)
    request.actor = actor
    return true
  }
}

/** The signed parts of a request. */
export function proofOf(request: Request): Proof {
  return { ...partsOf(request), body: bodyOf(request).toString('base64') }
}

// Without the body, which may be a large file.
function partsOf(request: Request): Omit<Proof, 'body'> {
  return {
    method: request.method,
    target: request.originalUrl,
    date: request.get(requestHeaders.date) ?? '',
    nonce: request.get(requestHeaders.nonce) ?? '',
    signature: request.get(signatureHeader) ?? '',
  }
}

/** The bytes of a body, exactly as sent. */
export function bodyOf(request: Request): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
}

/** The verified actor of a request. */
export const Signed = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<SignedHttp>()
  if (actor === undefined) throw new Error('could not tell who asks: the guard did not run')
  return actor
})

// SPDX-License-Identifier: Apache-2.0
import { createPublicKey } from 'node:crypto'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { command } from '@corridor/platform'
import { decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import { findActor, isUsable, suspended, type Actor } from './actor'
import type { Edge } from './edge'

/** Seconds that a token is good, and that an assertion may be old or young. */
export const tokenSeconds = 300

/** What RFC 7523 (section 2.2) calls an assertion of this kind. */
export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/**
 * Exchanges an assertion that a registered key has signed (RFC 7523, section 2.2) for a short token. `iss` and `sub` are the
 * thumbprint of the key, `aud` is the hub's id, `exp` at most five minutes away, and `jti` serves once.
 */
export async function exchange(edge: Edge, assertion: string): Promise<Outcome<string>> {
  const wrong = refuse('SIGN_IN_WRONG', 'the assertion is not one of a registered key for this hub')
  const kid = kidOf(assertion)
  const found = kid === undefined ? null : await findActor(edge.store, kid)
  const now = edge.clock()
  if (found === null || !isUsable(found.key, now)) return wrong
  if (found.actor.suspended) return suspended(found.actor)
  const claims = await verifiedClaims(assertion, found.key.jwk, edge)
  if (claims === undefined || claims.iss !== kid || claims.sub !== kid) return wrong
  const { exp = 0, jti = '' } = claims
  const farthest = now.getTime() / 1_000 + tokenSeconds
  if (exp > farthest || !/^[A-Za-z0-9_-]{16,128}$/.test(jti)) return wrong
  const once = await command<boolean>(edge.bus, 'access.command.redeem-link.v1', {
    nonce: `assertion:${found.actor.kid}:${jti}`,
    expires: new Date((exp + 60) * 1_000).toISOString(),
  })
  if (!once.ok || !once.value)
    return refuse('REQUEST_REPLAYED', 'this assertion was exchanged already')
  return accept(await tokenFor(found.actor.kid, edge))
}

/** Who asks with a token: for reading only, and only as long as its key is good. */
export async function actorOfToken(edge: Edge, token: string): Promise<Actor | null> {
  try {
    const { payload } = await jwtVerify(token, edge.sessionSecret, {
      ...{ algorithms: ['HS256'], audience: edge.environment.hubId, typ: 'corridor-token' },
    })
    const found = await findActor(edge.store, payload.sub ?? '')
    if (found === null || found.actor.suspended) return null
    return isUsable(found.key, edge.clock()) ? found.actor : null
  } catch {
    return null
  }
}

function tokenFor(kid: string, { environment, sessionSecret }: Edge): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', typ: 'corridor-token' })
    .setSubject(kid)
    .setAudience(environment.hubId)
    .setExpirationTime(`${String(tokenSeconds)}s`)
    .sign(sessionSecret)
}

// The sender controls the key id: it only chooses which registered key the signature is checked with.
function kidOf(assertion: string): string | undefined {
  try {
    const { kid } = decodeProtectedHeader(assertion)
    return kid === decodeJwt(assertion).sub && /^[A-Za-z0-9_-]{43}$/.test(kid ?? '')
      ? kid
      : undefined
  } catch {
    return undefined
  }
}

async function verifiedClaims(assertion: string, { x }: { readonly x: string }, edge: Edge) {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    const { payload } = await jwtVerify(assertion, key, {
      algorithms: ['Ed25519', 'EdDSA'],
      audience: edge.environment.hubId,
      requiredClaims: ['exp', 'jti', 'iss', 'sub'],
      currentDate: edge.clock(),
    })
    return payload
  } catch {
    return undefined
  }
}

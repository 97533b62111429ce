// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jwtVerify, SignJWT } from 'jose'

/** The name of the session cookie. */
export const sessionCookie = 'corridor_session'

/** Seconds that a session lasts. */
export const sessionSeconds = 8 * 3_600

/** Reads the secret that signs session cookies, making it at the first start. */
export function sessionSecret(keysFolder: string): Uint8Array {
  const file = join(keysFolder, 'session.secret')
  if (!existsSync(file)) {
    const beside = `${file}.${String(process.pid)}.new`
    writeFileSync(beside, randomBytes(32), { mode: 0o600 })
    renameSync(beside, file)
  }
  return readFileSync(file)
}

/** A session: whose key opened it. Rights are looked up anew at every request. */
export async function makeSession(kid: string, hubId: string, secret: Uint8Array): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', typ: 'corridor-session' })
    .setSubject(kid)
    .setAudience(hubId)
    .setIssuedAt()
    .setExpirationTime(`${String(sessionSeconds)}s`)
    .sign(secret)
}

/** The key that opened the session of a request's cookies, or null where there is no good session. */
export async function readSession(
  cookies: string | undefined,
  hubId: string,
  secret: Uint8Array,
): Promise<string | null> {
  const token = /(?:^|;\s*)corridor_session=([A-Za-z0-9_.-]+)/.exec(cookies ?? '')?.[1]
  if (token === undefined) return null
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: ['HS256'],
      audience: hubId,
      typ: 'corridor-session',
    })
    return payload.sub ?? null
  } catch {
    return null
  }
}

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

/** Whose session it is. */
export interface Session {
  /** The key that opened it, or `person:` and the id of a person. */
  readonly subject: string
  /** When the person signed in, where the provider was told to ask anew; null for every other session. */
  readonly signedInAt: Date | null
}

/** A session: whose key opened it. Rights are looked up anew at every request. */
export async function makeSession(
  { subject, signedInAt }: Session,
  hubId: string,
  secret: Uint8Array,
): Promise<string> {
  const fresh = signedInAt === null ? {} : { fresh: signedInAt.getTime() }
  return new SignJWT(fresh)
    .setProtectedHeader({ alg: 'HS256', typ: 'corridor-session' })
    .setSubject(subject)
    .setAudience(hubId)
    .setIssuedAt()
    .setExpirationTime(`${String(sessionSeconds)}s`)
    .sign(secret)
}

/** The session of a request's cookies, or null where there is no good one. */
export async function readSession(
  cookies: string | undefined,
  hubId: string,
  secret: Uint8Array,
): Promise<Session | null> {
  const token = /(?:^|;\s*)corridor_session=([A-Za-z0-9_.-]+)/.exec(cookies ?? '')?.[1]
  if (token === undefined) return null
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: ['HS256'],
      audience: hubId,
      typ: 'corridor-session',
    })
    const { sub: subject, fresh } = payload
    const signedInAt = typeof fresh === 'number' ? new Date(fresh) : null
    return subject === undefined ? null : { subject, signedInAt }
  } catch {
    return null
  }
}

// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HubSuccession } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { newSigningKey, publicHalf, seal, signerOf, type PrivateJwk } from '@corridor/message'

/** A statement of succession as it is told: the signed bytes as text, and the signature of the key that went. */
export interface SuccessionText {
  readonly payload: string
  readonly signature: string
}

const files = { key: 'hub.jwk', next: 'hub.jwk.next', succession: 'hub-succession.json' } as const
const dayMs = 86_400_000

/**
 * Makes the hub's next key, and a statement about it that the present one signs. The hub must not run: it uses the new key from its
 * next start on. Whoever pinned the old key follows; what the old one signed until `keepDays` from now stays good. Gives the new kid.
 */
export async function rotateHubKey(
  folder: string,
  { hubId, keepDays, at }: { readonly hubId: string; readonly keepDays: number; readonly at: Date },
): Promise<string> {
  finishRotation(folder)
  // Written by `hubKeys` and by this function only.
  const old = JSON.parse(readFileSync(join(folder, files.key), 'utf8')) as PrivateJwk
  const { privateJwk, publicJwk, kid } = await newSigningKey()
  writeSecret(join(folder, files.next), JSON.stringify(privateJwk))
  const said: HubSuccession = {
    ...{ hub: hubId, key: publicJwk, at: at.toISOString() },
    oldUntil: new Date(at.getTime() + keepDays * dayMs).toISOString(),
  }
  const payload = canonicalJson(said)
  const purpose = { typ: 'corridor-succession', aud: hubId } as const
  const { signature } = await seal(Buffer.from(payload), purpose, await signerOf(old))
  const told = [...readSuccession(folder), { payload, signature }]
  writeSecret(join(folder, files.succession), JSON.stringify(told))
  finishRotation(folder)
  return kid
}

/** Where a rotation was cut off after its statement was written, the new key takes its place; before that it never was. */
export function finishRotation(folder: string): void {
  const next = join(folder, files.next)
  if (!existsSync(next)) return
  const { x } = publicHalf(JSON.parse(readFileSync(next, 'utf8')) as PrivateJwk)
  const last = readSuccession(folder).at(-1)
  if (last === undefined) return
  const said = JSON.parse(last.payload) as HubSuccession
  if (said.key.x === x) renameSync(next, join(folder, files.key))
}

/** The statements of succession of a hub, the oldest first. */
export function readSuccession(folder: string): readonly SuccessionText[] {
  const file = join(folder, files.succession)
  if (!existsSync(file)) return []
  // Written by `rotateHubKey` only.
  return JSON.parse(readFileSync(file, 'utf8')) as readonly SuccessionText[]
}

function writeSecret(file: string, text: string): void {
  const beside = `${file}.${String(process.pid)}.new`
  writeFileSync(beside, text, { mode: 0o600 })
  renameSync(beside, file)
}

// SPDX-License-Identifier: Apache-2.0
import { createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { readOrMakeKey } from '../read-or-make-key'
import { rowsOfQuery, type Store } from './open-store'

/** A key that wraps the data keys of stored messages, with the name that rows know it by. */
export interface StorageKey {
  readonly id: string
  readonly key: KeyObject
}

/** The keys of `storage.key`: the first wraps, each can unwrap. */
export interface StorageKeys {
  readonly current: StorageKey
  readonly byId: ReadonlyMap<string, StorageKey>
}

/**
 * Reads the storage keys from a file outside PostgreSQL, making it at the first start. One key a line, 32 bytes in base64url; to
 * exchange the key, put a new line first, and take the old one out when the hub says that nothing is under it any more.
 */
export async function storageKeys(file: string): Promise<StorageKeys> {
  const text = await readOrMakeKey(file, () =>
    Promise.resolve(`${randomBytes(32).toString('base64url')}\n`),
  )
  return storageKeysOf(text, file)
}

/** The storage keys that a text holds; a RangeError with a plain sentence where it holds something else. */
export function storageKeysOf(text: string, file = 'storage.key'): StorageKeys {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const keys = lines.map((line, i) => storageKeyOf(line.trim(), `${file}, line ${String(i + 1)}`))
  const [current] = keys
  if (current === undefined) throw new RangeError(`could not read ${file}: there is no key in it`)
  return { current, byId: new Map(keys.map((key) => [key.id, key])) }
}

function storageKeyOf(line: string, place: string): StorageKey {
  const bytes = Buffer.from(line, 'base64url')
  if (bytes.length !== 32 || bytes.toString('base64url') !== line)
    throw new RangeError(`could not read ${place}: it is not 32 bytes in base64url`)
  // The name follows from the key, so that no row can name another key by mistake.
  const id = createHash('sha256').update('corridor storage key ').update(bytes).digest('base64url')
  return { id: id.slice(0, 16), key: createSecretKey(bytes) }
}

/** Fails with a plain sentence where stored messages are under a key that is not at hand. Nothing is changed. */
export async function expectStorageKeys(store: Store, keys: StorageKeys): Promise<void> {
  // A service may start before intake has ever been there.
  const [intake] = await rowsOfQuery<{ there: boolean }>(
    store,
    `select to_regclass('intake.storage_key_v1') is not null as there`,
  )
  if (intake?.there !== true) return
  const rows = await rowsOfQuery<{ id: string }>(
    store,
    'select id from intake.storage_key_v1 order by first_used',
  )
  const missing = rows.map(({ id }) => id).filter((id) => !keys.byId.has(id))
  if (missing.length > 0)
    throw new Error(
      `stored messages are under the storage key ${missing.join(', ')}, which keys/storage.key does not hold: put that file back as it was`,
    )
}

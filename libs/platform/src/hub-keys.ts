// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  newNkeySeed,
  newSigningKey,
  nkeyOf,
  publicHalf,
  signerOf,
  type PrivateJwk,
  type PublicJwk,
  type Signer,
} from '@corridor/message'
import type { BrokerKeys } from './bus/nats-config'
import { finishRotation, readSuccession, type SuccessionText } from './hub-succession'
import { readOrMakeKey } from './read-or-make-key'
import { storageKeys, type StorageKeys } from './store/storage-keys'

/** The hub's own keys. They live as files readable only by the hub's account, never in PostgreSQL. */
export interface HubKeys {
  readonly signer: Signer
  readonly publicJwk: PublicJwk
  /** Seeds of the broker's users and of the account that signs sign-ins. */
  readonly seeds: Readonly<Record<'hub' | 'callout' | 'system' | 'issuer', string>>
  readonly broker: BrokerKeys
  /** Which key followed which, each statement signed with the key that went; the oldest first. */
  readonly succession: readonly SuccessionText[]
  /** What stored messages are encrypted under. */
  readonly storage: StorageKeys
}

/** Reads the hub's keys from a folder, making those that are missing. */
export async function hubKeys(folder: string): Promise<HubKeys> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  finishRotation(folder)
  const text = await readOrMakeKey(join(folder, 'hub.jwk'), async () =>
    JSON.stringify((await newSigningKey()).privateJwk),
  )
  // Written by this function only.
  const jwk = JSON.parse(text) as PrivateJwk
  const seeds = {
    hub: await seed(folder, 'hub', 'user'),
    callout: await seed(folder, 'callout', 'user'),
    system: await seed(folder, 'system', 'user'),
    issuer: await seed(folder, 'issuer', 'account'),
  }
  return {
    signer: await signerOf(jwk),
    publicJwk: publicHalf(jwk),
    seeds,
    broker: {
      hub: nkeyOf(seeds.hub).publicKey,
      callout: nkeyOf(seeds.callout).publicKey,
      system: nkeyOf(seeds.system).publicKey,
      issuer: nkeyOf(seeds.issuer).publicKey,
    },
    succession: readSuccession(folder),
    storage: await storageKeys(join(folder, 'storage.key')),
  }
}

async function seed(folder: string, name: string, kind: 'user' | 'account'): Promise<string> {
  return readOrMakeKey(join(folder, `${name}.seed`), () => Promise.resolve(newNkeySeed(kind)))
}

// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { importJWK, type CryptoKey } from 'jose'

/** Reads an Ed25519 key from the JWK file that a variable names. */
export async function keyOf(variable: string): Promise<CryptoKey> {
  const file = process.env[variable]
  if (file === undefined) throw new Error(`could not read a key: ${variable} is not set`)
  const key = await importJWK(JSON.parse(readFileSync(file, 'utf8')), 'EdDSA')
  if (key instanceof Uint8Array) throw new Error(`could not read the key in ${file}`)
  return key
}

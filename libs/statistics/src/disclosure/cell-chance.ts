// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto'

/** A key that only the hub (or the sender) has: who knew it could undo rounding and noise. At least 128 bits. */
export type ChanceKey = Uint8Array

/** A key shorter than this can be guessed. */
const leastKeyBytes = 16

/**
 * A number from 0 to just under 1 that depends on a cell and a key and on nothing else: HMAC-SHA-256 of the cell's codes, its first
 * 48 bits over 2^48. The same cell falls the same way in every release, in every replay and for every recipient, so nothing
 * is gained by asking twice. A RangeError for a key of less than 128 bits.
 */
export function cellChance(purpose: string, codes: readonly string[], key: ChanceKey): number {
  if (key.length < leastKeyBytes)
    throw new RangeError(`could not draw for a cell: the key has ${key.length} bytes, not 16`)
  const digest = createHmac('sha256', key)
    .update(JSON.stringify([purpose, ...codes]))
    .digest()
  return digest.readUIntBE(0, 6) / 2 ** 48
}

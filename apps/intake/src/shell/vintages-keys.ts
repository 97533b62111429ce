// SPDX-License-Identifier: Apache-2.0

/** Keys of cells (four words a row) as PostgreSQL reads uuids: 32 hexadecimal digits each. */
export function uuidsOf(keys: Uint32Array): readonly string[] {
  const hex = Buffer.from(Uint32Array.from(keys).buffer).swap32().toString('hex')
  return Array.from({ length: keys.length / 4 }, (_, row) => hex.slice(row * 32, row * 32 + 32))
}

/** The keys that uuids, sent one behind the other, stand for. */
export function keysOfUuids(sent: Buffer): Uint32Array {
  const words = new Uint32Array(sent.length / 4)
  for (let i = 0; i < words.length; i++) words[i] = sent.readUInt32BE(i * 4)
  return words
}

/** An array as PostgreSQL reads it, of entries that need no quotes: the driver would look for some in each of thousands. */
export function arrayOf(entries: readonly (string | number | null)[]): string {
  return `{${entries.map((entry) => entry ?? 'null').join(',')}}`
}

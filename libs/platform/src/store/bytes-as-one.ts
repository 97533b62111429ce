// SPDX-License-Identifier: Apache-2.0

/** Many byte strings as one, with the place of each (counted from 1, as SQL's substring does). */
export interface BytesAsOne {
  readonly whole: Buffer
  readonly starts: readonly number[]
  readonly lengths: readonly number[]
}

/**
 * Puts byte strings behind each other, to be cut apart by the statement that takes them: one parameter goes to PostgreSQL as it
 * is, whereas an array of byte strings is written out in hexadecimal text.
 */
export function bytesAsOne(parts: readonly Uint8Array[]): BytesAsOne {
  const lengths = parts.map(({ length }) => length)
  let start = 1
  const starts = lengths.map((length) => (start += length) - length)
  return { whole: Buffer.concat(parts), starts, lengths }
}

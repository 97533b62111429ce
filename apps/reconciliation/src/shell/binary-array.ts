// SPDX-License-Identifier: Apache-2.0

/** Types of which PostgreSQL reads a list faster as bytes than as text. */
export type BinaryType = 'bigint' | 'integer' | 'float8' | 'boolean' | 'text'

// Object ids of PostgreSQL's own types (pg_type.dat) and the bytes of a value; texts have as many as they need.
const types: Readonly<Record<BinaryType, { readonly oid: number; readonly bytes: number }>> = {
  bigint: { oid: 20, bytes: 8 },
  integer: { oid: 23, bytes: 4 },
  float8: { oid: 701, bytes: 8 },
  boolean: { oid: 16, bytes: 1 },
  text: { oid: 25, bytes: 0 },
}
const headBytes = 20

/** True where a list of the type can be sent as bytes. */
export function isBinary(type: string): type is BinaryType {
  return type in types
}

/**
 * A list as PostgreSQL sends and receives arrays itself (`array_recv`): one dimension from 1, each value behind its length in bytes, in
 * the order of the network; a length of -1 is null. Numbers need no text on either side.
 * Errors: a whole number that is none, or a value of another type.
 */
export function binaryArray(type: BinaryType, values: readonly unknown[]): Buffer {
  const { oid, bytes } = types[type]
  const texts = type === 'text' ? values.map(textIn) : []
  const length = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)
  const list = Buffer.allocUnsafe(headBytes + values.length * (4 + bytes) + length)
  const view = new DataView(list.buffer, list.byteOffset, list.byteLength)
  const head = [1, values.includes(null) ? 1 : 0, oid, values.length, 1]
  for (const [place, one] of head.entries()) view.setInt32(4 * place, one)
  let at = headBytes
  for (let place = 0; place < values.length; place++) {
    const [value, text] = [values[place], texts[place]]
    const size = value === null ? -1 : (text?.length ?? bytes)
    view.setInt32(at, size)
    at += 4
    if (value === null) continue
    if (text === undefined || text === null) write(view, at, { type, value })
    else list.set(text, at)
    at += size
  }
  return list.subarray(0, at)
}

function textIn(value: unknown): Buffer | null {
  if (value === null) return null
  if (typeof value !== 'string') throw new TypeError('could not send a list of texts: one is none')
  return Buffer.from(value)
}

function write(
  view: DataView,
  at: number,
  { type, value }: { readonly type: BinaryType; readonly value: unknown },
): void {
  const number = Number(value)
  if (type === 'float8') view.setFloat64(at, number)
  else if (type === 'boolean') view.setInt8(at, number)
  else if (!Number.isSafeInteger(number))
    throw new RangeError(`could not send a list: a number is not whole`)
  else if (type === 'integer') view.setInt32(at, number)
  else {
    view.setInt32(at, Math.floor(number / 2 ** 32))
    view.setUint32(at + 4, number >>> 0)
  }
}

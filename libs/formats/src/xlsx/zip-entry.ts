// SPDX-License-Identifier: Apache-2.0
import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { tooLarge, unreadable } from './workbook-flaw'
import { packedBytes, type ZipEntry } from './zip-directory'

/**
 * The bytes of a file inside a container, in pieces. Whoever stops taking them stops the work.
 * Never more than the container's directory says: the sender controls what it says, so every byte is counted.
 */
export async function* inflateEntry(file: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  let count = 0
  let crc = 0
  for await (const piece of pieces(file, entry)) {
    count += piece.length
    if (count > entry.bytes) throw tooLarge('a part of the workbook is larger than it says')
    crc = crc32(piece, crc)
    yield piece
  }
  if (count !== entry.bytes || crc !== entry.crc) throw damaged()
}

function damaged(): Error {
  return unreadable('the workbook is damaged: a part of it is not what was saved. Save it again')
}

async function* pieces(file: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = packedBytes(file, entry)
  if (entry.method === 0) {
    yield packed
    return
  }
  if (entry.method !== 8) throw unreadable('the workbook is packed in a way that we do not read')
  const inflated = Readable.from([packed]).pipe(createInflateRaw({ chunkSize: 64 * 1024 }))
  try {
    for await (const piece of inflated) yield piece as Buffer
  } catch (cause) {
    if (isOfZlib(cause)) throw damaged()
    throw cause
  }
}

// zlib tells broken data by an error with a code of its own.
function isOfZlib(cause: unknown): boolean {
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    String(cause.code).startsWith('Z_')
  )
}

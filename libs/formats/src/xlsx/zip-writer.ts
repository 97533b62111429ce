// SPDX-License-Identifier: Apache-2.0
import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file to be put into a container, in pieces of text. */
export interface ZipPart {
  readonly name: string
  readonly pieces: Iterable<string> | AsyncIterable<string>
}

interface WrittenPart {
  readonly name: Buffer
  readonly crc: number
  readonly bytes: number
  readonly packed: Buffer
}

// The same content gives the same bytes at any time: 1 January 1980 is the first day that the format knows.
const firstDay = 0x21
const utf8Names = 0x0800
const deflated = 8

/** A container with these files, all deflated. */
export async function writeZip(parts: readonly ZipPart[]): Promise<Buffer> {
  const written: WrittenPart[] = []
  for (const part of parts) written.push(await pack(part))
  const directory: Buffer[] = []
  const bodies: Buffer[] = []
  let offset = 0
  for (const part of written) {
    const body = Buffer.concat([header(0x04034b50, part), part.name, part.packed])
    bodies.push(body)
    directory.push(header(0x02014b50, part, offset), part.name)
    offset += body.length
  }
  return Buffer.concat([...bodies, ...directory, end(written.length, directory, offset)])
}

async function pack({ name, pieces }: ZipPart): Promise<WrittenPart> {
  let crc = 0
  let bytes = 0
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      const buffer = Buffer.from(piece, 'utf8')
      crc = crc32(buffer, crc)
      bytes += buffer.length
      yield buffer
    }
  }
  const packed: Buffer[] = []
  for await (const piece of Readable.from(counted()).pipe(createDeflateRaw()))
    packed.push(piece as Buffer)
  return { name: Buffer.from(name, 'utf8'), crc, bytes, packed: Buffer.concat(packed) }
}

// A local header (APPNOTE 4.3.7) and an entry of the directory (4.3.12) say the same, the entry a little more.
function header(mark: number, part: WrittenPart, offset?: number): Buffer {
  const head = Buffer.alloc(offset === undefined ? 30 : 46)
  head.writeUInt32LE(mark, 0)
  const at = offset === undefined ? 4 : 6
  if (offset !== undefined) head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, at)
  head.writeUInt16LE(utf8Names, at + 2)
  head.writeUInt16LE(deflated, at + 4)
  head.writeUInt16LE(firstDay, at + 8)
  head.writeUInt32LE(part.crc, at + 10)
  head.writeUInt32LE(part.packed.length, at + 14)
  head.writeUInt32LE(part.bytes, at + 18)
  head.writeUInt16LE(part.name.length, at + 22)
  if (offset !== undefined) head.writeUInt32LE(offset, 42)
  return head
}

function end(count: number, directory: readonly Buffer[], offset: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  record.writeUInt32LE(offset, 16)
  return record
}

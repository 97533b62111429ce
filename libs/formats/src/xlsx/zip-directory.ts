// SPDX-License-Identifier: Apache-2.0
import { tooLarge, unreadable, WorkbookFlaw } from './workbook-flaw'

/** A file inside a zip container, as the container's directory names it (PKWARE APPNOTE 4.3.12). */
export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated; nothing else is read. */
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  /** What the sender says. What is really inflated is counted again. */
  readonly bytes: number
  /** Where its local header starts. */
  readonly offset: number
}

/** The files of a container, by their names in small letters. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>

const mostEntries = 2_000
const mostBytes = 300 * 1024 * 1024
const mostRatio = 200
// Small files pack well by nature; a ratio says something only where much comes out.
const ratioFromBytes = 1024 * 1024

const endMark = 0x06054b50
const end64Mark = 0x06064b50
const locator64Mark = 0x07064b50
const entryMark = 0x02014b50
const endBytes = 22
const entryBytes = 46
const filled32 = 0xffffffff
const filled16 = 0xffff

/**
 * The directory of a container. A WorkbookFlaw where it is broken, has a password, holds a name twice, lets two files
 * overlap, or would inflate to more than 300 MB or 200 times what it takes.
 */
export function readZipDirectory(file: Buffer): ZipDirectory {
  const { entries, offset, bytes } = findDirectory(file)
  if (entries > mostEntries)
    throw tooLarge(`the workbook holds ${entries} parts; we read up to ${mostEntries}`)
  if (offset + bytes > file.length) throw broken()
  const directory = new Map<string, ZipEntry>()
  let at = offset
  for (let number = 0; number < entries; number++) {
    const { entry, next } = readEntry(file, at)
    // Names of parts are the same in small and large letters (ECMA-376 part 2): two of them would be read by chance.
    const key = entry.name.toLowerCase()
    if (directory.has(key)) throw unreadable('the workbook holds the same part twice')
    directory.set(key, entry)
    at = next
  }
  checkSizes([...directory.values()])
  checkOverlap(file, [...directory.values()])
  return directory
}

/** Where the packed bytes of a file stand, read from its local header. */
export function packedBytes(file: Buffer, entry: ZipEntry): Buffer {
  const start = dataStart(file, entry)
  if (start + entry.packedBytes > file.length) throw broken()
  return file.subarray(start, start + entry.packedBytes)
}

function broken(): WorkbookFlaw {
  return unreadable('the workbook is damaged: its list of parts cannot be read. Save it again')
}

interface Found {
  readonly entries: number
  readonly bytes: number
  readonly offset: number
}

function findDirectory(file: Buffer): Found {
  // A comment of at most 65,535 bytes may follow.
  const lowest = Math.max(0, file.length - endBytes - filled16)
  let at = file.length - endBytes
  while (at >= lowest && file.readUInt32LE(at) !== endMark) at--
  if (at < lowest || at < 0) throw broken()
  const found = {
    entries: file.readUInt16LE(at + 10),
    bytes: file.readUInt32LE(at + 12),
    offset: file.readUInt32LE(at + 16),
  }
  const is64 = found.entries === filled16 || found.bytes === filled32 || found.offset === filled32
  return is64 ? findDirectory64(file, at) : found
}

function findDirectory64(file: Buffer, end: number): Found {
  const locator = end - 20
  if (locator < 0 || file.readUInt32LE(locator) !== locator64Mark) throw broken()
  const at = whole(file.readBigUInt64LE(locator + 8))
  if (at + 56 > file.length || file.readUInt32LE(at) !== end64Mark) throw broken()
  return {
    entries: whole(file.readBigUInt64LE(at + 32)),
    bytes: whole(file.readBigUInt64LE(at + 40)),
    offset: whole(file.readBigUInt64LE(at + 48)),
  }
}

function whole(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw broken()
  return Number(value)
}

function readEntry(file: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + entryBytes > file.length || file.readUInt32LE(at) !== entryMark) throw broken()
  const flags = file.readUInt16LE(at + 8)
  if ((flags & 0x41) !== 0)
    throw new WorkbookFlaw('FILE_LOCKED', 'the workbook has a password. Save it without one')
  const nameEnd = at + entryBytes + file.readUInt16LE(at + 28)
  const extraEnd = nameEnd + file.readUInt16LE(at + 30)
  const next = extraEnd + file.readUInt16LE(at + 32)
  if (next > file.length) throw broken()
  const sizes = {
    bytes: file.readUInt32LE(at + 24),
    packedBytes: file.readUInt32LE(at + 20),
    offset: file.readUInt32LE(at + 42),
  }
  const entry = {
    name: file.toString('utf8', at + entryBytes, nameEnd),
    method: file.readUInt16LE(at + 10),
    crc: file.readUInt32LE(at + 16),
    ...sizes64(sizes, file.subarray(nameEnd, extraEnd)),
  }
  return { entry, next }
}

type Sizes = Pick<ZipEntry, 'bytes' | 'packedBytes' | 'offset'>

// APPNOTE 4.5.3: what does not fit 32 bits stands in the extra field, in this order, and only what does not fit.
function sizes64(sizes: Sizes, extra: Buffer): Sizes {
  const field = extraField(extra, 0x0001)
  let at = 0
  const wide = (value: number): number => {
    if (value !== filled32) return value
    if (field === undefined || at + 8 > field.length) throw broken()
    at += 8
    return whole(field.readBigUInt64LE(at - 8))
  }
  const bytes = wide(sizes.bytes)
  const packed = wide(sizes.packedBytes)
  return { bytes, packedBytes: packed, offset: wide(sizes.offset) }
}

function extraField(extra: Buffer, wanted: number): Buffer | undefined {
  let at = 0
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === wanted) return extra.subarray(at + 4, at + 4 + length)
    at += 4 + length
  }
  return undefined
}

function checkSizes(entries: readonly ZipEntry[]): void {
  let total = 0
  for (const { bytes, packedBytes: packed } of entries) {
    total += bytes
    if (bytes > ratioFromBytes && bytes > packed * mostRatio)
      throw tooLarge(
        `a part of the workbook would grow to more than ${mostRatio} times its size when opened`,
      )
  }
  if (total > mostBytes)
    throw tooLarge('the workbook would grow to more than 300 MB when opened. Send fewer rows')
}

// A bomb can let many entries share the same packed bytes: each would be counted once and inflated many times.
function checkOverlap(file: Buffer, entries: readonly ZipEntry[]): void {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset)
  let end = 0
  for (const entry of sorted) {
    if (entry.offset < end) throw broken()
    end = dataStart(file, entry) + entry.packedBytes
  }
}

function dataStart(file: Buffer, { offset }: ZipEntry): number {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== 0x04034b50) throw broken()
  return offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
}

// SPDX-License-Identifier: Apache-2.0
import { gunzipSync } from 'node:zlib'
import type { FileProblem } from './file-reading'

/** Bytes that a packed file may have when it is opened. */
const mostUnpackedBytes = 50 * 1024 * 1024

/** Bytes of a text, or why a file is none. */
export type PackedText =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: FileProblem }

const signatures: readonly (readonly [string, string])[] = [
  ['25504446', 'a PDF'],
  ['d0cf11e0', 'of an Excel before 2007 or has a password'],
  ['89504e47', 'a picture'],
  ['ffd8ff', 'a picture'],
  ['1f9d', 'packed with a program that is not known here'],
  ['377abcaf', 'packed with 7-Zip'],
  ['52617221', 'packed with RAR'],
]

/** The bytes of a text file, which may be packed with gzip as Eurostat's bulk files are. */
export function packedText(bytes: Uint8Array): PackedText {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  const kind = signatures.find(([signature]) => start.startsWith(signature))?.[1]
  if (kind !== undefined) {
    const detail = `the file is ${kind}, not figures in a form that can be read`
    return { ok: false, problem: { code: 'FILE_FORMAT_UNKNOWN', detail } }
  }
  return start.startsWith('1f8b') ? unpacked(bytes) : { ok: true, bytes }
}

// The sender controls how much comes out of a packed file: the bound is on what is unpacked.
function unpacked(bytes: Uint8Array): PackedText {
  try {
    return { ok: true, bytes: gunzipSync(bytes, { maxOutputLength: mostUnpackedBytes }) }
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
    const isLarge = code === 'ERR_BUFFER_TOO_LARGE'
    const problem = isLarge
      ? { code: 'FILE_TOO_LARGE', detail: 'the file is larger than 50 MB when it is unpacked' }
      : { code: 'FILE_UNREADABLE', detail: 'the file is packed with gzip and damaged' }
    return { ok: false, problem }
  }
}

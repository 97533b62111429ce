// SPDX-License-Identifier: Apache-2.0
import { cellText } from './cell-text'
import { walkXml } from './walk-xml'
import type { ZipEntry } from './zip-directory'
import { inflateEntry } from './zip-entry'

/** The texts that cells refer to by number; none where the workbook has no such part. */
export async function readSharedStrings(
  file: Buffer,
  part: ZipEntry | undefined,
): Promise<readonly string[]> {
  if (part === undefined) return []
  const strings: string[] = []
  let text = ''
  let taking = false
  let phonetic = false
  await walkXml(inflateEntry(file, part), {
    open: (name) => {
      if (name === 'si') text = ''
      // How a text is read aloud (Japanese) is no part of it.
      if (name === 'rPh') phonetic = true
      taking = name === 't' && !phonetic
    },
    text: (piece) => {
      if (taking) text += piece
    },
    close: (name) => {
      taking = false
      if (name === 'rPh') phonetic = false
      if (name === 'si') strings.push(cellText(text))
    },
  })
  return strings
}

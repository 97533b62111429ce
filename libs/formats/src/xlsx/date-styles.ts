// SPDX-License-Identifier: Apache-2.0
import { isDateFormat, showsDate } from './serial-date'
import { walkXml } from './walk-xml'
import type { ZipEntry } from './zip-directory'
import { inflateEntry } from './zip-entry'

/** By number of a cell's style: whether it shows a date. Excel stores a date as a number and only its style tells. */
export async function readDateStyles(
  file: Buffer,
  part: ZipEntry | undefined,
): Promise<readonly boolean[]> {
  if (part === undefined) return []
  const custom = new Map<number, boolean>()
  const styles: boolean[] = []
  let inCells = false
  await walkXml(inflateEntry(file, part), {
    open: (name, attributes) => {
      const format = Number(attributes['numFmtId'] ?? 0)
      if (name === 'numFmt') custom.set(format, showsDate(attributes['formatCode'] ?? ''))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) styles.push(custom.get(format) ?? isDateFormat(format))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

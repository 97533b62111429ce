// SPDX-License-Identifier: Apache-2.0

const dayMilliseconds = 86_400_000
// The last day that a spreadsheet knows: 9999-12-31.
const lastSerial = 2_958_465

/**
 * The day that a spreadsheet stores as a number, as ISO text: `46171` gives `2026-05-29`. With its time of day where it
 * has one; undefined where the number is no day.
 */
export function serialDate(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 0) || serial > lastSerial) return undefined
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const instant = new Date(start + Math.round(serial * 86_400) * 1_000)
  const text = instant.toISOString().slice(0, 19)
  return instant.getTime() % dayMilliseconds === 0 ? text.slice(0, 10) : text
}

/** True where the code of a number format shows days or times: `yyyy-mm-dd`, `[h]:mm`; false for `0.00 "days"`. */
export function showsDate(formatCode: string): boolean {
  const bare = formatCode
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
  return /[ymdhs]/i.test(bare)
}

/** True for the formats that every spreadsheet knows by number and that show days or times (ECMA-376 18.8.30). */
export function isDateFormat(id: number): boolean {
  return (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58)
  )
}

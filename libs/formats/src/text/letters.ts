// SPDX-License-Identifier: Apache-2.0

/** The letters by which a spreadsheet calls a column, counted from 0: A, Z, AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

// SPDX-License-Identifier: Apache-2.0

/**
 * Text that no spreadsheet runs as a formula when it opens a CSV (OWASP, CSV injection): the sender of a file controls the
 * values that we quote from it, and an officer of another office opens them.
 */
export function guardCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** A field of a CSV, in quotes where it needs them, guarded. */
export function csvField(text: string): string {
  const guarded = guardCell(text)
  return /[",;\t|\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

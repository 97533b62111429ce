// SPDX-License-Identifier: Apache-2.0

/** Rows as comma-separated text (RFC 4180, with line ends of one sign). */
export function writeDelimited(rows: Iterable<readonly string[]>): string {
  const lines: string[] = []
  for (const row of rows) lines.push(row.map(quoted).join(','))
  return [...lines, ''].join('\n')
}

function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}

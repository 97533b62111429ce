// SPDX-License-Identifier: Apache-2.0

/** A text as a cell shows it: without spaces around it, and with the characters that XML cannot hold (`_x000D_`). */
export function cellText(stored: string): string {
  const unescaped = stored.includes('_x')
    ? stored.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
    : stored
  return unescaped.trim()
}

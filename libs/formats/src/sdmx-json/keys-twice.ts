// SPDX-License-Identifier: Apache-2.0

/** A key of observations or series that stands twice in one object, which JSON.parse would keep the last of in silence. */
export function keysTwice(text: string, message: unknown): string | undefined {
  const written = new Map<string, number>()
  for (const [, key = ''] of text.matchAll(/"([0-9][0-9:]*)"\s*:\s*[[{]/g))
    written.set(key, (written.get(key) ?? 0) + 1)
  const waiting: unknown[] = [message]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value !== 'object' || value === null) continue
    for (const [key, member] of Object.entries(value)) {
      if (typeof member !== 'object' || member === null) continue
      waiting.push(member)
      if (Array.isArray(value)) continue
      const count = written.get(key)
      if (count !== undefined) written.set(key, count - 1)
    }
  }
  return [...written].find(([, count]) => count > 0)?.[0]
}

// SPDX-License-Identifier: Apache-2.0

/** The code of a system's or a server's error ('EACCES', '28P01'); undefined where it has none. */
export function codeOf(error: unknown): string | undefined {
  // Not by `instanceof`: an error may come from another realm, as in tests and workers.
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** What an error says, for the middle of a sentence. */
export function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  // Where a name has several addresses, Node gathers their errors in one that has no text of its own.
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0)
    return error.errors.map(messageOf).join(', ')
  return 'message' in error ? String(error.message) : 'an error without a message'
}

// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import { Refused } from '@corridor/platform'

/** Ends a request whose parameter cannot be understood. */
export function wrongQuery(detail: string): never {
  throw new Refused(refuse('QUERY_WRONG', detail).refusal)
}

/** A whole number of a query, within bounds. */
export function wholeOf(
  name: string,
  text: unknown,
  { otherwise, most }: { readonly otherwise: number; readonly most: number },
): number {
  if (text === undefined) return otherwise
  if (typeof text === 'string' && /^\d{1,12}$/.test(text) && Number(text) <= most)
    return Number(text)
  return wrongQuery(`${name} is a whole number up to ${String(most)}`)
}

/** A switch of a query: `true`, or nothing. */
export function switchOf(name: string, text: unknown): boolean {
  if (text === undefined || text === 'false') return false
  return text === 'true' || wrongQuery(`${name} is true or false`)
}

/** One of a few words of a query. */
export function wordOf<Word extends string>(
  name: string,
  text: unknown,
  words: readonly Word[],
): Word | null {
  if (text === undefined) return null
  return words.find((word) => word === text) ?? wrongQuery(`${name} is one of ${words.join(', ')}`)
}

/** An instant of a query, with its zone. */
export function instantOf(name: string, text: unknown): Date | null {
  if (text === undefined) return null
  const pattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/
  const instant = typeof text === 'string' && pattern.test(text) ? new Date(text) : null
  if (instant === null || Number.isNaN(instant.getTime()))
    return wrongQuery(`${name} is an instant with its zone, such as 2026-01-31T09:12:00Z`)
  return instant
}

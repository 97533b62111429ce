// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'

/** Seconds that a message may be ahead of the hub, and a request away from it in either direction. */
export const clockSkewSeconds = 300

/** Milliseconds to wait for the hub's clock. */
const timeoutMs = 10_000

/** Whole seconds that the hub's clock is ahead of this machine's; undefined where it cannot be read. */
export async function secondsAhead(
  http: string,
  now: () => Date = () => new Date(),
): Promise<number | undefined> {
  const asking = now().getTime()
  const date = await fetch(new URL('/api/hub', http), { signal: AbortSignal.timeout(timeoutMs) })
    .then((response) => response.headers.get('date'))
    .catch(() => null)
  const told = date === null ? NaN : Date.parse(date)
  if (Number.isNaN(told)) return undefined
  // The header has whole seconds, and the answer took a while.
  return Math.round((told + 500 - (asking + now().getTime()) / 2) / 1_000)
}

/** How far a clock is off, in words: `11 minutes slow`. */
export function skewWords(ahead: number): string {
  const apart = Math.abs(ahead)
  const minutes = Math.round(apart / 60)
  const long = minutes === 0 ? plural(apart, 'second') : plural(minutes, 'minute')
  return `${long} ${ahead > 0 ? 'slow' : 'fast'}`
}

/**
 * Refuses to go on where the hub would refuse what this machine seals now: a message from the future. One from the past is as good
 * as any, for an outbox may be without a line for days.
 */
export function clockGoodEnough(ahead: number | undefined): Outcome<null, 'CLOCK_WRONG'> {
  if (ahead === undefined || ahead > -clockSkewSeconds) return accept(null)
  return refuse(
    'CLOCK_WRONG',
    `the clock of this machine is ${skewWords(ahead)}; the hub refuses its messages`,
  )
}

function plural(number: number, one: string): string {
  return `${String(number)} ${one}${number === 1 ? '' : 's'}`
}

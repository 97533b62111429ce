// SPDX-License-Identifier: Apache-2.0

/** How waits between tries grow. */
export interface BackOff {
  readonly firstMs: number
  readonly mostMs: number
  /** Between 0 and 1, new each time: many offices that lost the same hub do not come back in the same second. */
  readonly random?: () => number
}

/** Milliseconds to wait before the next try: twice as long each time up to a bound, and between half and all of that. */
export function backOffMs(
  tries: number,
  { firstMs, mostMs, random = Math.random }: BackOff,
): number {
  const full = Math.min(mostMs, firstMs * 2 ** Math.min(tries, 30))
  return Math.round(full / 2 + (full / 2) * random())
}

/** Waits, unless it is stopped before; true when it waited to the end. */
export function waitMs(milliseconds: number, stopping?: AbortSignal): Promise<boolean> {
  if (stopping?.aborted === true) return Promise.resolve(false)
  return new Promise((settle) => {
    const stop = (): void => {
      clearTimeout(timer)
      settle(false)
    }
    const timer = setTimeout(() => {
      stopping?.removeEventListener('abort', stop)
      settle(true)
    }, milliseconds)
    stopping?.addEventListener('abort', stop, { once: true })
  })
}

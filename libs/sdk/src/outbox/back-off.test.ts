// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { backOffMs, waitMs } from './back-off'

describe('waits between tries', () => {
  it('double, up to a bound, and differ by up to half', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tries, share) => {
          const wait = backOffMs(tries, { firstMs: 500, mostMs: 30_000, random: () => share })
          const full = Math.min(30_000, 500 * 2 ** Math.min(tries, 30))
          expect(wait).toBeGreaterThanOrEqual(Math.floor(full / 2))
          expect(wait).toBeLessThanOrEqual(full)
        },
      ),
    )
  })

  it('end at once where somebody stops them', async () => {
    const stopper = new AbortController()
    const waited = waitMs(60_000, stopper.signal)
    stopper.abort()
    expect(await waited).toBe(false)
    expect(await waitMs(60_000, stopper.signal)).toBe(false)
    expect(await waitMs(1)).toBe(true)
  })
})

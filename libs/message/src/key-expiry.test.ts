// SPDX-License-Identifier: Apache-2.0
import { keyExpiry } from './key-expiry'

const end = '2026-12-31T00:00:00Z'
const before = (days: number): Date => new Date(Date.parse(end) - days * 86_400_000)

describe('the end of a key', () => {
  it.each([
    [61, null],
    [60, null],
    [59.9, 60],
    [30, 60],
    [29.9, 30],
    [7, 30],
    [6.9, 7],
    [0.1, 7],
    [0, 'ended'],
    [-1, 'ended'],
  ])('%p days away is warned of as %p', (days, warning) => {
    const left = Math.max(0, Math.floor(days))
    expect(keyExpiry(end, before(days))).toEqual({ daysLeft: left, warning })
  })

  it('that cannot be read has passed', () => {
    expect(keyExpiry('soon', before(1))).toEqual({ daysLeft: 0, warning: 'ended' })
  })
})

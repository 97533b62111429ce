// SPDX-License-Identifier: Apache-2.0
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { clockGoodEnough, secondsAhead, skewWords } from './clock'

describe('the clock of a machine', () => {
  it.each([
    [660, '11 minutes slow'],
    [-660, '11 minutes fast'],
    [20, '20 seconds slow'],
    [-1, '1 second fast'],
  ])('%d seconds behind the hub is %s', (ahead, words) => {
    expect(skewWords(ahead)).toBe(words)
  })

  it('stops a message where it would come from the future, and nothing else', () => {
    expect(clockGoodEnough(-660)).toEqual({
      ok: false,
      refusal: {
        code: 'CLOCK_WRONG',
        detail: 'the clock of this machine is 11 minutes fast; the hub refuses its messages',
      },
    })
    for (const ahead of [undefined, -299, 0, 660, 86_400])
      expect(clockGoodEnough(ahead)).toEqual({ ok: true, value: null })
  })

  it("is compared with the hub's", async () => {
    const hub = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1')
    await new Promise((listening) => hub.once('listening', listening))
    const http = `http://127.0.0.1:${String((hub.address() as AddressInfo).port)}`
    const slow = (): Date => new Date(Date.now() - 660_000)
    expect(Math.abs((await secondsAhead(http, slow)) ?? 0)).toBeGreaterThan(657)
    expect(Math.abs((await secondsAhead(http)) ?? 99)).toBeLessThan(3)
    await new Promise((closed) => hub.close(closed))
    expect(await secondsAhead(http)).toBeUndefined()
  })
})

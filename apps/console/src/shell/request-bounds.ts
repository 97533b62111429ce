// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import { Refused } from '@corridor/platform'

/** How much of a kind of request the edge has in work at a time. */
export interface Bounds {
  readonly mostOfOne: number
  readonly mostTogether: number
}

/** Counts what is in work, by who asks. Written by `within` alone. */
export class InWork {
  private readonly byAsker = new Map<string, number>()
  private together = 0

  constructor(private readonly bounds: Bounds) {}

  /** Does a piece of work, unless the asker, or all together, have as many in work as there may be. */
  async within<Result>(asker: string, work: () => Promise<Result>): Promise<Result> {
    const own = this.byAsker.get(asker) ?? 0
    if (own >= this.bounds.mostOfOne) throw tooMany('RATE_EXCEEDED', `${asker} has ${String(own)}`)
    if (this.together >= this.bounds.mostTogether) throw tooMany('HUB_BUSY', 'the hub has as many')
    this.byAsker.set(asker, own + 1)
    this.together += 1
    try {
      return await work()
    } finally {
      this.together -= 1
      const left = (this.byAsker.get(asker) ?? 1) - 1
      if (left === 0) this.byAsker.delete(asker)
      else this.byAsker.set(asker, left)
    }
  }
}

function tooMany(code: 'RATE_EXCEEDED' | 'HUB_BUSY', who: string): Refused {
  const detail = `${who} requests of this kind in work as there may be; ask again in a moment`
  return new Refused(refuse(code, detail).refusal, { headers: { 'Retry-After': '1' } })
}

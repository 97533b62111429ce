// SPDX-License-Identifier: Apache-2.0
import { setTimeout as sleep } from 'node:timers/promises'

/** How long nothing must have been at work on the way in for it to count as quiet: about the pause between two of its batches. */
const quietMs = 10

/**
 * Who is at work on the way in, in this process. What follows a receipt (pairing, adding up, proving) gives way to what a sender
 * waits for; alone in its process a service never waits here.
 */
class WayIn {
  /** Written by `work` only. */
  private atWork = 0
  private lastEnd = -Infinity

  /** Counts a piece of work of the way in until it has ended. */
  async work<Result>(task: () => Promise<Result>): Promise<Result> {
    this.atWork += 1
    try {
      return await task()
    } finally {
      this.atWork -= 1
      this.lastEnd = performance.now()
    }
  }

  /** Resolves when the way in is quiet, or after so many milliseconds: nobody waits for ever. */
  async giveWay(mostMs: number): Promise<void> {
    const last = performance.now() + mostMs
    while (!this.isQuiet() && performance.now() < last) await sleep(quietMs)
  }

  private isQuiet(): boolean {
    return this.atWork === 0 && performance.now() - this.lastEnd >= quietMs
  }
}

/** The way in of this process. */
export const wayIn = new WayIn()

// SPDX-License-Identifier: Apache-2.0
import { Socket } from 'node:net'

/**
 * A connection on which all that is written in one turn goes out in one piece. Statements that are sent together are otherwise a system
 * call each, which costs more than most of them do.
 */
export class GatheringSocket extends Socket {
  /** Written here only: true until the turn in which something was written is over. */
  private gathering = false

  override write(
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | ((error?: Error | null) => void),
    done?: (error?: Error | null) => void,
  ): boolean {
    this.gather()
    return typeof encoding === 'string'
      ? super.write(chunk, encoding, done)
      : super.write(chunk, encoding)
  }

  private gather(): void {
    if (this.gathering) return
    this.gathering = true
    this.cork()
    process.nextTick(() => {
      this.gathering = false
      this.uncork()
    })
  }
}

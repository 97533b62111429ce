// SPDX-License-Identifier: Apache-2.0
import { reasonOf, type Log } from './telemetry/log'

/** Work that comes round again. */
export interface TurnsOptions {
  readonly everyMs: number
  readonly log: Log
  /** What is logged where a turn fails; what it left is for the next one. */
  readonly failed: string
  /** Does what there is to do. Asks `isClosing` where it goes on for long. */
  readonly turn: (isClosing: () => boolean) => Promise<void>
}

/** Work that goes round until it is closed. */
export interface Turns {
  /** Begins no other turn, and waits for the one at work. */
  close(): Promise<void>
}

/** Does work every so often, one turn after the other and never two at a time. A turn that fails ends nothing. */
export function inTurns({ everyMs, log, failed, turn }: TurnsOptions): Turns {
  let closing = false
  let running: Promise<void> | null = null
  const once = async (): Promise<void> => {
    try {
      await turn(() => closing)
    } catch (error) {
      log.warn(failed, { reason: reasonOf(error) })
    } finally {
      running = null
    }
  }
  const wake = (): void => {
    if (!closing) running ??= once()
  }
  const timer = setInterval(wake, everyMs)
  return {
    close: async () => {
      closing = true
      clearInterval(timer)
      await running
    },
  }
}

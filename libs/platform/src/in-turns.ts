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

/** Work that comes round again, on whatever is due by then. */
export interface DueInTurnsOptions<Item> extends Omit<TurnsOptions, 'turn'> {
  readonly due: () => Promise<readonly Item[]>
  readonly pass: (item: Item) => Promise<void>
  /** What the log calls an item whose work failed: ids, no figures. */
  readonly named: (item: Item) => Readonly<Record<string, unknown>>
}

/** Does in turns what is due, one item after the other. An item that fails holds up none of the others, and comes again. */
export function dueInTurns<Item>(options: DueInTurnsOptions<Item>): Turns {
  const { everyMs, log, failed, due, pass, named } = options
  const passOne = async (item: Item): Promise<void> => {
    try {
      await pass(item)
    } catch (error) {
      log.error(failed, { ...named(item), reason: reasonOf(error) })
    }
  }
  const turn = async (isClosing: () => boolean): Promise<void> => {
    for (const item of await due()) {
      if (isClosing()) return
      await passOne(item)
    }
  }
  return inTurns({ everyMs, log, failed, turn })
}

// SPDX-License-Identifier: Apache-2.0
import { whole } from './words'

/** How far something is. */
export interface Progress {
  readonly what: string
  readonly done: number
  readonly of: number
  readonly things: string
}

/** One line of progress: `Sending ███████░░░ 71 %  7 of 10 messages`. */
export function progressBar({ what, done, of, things }: Progress, ascii = false): string {
  const share = of === 0 ? 1 : Math.min(1, done / of)
  const full = Math.floor(share * 10)
  const [mark, gap] = ascii ? ['#', '-'] : ['█', '░']
  const bar = mark.repeat(full) + gap.repeat(10 - full)
  const drawn = ascii ? `[${bar}]` : bar
  return `${what} ${drawn} ${String(Math.floor(share * 100))} %  ${whole(done)} of ${whole(of)} ${things}`
}

// SPDX-License-Identifier: Apache-2.0
import { whole } from './words'

/** How far something is. */
export interface Progress {
  readonly what: string
  readonly done: number
  readonly of: number
  readonly things: string
}

/** How a bar is drawn. */
export interface BarManner {
  readonly ascii?: boolean
  /** Milliseconds since it began, where what is left is to be told. */
  readonly sinceMs?: number
}

/** One line of progress: `Sending ███████░░░ 71 %  7 of 10 messages  0:04 left`. */
export function progressBar(
  { what, done, of, things }: Progress,
  { ascii = false, sinceMs = 0 }: BarManner = {},
): string {
  const share = of === 0 ? 1 : Math.min(1, done / of)
  const full = Math.floor(share * 10)
  const [mark, gap] = ascii ? ['#', '-'] : ['█', '░']
  const bar = mark.repeat(full) + gap.repeat(10 - full)
  const drawn = ascii ? `[${bar}]` : bar
  const left = leftWords(share, sinceMs)
  return `${what} ${drawn} ${String(Math.floor(share * 100))} %  ${whole(done)} of ${whole(of)} ${things}${left}`
}

// Before two seconds nobody can tell.
function leftWords(share: number, sinceMs: number): string {
  if (sinceMs < 2_000 || share <= 0 || share >= 1) return ''
  const seconds = Math.ceil((sinceMs * (1 - share)) / share / 1_000)
  return `  ${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')} left`
}

// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { World } from '../world'
import { progressBar, type Progress } from './progress-bar'

/** Where a command speaks: results on stdout; notes, progress and questions on stderr. */
export interface Screen {
  readonly json: boolean
  /** A result that comes as it happens. For programs: one JSON object a line. */
  readonly result: (line: string, json: Readonly<Record<string, unknown>>) => void
  readonly note: (line: string) => void
  readonly progress: (progress: Progress) => void
  /** Asks for a text; a refusal where nobody may or can answer. */
  readonly ask: (question: string, otherwise: string) => Promise<Outcome<string>>
  /** True where --yes answered beforehand. */
  readonly agreed: boolean
}

/** What a call says of how it wants to be spoken to. */
export interface Manner {
  readonly json: boolean
  readonly yes: boolean
  readonly noInput: boolean
  readonly noColour: boolean
}

/** Milliseconds between two lines of progress where there is no terminal. */
const progressEveryMs = 10_000

/** The screen of a call. */
export function screenOf(world: World, manner: Manner): Screen {
  const { stdout, stderr } = world
  const colour = hasColour(world, manner)
  const ascii = !/utf-?8/i.test(world.env['LC_ALL'] ?? world.env['LANG'] ?? 'UTF-8')
  let told = world.now().getTime()
  let begun: { readonly what: string; readonly at: number } | undefined
  return {
    json: manner.json,
    agreed: manner.yes,
    result: (line, json) => {
      stdout.write(
        manner.json ? `${JSON.stringify({ v: 1, ...json })}\n` : `${paint(line, colour.out)}\n`,
      )
    },
    note: (line) => stderr.write(`${paint(line, colour.err)}\n`),
    progress: (progress) => {
      const now = world.now().getTime()
      if (begun?.what !== progress.what) begun = { what: progress.what, at: now }
      const sinceMs = now - begun.at
      if (stderr.isTTY === true && world.env['TERM'] !== 'dumb') {
        stderr.write(
          `\r${progressBar(progress, { ascii, sinceMs })}\u001b[K${progress.done === progress.of ? '\n' : ''}`,
        )
        return
      }
      if (now - told < progressEveryMs) return
      told = now
      stderr.write(`${progressBar(progress, { ascii: true, sinceMs })}\n`)
    },
    ask: async (question, otherwise) => {
      if (world.ask === undefined || manner.noInput) return refuse('COMMAND_WRONG', otherwise)
      return accept((await world.ask(question)).trim())
    },
  }
}

function hasColour(
  { env, stdout, stderr }: World,
  { noColour, json }: Manner,
): { out: boolean; err: boolean } {
  const off = noColour || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb'
  return { out: !off && !json && stdout.isTTY === true, err: !off && stderr.isTTY === true }
}

/** Makes the first word of a line stand out where it is a mark; the word itself tells the same. */
function paint(text: string, colour: boolean): string {
  if (!colour) return text
  return text.replace(/^(OK|STOP|NOTE|LOOK|WAIT|END)(?=\s)/gm, '\u001b[1m$1\u001b[22m')
}

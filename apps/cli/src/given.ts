// SPDX-License-Identifier: Apache-2.0
// What the tests of the command start from: an office's folder, and `corridor` run there in this process.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { corridor } from './corridor'

/** How a command line ended, and what it said. */
export interface Spoken {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** What a test says of the world of a call. */
export interface Circumstances {
  readonly env?: Readonly<Record<string, string>>
  /** What somebody at the terminal answers, one after the other. */
  readonly answers?: readonly string[]
  readonly isTTY?: boolean
}

/** A folder with an office's files. */
export interface Office {
  readonly folder: string
  readonly run: (words: readonly string[], more?: Circumstances) => Promise<Spoken>
  /** Writes a file and gives its name. */
  readonly write: (name: string, content: string | Uint8Array) => string
  readonly end: () => void
}

export function newOffice(): Office {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-cli-'))
  return {
    folder,
    run: async (words, { env, answers, isTTY = false } = {}) => {
      let [out, err] = ['', '']
      const left = [...(answers ?? [])]
      const exit = await corridor(words, {
        env: { CORRIDOR_HOME: join(folder, 'home'), ...env },
        folder,
        project: resolve(__dirname, '../../..'),
        stdout: { write: (text) => (out += text), isTTY },
        stderr: { write: (text) => (err += text), isTTY },
        now: () => new Date('2026-11-14T09:12:00Z'),
        ...(answers === undefined ? {} : { ask: () => Promise.resolve(left.shift() ?? '') }),
        stopping: new AbortController().signal,
      })
      return { exit, out, err }
    },
    write: (name, content) => {
      writeFileSync(join(folder, name), content)
      return name
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  }
}

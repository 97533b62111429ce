// SPDX-License-Identifier: Apache-2.0
import { basename, dirname, extname, join, resolve } from 'node:path'
import { markedCopy, problemsCsv, type MarkedProblem } from '@corridor/formats'
import { writeWhole } from '@corridor/sdk'
import { writeFileSync } from 'node:fs'
import type { Call } from '../command'
import { clean } from '../output/clean'
import type { Cause } from './cause'
import type { CheckedFile } from './check-file'

/** Files that were written for the office: its own with notes beside the rows, and the list of all problems. */
export interface CheckedFiles {
  readonly copy?: string
  readonly list?: string
}

/** Writes both beside the file that was checked, or into the folder of `--out`; nothing where nothing was found. */
export async function writeCheckedFiles(call: Call, checked: CheckedFile): Promise<CheckedFiles> {
  if (checked.causes.length === 0 || call.flag('no-copy')) return {}
  const problems = checked.causes.flatMap(rowProblems)
  const out = call.option('out')
  const folder = out === undefined ? dirname(checked.file) : resolve(call.world.folder, out)
  const extension = extname(checked.file)
  const name = basename(checked.file, extension)
  const list = tryWrite(call, join(folder, `${name}.problems.csv`), problemsCsv(problems))
  const copy = await copyOf(checked, problems)
  const kept =
    copy === undefined
      ? undefined
      : tryWrite(call, join(folder, `${name}.checked${extension}`), copy)
  return {
    ...(list === undefined ? {} : { list: shownPath(call, list) }),
    ...(kept === undefined ? {} : { copy: shownPath(call, kept) }),
  }
}

// JSON has no column to add, and what is packed is not ours to pack again.
async function copyOf(
  { bytes, reading }: CheckedFile,
  problems: readonly MarkedProblem[],
): Promise<Uint8Array | undefined> {
  if (reading.format === 'json' || reading.format === 'sdmx-json-2') return undefined
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return undefined
  const { encoding } = reading
  const marked = await markedCopy(bytes, problems, encoding === undefined ? {} : { encoding })
  return marked.ok ? marked.value : undefined
}

/** A cause as one problem for each of its rows. */
function rowProblems({ rows, note: _, each, ...cause }: Cause): readonly MarkedProblem[] {
  const problem = { ...cause, message: inTheMiddle(cause.message) }
  if (rows.length === 0) return [problem]
  return rows.map((row, index) => {
    const own = each?.[index]
    return { ...problem, ...own, ...(own && { message: inTheMiddle(own.message) }), row }
  })
}

// Beside its row a message stands behind the number of its problem.
function inTheMiddle(message: string): string {
  return /^(Column|Row|Rows) /.test(message)
    ? message.slice(0, 1).toLowerCase() + message.slice(1)
    : message
}

function tryWrite(call: Call, file: string, content: string | Uint8Array): string | undefined {
  try {
    if (typeof content === 'string') writeWhole(file, content)
    else writeFileSync(file, content)
    return file
  } catch {
    call.screen.note(`NOTE  ${clean(file)} could not be written; name another folder with --out`)
    return undefined
  }
}

function shownPath(call: Call, file: string): string {
  const { folder } = call.world
  return dirname(file) === folder ? basename(file) : file
}

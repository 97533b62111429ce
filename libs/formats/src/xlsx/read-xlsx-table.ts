// SPDX-License-Identifier: Apache-2.0
import type { FileProblem } from '../reading/file-reading'
import { inThread, type Answer, type ThreadLimits } from './in-thread'
import { judgeSheet, type CodesOfColumn, type JudgedSheet } from './judge-sheet'
import { normaliseHeader } from './known-headers'
import type { SheetFacts } from './sheet-facts'
import type { WorkbookTask } from './workbook-task'

/** What a reader of workbooks is told. */
export interface XlsxTableOptions {
  /** The sheet that holds the figures, where it is not the first one with a known header. */
  readonly sheet?: string
  /** Names that a column may have. */
  readonly headers: readonly string[]
  readonly codesOf: CodesOfColumn
  readonly limits?: ThreadLimits
}

const mostBytes = 50 * 1024 * 1024

/** What a workbook may take before its reading is ended. */
export const workbookLimits: ThreadLimits = { seconds: 60, megabytes: 256 }

/** The table that a workbook holds, or the one problem why it is not read. */
export async function readXlsxTable(
  bytes: Uint8Array,
  options: XlsxTableOptions,
): Promise<JudgedSheet | FileProblem> {
  if (bytes.length > mostBytes)
    return { code: 'FILE_TOO_LARGE', detail: 'the file is larger than 50 MB. Send it in parts' }
  const headers = options.headers.map(normaliseHeader)
  const wish = options.sheet === undefined ? { headers } : { headers, sheet: options.sheet }
  const task: WorkbookTask = { kind: 'read', bytes, wish }
  const answer: Answer<SheetFacts> = await inThread(task, options.limits ?? workbookLimits)
  if (!answer.ok) return { code: answer.code, detail: answer.detail }
  return judgeSheet(answer.value, options.codesOf)
}

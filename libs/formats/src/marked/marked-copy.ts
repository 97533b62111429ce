// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { cellPlace } from '../xlsx/cell-place'
import { inThread, type Answer } from '../xlsx/in-thread'
import type { RowMark, WorkbookMarks } from '../xlsx/mark-workbook'
import { workbookLimits } from '../xlsx/read-xlsx-table'
import type { FlawCode } from '../xlsx/workbook-flaw'
import type { WorkbookTask } from '../xlsx/workbook-task'
import type { WrittenSheet } from '../xlsx/write-workbook'
import { markCsv, type CsvManner } from './mark-csv'
import { markTitle } from './mark-title'
import { problemsText, type MarkedProblem } from './marked-problem'
import { problemColumns, problemFields } from './problems-csv'

/**
 * The office's own file with a column that says what is wrong with each row. CSV keeps every byte that it had; of a workbook
 * there are the same cells, those with a problem coloured, and a sheet with all problems.
 */
export async function markedCopy(
  original: Uint8Array,
  problems: readonly MarkedProblem[],
  manner: CsvManner = {},
): Promise<Outcome<Uint8Array, FlawCode>> {
  const isWorkbook = Buffer.from(original.subarray(0, 4)).toString('latin1') === 'PK\x03\x04'
  if (!isWorkbook) return accept(markCsv(original, problems, manner))
  const task: WorkbookTask = { kind: 'mark', bytes: original, marks: workbookMarks(problems) }
  const answer: Answer<Uint8Array> = await inThread(task, workbookLimits)
  return answer.ok ? accept(answer.value) : refuse(answer.code, answer.detail)
}

function workbookMarks(problems: readonly MarkedProblem[]): WorkbookMarks {
  const groups = new Map<string, MarkedProblem[]>()
  for (const problem of problems) {
    if (problem.row === undefined) continue
    const key = `${problem.sheet ?? ''}\u0000${problem.row}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [problem])
    else group.push(problem)
  }
  return {
    title: markTitle,
    marks: [...groups.values()].map(rowMark),
    added: problems.length === 0 ? [] : [problemSheet(problems)],
  }
}

function rowMark(problems: readonly MarkedProblem[]): RowMark {
  const [first] = problems
  return {
    ...(first?.sheet === undefined ? {} : { sheet: first.sheet }),
    row: first?.row ?? 0,
    columns: problems.flatMap(({ column }) => cellPlace(`${column ?? ''}1`)?.column ?? []),
    level: problems.some(({ level }) => level === 'error') ? 'error' : 'warning',
    text: problemsText(problems),
  }
}

function problemSheet(problems: readonly MarkedProblem[]): WrittenSheet {
  const rows = [problemColumns, ...problems.map(problemFields)]
  return {
    name: 'Corridor problems',
    frozenRows: 1,
    columns: problemColumns.map((name, index) => ({
      column: index + 1,
      width: name === 'message' || name === 'fix' ? 70 : 14,
      look: 'text',
    })),
    rows: rows.map((texts, index) => ({
      row: index + 1,
      cells: texts.map((text, column) => ({
        column: column + 1,
        text,
        kind: 'text',
        look: index === 0 ? 'header' : 'wrapped',
      })),
    })),
  }
}

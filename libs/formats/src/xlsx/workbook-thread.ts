// SPDX-License-Identifier: Apache-2.0
// A thread of its own for a workbook that somebody sent: it may take too much time or memory, and is ended then.
import { parentPort, workerData } from 'node:worker_threads'
import { markWorkbook } from './mark-workbook'
import { readSheetFacts } from './read-sheet-facts'
import type { Answer } from './in-thread'
import type { WorkbookTask } from './workbook-task'
import { WorkbookFlaw } from './workbook-flaw'

// Only this folder starts the thread, so what it is given is a task.
void perform(workerData as WorkbookTask)

async function perform(task: WorkbookTask): Promise<void> {
  try {
    if (task.kind === 'read') {
      const facts = await readSheetFacts(task.bytes, task.wish)
      const buffers = facts.columns.flatMap(({ cells, kinds }) => [cells.buffer, kinds.buffer])
      tell({ ok: true, value: facts }, [...buffers, facts.rowNumbers.buffer])
    } else {
      const marked = await markWorkbook(task.bytes, task.marks)
      tell({ ok: true, value: marked }, [])
    }
  } catch (error) {
    if (!(error instanceof WorkbookFlaw)) throw error
    tell({ ok: false, code: error.code, detail: error.detail }, [])
  }
}

function tell(answer: Answer<unknown>, moved: readonly ArrayBuffer[]): void {
  parentPort?.postMessage(answer, moved)
}

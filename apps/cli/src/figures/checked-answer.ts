// SPDX-License-Identifier: Apache-2.0
import type { Submission } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { exitCodes } from '../exit-code'
import type { CheckedFile } from './check-file'
import { writeCheckedFiles } from './checked-files'
import { reportJson } from './report-json'
import { filesText, moreText, reportText, toldText } from './report-words'

/** The answer of a check: the report with the files that were written for it, and 3 where figures need correction. */
export async function checkedAnswer(
  call: Call,
  checked: CheckedFile,
  sound: { readonly good: string; readonly messages: readonly Submission[] },
): Promise<Answer> {
  const { causes, told, reading, rows } = checked
  const stopped = causes.some(({ level }) => level === 'error')
  const files = await writeCheckedFiles(call, checked)
  const notes = toldText(told)
  if (notes !== '') call.screen.note(notes)
  const text = [
    stopped ? '' : sound.good,
    reportText(causes),
    [filesText(files), moreText(causes)].filter((line) => line !== '').join('\n'),
  ]
  // A program reads the object; whoever looks over its shoulder reads the words.
  const shown = text.filter((part) => part !== '').join('\n\n')
  if (call.screen.json && causes.length > 0) call.screen.note(shown)
  return {
    text: shown,
    json: {
      rows,
      rowsRead: reading.rowsRead,
      format: reading.format,
      messages: sound.messages.length,
      datasets: reading.parts.map(({ contract, rowNumbers }) => ({
        contract: contract.name,
        version: contract.version,
        rows: rowNumbers.length,
      })),
      ...reportJson(causes, told),
      files,
    },
    ...(stopped ? { exit: exitCodes.figuresWrong } : {}),
  }
}
